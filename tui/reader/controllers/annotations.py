"""Bookmarks and notes: set, edited, removed, put back; shown once the store has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.annotation import Bookmark, Note, Target, source_key
from inquit.model.passage import passage_of, with_marks
from inquit.service.annotations import annotations_of
from tui.reader.lost_places import describe_lost, lost_places
from tui.services.draft_handle import DraftHandle
from tui.services.moved_files import offer
from widgets.excerpt import excerpt
from widgets.row import ListRow
from widgets.row_list import shorten

if TYPE_CHECKING:
    from inquit.model.quotation import Source
    from inquit.model.span import Span
    from inquit.service.annotations import Undone
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.reader_pane import ReaderPane
    from tui.reader.state import Reading
    from tui.reader.view import ReaderView

_MOST_WORDS = 600  # cells of a passage's words that a notification shows


class Annotations:
    """What the reader adds to an article."""

    def __init__(
        self, view: ReaderView, store: StoreAccess, navigation: Navigation, pane: ReaderPane
    ) -> None:
        """Take the screen, the store, what knows the current quote, and the pane of the text."""
        self._view = view
        self._store = store
        self._navigation = navigation
        self._pane = pane

    async def fetch(self) -> None:
        """Fetch bookmarks, notes and corrections from the store and show them."""
        if not self._view.is_open:
            return
        article, state = self._view.reading.article, self._view.services.state
        held = await self._store.ask(lambda store: annotations_of(store, article, state))
        if held is None or not self._view.reads(article):
            return
        before = self._view.reading
        moved, known = set(held.former) - set(before.former), lost_places(before)
        reading = before.annotate(held)
        self._view.show_reading(reading)
        # Not in the status line, where what was opened anew is told at the same time.
        if (line := describe_lost(lost_places(reading), known)) is not None:
            self._view.warn(line)
        if moved:
            self._view.warn(offer(held.former))
        if reading.marked:
            self._store.keep_text()

    async def toggle_bookmark(self) -> None:
        """Set a bookmark on the current quote or on the paragraph at the top, or take it off."""
        reading, span = self._view.reading, self._passage()
        if span is None:
            return
        held = reading.bookmark_on(span)
        if held is not None:
            gone = "The bookmark is not there any more: it was removed elsewhere"
            mark = held.bookmark.id
            done = await self._store.change(lambda store: store.remove_bookmark(mark), gone)
            message = "Bookmark removed; u puts it back"
        else:
            new = _bookmark(reading, span)
            done = await self._store.write(lambda store: store.add_bookmark(new))
            text = reading.article.text
            message = f"Bookmarked: {excerpt(text, with_marks(text, span), 40)}"
        # What could not be written is shown all the same: it waits in the store to be.
        await self.fetch()
        if done:
            self._view.say(message)

    def edit_bookmark_here(self) -> None:
        """Edit label and comment of the bookmark on the current passage; set it where none is."""
        self._view.expect_dialog(self._edit_bookmark_here)

    async def _edit_bookmark_here(self) -> None:
        reading, span = self._view.reading, self._passage()
        if span is None:
            return
        held = reading.bookmark_on(span)
        await self.edit_bookmark(held.bookmark if held is not None else _bookmark(reading, span))

    async def edit_bookmark(self, bookmark: Bookmark, draft: str | None = None) -> None:
        """Edit a bookmark and wait until that is done.

        Args:
            bookmark: the bookmark as it is or was.
            draft: what an earlier editor left behind of it.
        """
        from inquit.service.conflict_resolution import BookmarkKeeper
        from inquit.service.records import tags_in_use
        from tui.dialogs.bookmark_editor import BookmarkEditor, parse_draft

        keeper, told = BookmarkKeeper(bookmark), ["saved"]

        async def kept(label: str, comment: str, tags: tuple[str, ...]) -> bool:
            return await self._store.write(
                lambda store: _tell(told, keeper.keep(store, label, comment, tags))
            )

        drafting = DraftHandle(self._view.services.store, bookmark)
        typed = parse_draft(draft) if draft is not None else None
        known = await self._store.ask(tags_in_use) or ()
        editor = BookmarkEditor(bookmark, kept, drafting, typed=typed, known_tags=known)
        saved = await self._view.answer_of(editor)
        await self.fetch()
        if saved:
            self._view.say(f"Bookmark {told[-1]}")

    def edit_note_here(self) -> None:
        """Edit the note on the current source."""
        self._view.expect_dialog(self._edit_note_here)

    async def _edit_note_here(self) -> None:
        reading = self._view.reading
        finding = reading.finding
        if finding is None or finding.source is None:
            self._view.say("A note belongs to a source: go to one of its quotes first (n)")
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
        picked = await self._view.answer_of(picker)
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
        from inquit.service.conflict_resolution import NoteKeeper
        from tui.dialogs.note_editor import NoteEditor

        keeper, told = NoteKeeper(note), ["saved"]

        async def kept(body: str) -> bool:
            return await self._store.write(lambda store: _tell(told, keeper.keep(store, body)))

        drafting = DraftHandle(self._view.services.store, note)
        title = f"Note on {note.about_name}"
        editor = NoteEditor(title, note.body, kept, drafting, typed=draft)
        saved = await self._view.answer_of(editor)
        await self.fetch()
        if saved:
            self._view.say(f"{title} {told[-1]}")

    async def undo(self) -> None:
        """Put back what was removed last, in this window first."""
        from tui.services.article_names import describe_undone

        undone: list[Undone | None] = []
        done = await self._store.change(lambda store: undone.append(store.undo()))
        await self.fetch()
        if done and (back := undone[0]) is not None:
            here = self._view.reading.article.id if self._view.is_open else None
            self._view.say(describe_undone(back, here, self._view.services.state.recent()))
        elif done:
            self._view.say("Nothing to put back")

    def _passage(self) -> Span | None:
        """Return what a bookmark would mark: the current quote, or the paragraph at the top."""
        return self._navigation.current_span() or self._pane.paragraph_at(self._pane.top)

    def tell_orphaned(self, target: Target, title: str = "Orphaned bookmark") -> None:
        """Say that a passage is not in the article any more, and what its words were."""
        words = shorten(passage_of(target), _MOST_WORDS)
        self._view.notify(
            f"Its passage is no longer in the article. It read: {words}",
            title=title,
            severity="warning",
            timeout=20,
        )

    def tell_changed(self, target: Target, title: str = "Bookmark to check") -> None:
        """Say that the article changed around a passage, and what its words were."""
        words = shorten(passage_of(target), _MOST_WORDS)
        self._view.notify(
            f"The article changed here. What was marked read: {words}",
            title=title,
            timeout=20,
        )


def _bookmark(reading: Reading, span: Span) -> Bookmark:
    from inquit.service.records import new_bookmark

    return new_bookmark(reading.article, span, inquit=reading.inquit_at(span))


def _note(reading: Reading, source: Source) -> Note:
    from inquit.service.records import new_note

    return new_note(source.name, "", about=source_key(source, reading.article.id))


def _tell(told: list[str], what: str) -> None:
    told.append(what)
