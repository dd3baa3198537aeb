"""Bookmarks and notes: set, edited, removed, put back; shown once the store has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual import work

from inquit.errors import StoreError, UnknownRecordError
from inquit.model.annotation import (
    Bookmark,
    Note,
    Target,
    source_key,
)
from inquit.model.passage import passage_of, with_marks
from inquit.model.quotation import Source
from inquit.model.span import Span
from tui.cli.lost_places import describe_lost, lost_places
from tui.reader.annotations import annotations_of
from tui.reader.controllers.reader_base import ReaderBase
from tui.reader.reading_state import Reading
from tui.services.conflict_resolution import BookmarkKeeper, NoteKeeper
from tui.services.draft_handle import StoredDraft
from tui.services.kept_readings import keep_reading
from tui.services.moved_files import offer
from widgets.excerpt import excerpt
from widgets.row import ListRow
from widgets.row_list import shorten

if TYPE_CHECKING:
    from inquit.store.records.bin import Undone
    from inquit.store.records.repository import Repository

_T = TypeVar("_T")
_MOST_WORDS = 600  # cells of a passage's words that a notification shows


class Annotating(ReaderBase):
    """What the reader adds to an article."""

    @work(group="annotations")
    async def load_annotations(self) -> None:
        """Fetch bookmarks, notes and corrections from the store."""
        await self.fetch_annotations()

    async def fetch_annotations(self) -> None:
        """Fetch bookmarks, notes and corrections from the store and show them."""
        reading = self.reading
        if reading is None:
            return
        state = self.desk.state
        held = await self._ask(lambda store: annotations_of(store, reading.article, state))
        if held is not None and reading is self.reading:
            moved, known = set(held.former) - set(reading.former), lost_places(reading)
            reading.annotate(held)
            self.show_all()
            # Not in the status line, where what was opened anew is told at the same time.
            if (line := describe_lost(lost_places(reading), known)) is not None:
                self.warn(line)
            if moved:
                self.warn(offer(held.former))
            if reading.marked:
                self.keep_text()

    @work(group="annotations")
    async def action_bookmark(self) -> None:
        """Set a bookmark on the current quote or on the paragraph at the top, or take it off."""
        reading = self.reading
        span = self._passage()
        if reading is None or span is None:
            return
        held = reading.bookmark_on(span)
        if held is not None:
            gone = "The bookmark is not there any more: it was removed elsewhere"
            done = await self._do(lambda store: store.remove_bookmark(held.bookmark.id), gone)
            message = "Bookmark removed; u puts it back"
        else:
            done = await self._write(lambda store: store.add_bookmark(_bookmark(reading, span)))
            text = reading.article.text
            message = f"Bookmarked: {excerpt(text, with_marks(text, span), 40)}"
        # What could not be written is shown all the same: it waits in the store to be.
        await self.fetch_annotations()
        if done:
            self.say(message)

    def action_edit_bookmark(self) -> None:
        """Edit label and comment of the bookmark on the current passage; set it where none is."""
        self.expect_dialog(self._edit_bookmark_here)

    async def _edit_bookmark_here(self) -> None:
        reading, span = self.reading, self._passage()
        if reading is None or span is None:
            return
        held = reading.bookmark_on(span)
        await self.edit_bookmark(held.bookmark if held is not None else _bookmark(reading, span))

    async def edit_bookmark(self, bookmark: Bookmark, draft: str | None = None) -> None:
        """Edit a bookmark and wait until that is done.

        Args:
            bookmark: the bookmark as it is or was.
            draft: what an earlier editor left behind of it.
        """
        from tui.dialogs.bookmark_editor import BookmarkEditor, fields_of

        keeper, told = BookmarkKeeper(bookmark), ["saved"]

        async def kept(label: str, comment: str) -> bool:
            return await self._write(lambda store: _tell(told, keeper.keep(store, label, comment)))

        drafting = StoredDraft(self.desk.store, bookmark)
        typed = fields_of(draft) if draft is not None else None
        editor = BookmarkEditor(bookmark, kept, drafting, typed=typed)
        saved = await self.answer_of(editor)
        await self.fetch_annotations()
        if saved:
            self.say(f"Bookmark {told[-1]}")

    def action_note(self) -> None:
        """Edit the note on the current source."""
        self.expect_dialog(self._edit_note_here)

    async def _edit_note_here(self) -> None:
        reading = self.reading
        finding = reading.finding if reading is not None else None
        if reading is None or finding is None or finding.source is None:
            self.say("A note belongs to a source: go to one of its quotes first (n)")
            return
        note = await self._note_to_edit(reading, finding.source)
        if note is not None:
            await self.edit_note(note)

    async def _note_to_edit(self, reading: Reading, source: Source) -> Note | None:
        """Return the note on a source, a new one where there is none; of several ask which."""
        notes = reading.notes_on(source)
        if len(notes) < 2:
            return notes[0] if notes else _note(reading, source)
        from tui.dialogs.picker import Picker

        rows = [ListRow(key=note.id, text=note.body, sign="✎") for note in reversed(notes)]
        rows.append(ListRow(key="", text="Another note", sign="+"))
        picker = Picker(f"Notes on {source.name}", rows, hint="Which one?")
        picked = await self.answer_of(picker)
        if picked is None:
            return None
        chosen = (note for note in notes if note.id == picked.key)
        return next(chosen, None) or _note(reading, source)

    async def edit_note(self, note: Note, draft: str | None = None) -> None:
        """Edit a note and wait until that is done.

        Args:
            note: the note as it is or was; a new one has no words yet.
            draft: what an earlier editor left behind of it.
        """
        from tui.dialogs.note_editor import NoteEditor

        keeper, told = NoteKeeper(note), ["saved"]

        async def kept(body: str) -> bool:
            return await self._write(lambda store: _tell(told, keeper.keep(store, body)))

        drafting = StoredDraft(self.desk.store, note)
        title = f"Note on {note.about_name}"
        editor = NoteEditor(title, note.body, kept, drafting, typed=draft)
        saved = await self.answer_of(editor)
        await self.fetch_annotations()
        if saved:
            self.say(f"{title} {told[-1]}")

    @work(group="annotations")
    async def action_undo(self) -> None:
        """Put back what was removed last, in this window first."""
        from tui.services.article_names import describe_undone

        undone: list[Undone | None] = []
        done = await self._do(lambda store: undone.append(store.undo()))
        await self.fetch_annotations()
        if done and (back := undone[0]) is not None:
            here = self.reading.article.id if self.reading is not None else None
            self.say(describe_undone(back, here, self.desk.state.recent()))
        elif done:
            self.say("Nothing to put back")

    def _passage(self) -> Span | None:
        """Return what a bookmark would mark: the current quote, or the paragraph at the top."""
        return self.current_span() or self.pane.paragraph_at(self.pane.top)

    def tell_orphaned(self, target: Target, title: str = "Orphaned bookmark") -> None:
        """Say that a passage is not in the article any more, and what its words were."""
        words = shorten(passage_of(target), _MOST_WORDS)
        self.notify(
            f"Its passage is no longer in the article. It read: {words}",
            title=title,
            severity="warning",
            markup=False,
            timeout=20,
        )

    def tell_changed(self, target: Target, title: str = "Bookmark to check") -> None:
        """Say that the article changed around a passage, and what its words were."""
        words = shorten(passage_of(target), _MOST_WORDS)
        self.notify(
            f"The article changed here. What was marked read: {words}",
            title=title,
            markup=False,
            timeout=20,
        )

    async def _ask(self, question: Callable[[Repository], _T]) -> _T | None:
        """Return the store's answer; None after notifying that it gave none."""
        try:
            return await self.desk.store.ask(question)
        except (StoreError, UnknownRecordError) as error:
            self.complain_unasked(str(error))
            return None

    def complain_unasked(self, message: str) -> None:
        """Notify of something that went wrong though the reader had asked for nothing."""
        self.complain(message)

    async def _write(self, change: Callable[[Repository], object]) -> bool:
        """Write something in what is read, whose text is kept with it; else as `_do`."""
        reading, pages = self.reading, self.desk.pages()
        lines: list[str] = []

        def both(store: Repository) -> None:
            if reading is not None:
                lines.extend(keep_reading(reading, pages))
            change(store)

        done = await self._do(both)
        if reading is not None:
            self.tell_kept(reading, lines)
        return done

    async def _do(self, change: Callable[[Repository], object], gone: str = "") -> bool:
        """Change the store; tell whether that worked, after notifying where it did not.

        Args:
            change: changes it.
            gone: what is said where another process removed what is to be changed.
        """
        try:
            await self.desk.store.ask(change)
        except UnknownRecordError as error:
            self.complain(gone or str(error))
            return False
        except StoreError as error:
            self.complain(str(error))
            return False
        return True


def _bookmark(reading: Reading, span: Span) -> Bookmark:
    from inquit.store.records.record_factory import new_bookmark

    return new_bookmark(reading.article, span, inquit=reading.inquit_at(span))


def _note(reading: Reading, source: Source) -> Note:
    from inquit.store.records.record_factory import new_note

    return new_note(source.name, "", about=source_key(source, reading.article.id))


def _tell(told: list[str], what: str) -> None:
    told.append(what)
