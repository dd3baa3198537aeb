"""All notes in one list, each with the source that it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.printable import reveal_hidden
from widgets.row import ListRow
from widgets.sidebar_rows import with_tags

if TYPE_CHECKING:
    from inquit.model.annotation import Note
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.view import ReaderView

_LONGEST = 300  # code points of a note that its row has


class AllNotes:
    """Lists what the reader wrote on sources, of whatever article."""

    def __init__(self, view: ReaderView, store: StoreAccess, annotations: Annotations) -> None:
        """Take the screen, the store, and what edits a note."""
        self._view = view
        self._store = store
        self._annotations = annotations

    def show(self) -> None:
        """List all notes, and edit the one that is chosen."""
        self._view.expect_dialog(self._show)

    async def _show(self) -> None:
        from tui.dialogs.picker import Picker

        notes = await self._store.ask(lambda store: store.notes())
        if notes is None:
            return
        if not notes:
            self._view.say("There are no notes yet; e writes one on the current source")
            return
        newest = sorted(notes, key=lambda note: note.modified, reverse=True)
        title = "1 note" if len(notes) == 1 else f"{len(notes):,} notes"
        picked = await self._view.answer_of(Picker(title, [_row(note) for note in newest]))
        chosen = next((note for note in notes if picked and note.id == picked.key), None)
        if chosen is not None:
            await self._annotations.edit_note(chosen)


def _row(note: Note) -> ListRow:
    words = f"{reveal_hidden(note.about_name)}: {note.body[:_LONGEST]}"
    return ListRow(
        key=note.id,
        text=with_tags(words, note.tags),
        sign="✎",
        tail=f"{note.modified.astimezone():%d %b %Y}",
    )
