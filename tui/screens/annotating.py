"""Bookmarks and notes: set, edited, removed, put back; shown once the store has them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from textual import work

from inquit.errors import StoreError, UnknownRecordError
from inquit.model.annotation import (
    Bookmark,
    BookmarkId,
    Note,
    NoteId,
    source_key,
    target_of,
)
from inquit.model.article import Article
from inquit.model.quotation import Source
from inquit.model.span import Span
from tui.reading import Reading
from tui.screens.reader_base import ReaderBase
from widgets.excerpt import excerpt
from widgets.sidebar_rows import PlacedBookmark

if TYPE_CHECKING:
    from inquit.store.repository import Repository

_T = TypeVar("_T")


class Annotating(ReaderBase):
    """What the reader adds to an article."""

    @work(group="annotations")
    async def load_annotations(self) -> None:
        """Fetch the bookmarks and notes from the store."""
        await self.fetch_annotations()

    async def fetch_annotations(self) -> None:
        """Fetch the bookmarks and notes from the store and show them."""
        reading = self.reading
        if reading is None:
            return
        held = await self._ask(lambda repository: _annotations(repository, reading.article))
        if held is not None and reading is self.reading:
            reading.bookmarks, notes = held
            reading.notes = {note.about: note for note in notes}
            self.show_all()

    @work(group="annotations")
    async def action_bookmark(self) -> None:
        """Set a bookmark on the current quote or on the paragraph at the top, or take it off."""
        reading = self.reading
        span = self._passage()
        if reading is None or span is None:
            return
        held = reading.bookmark_on(span)
        if held is not None:
            done = await self._do(lambda store: store.remove_bookmark(held.bookmark.id))
            message = "Bookmark removed; u puts it back"
        else:
            done = await self._do(lambda store: store.add_bookmark(_bookmark(reading, span)))
            message = f"Bookmarked: {excerpt(reading.article.text, span, 40)}"
        if done:
            await self.fetch_annotations()
            self.say(message)

    @work(group="annotations")
    async def action_edit_bookmark(self) -> None:
        """Edit label and comment of the bookmark on the current passage; set it where none is."""
        from tui.screens.bookmark_editor import BookmarkEditor

        reading, span = self.reading, self._passage()
        if reading is None or span is None:
            return
        held = reading.bookmark_on(span)
        bookmark = held.bookmark if held is not None else _bookmark(reading, span)
        keep = "change_bookmark" if held is not None else "add_bookmark"

        async def kept(label: str, comment: str) -> bool:
            changed = dataclasses.replace(
                bookmark, label=label, comment=comment, modified=datetime.now(UTC)
            )
            return await self._do(lambda store: getattr(store, keep)(changed))

        if await self.app.push_screen_wait(BookmarkEditor(bookmark, kept)):
            await self.fetch_annotations()
            self.say("Bookmark saved")

    @work(group="annotations")
    async def action_note(self) -> None:
        """Edit the note on the current source."""
        from tui.screens.note_editor import NoteEditor

        reading = self.reading
        finding = reading.finding if reading is not None else None
        if reading is None or finding is None or finding.source is None:
            self.say("A note belongs to a source: go to one of its quotes first (n)")
            return
        source = finding.source
        note = reading.note_on(source)

        async def kept(body: str) -> bool:
            return await self._keep_note(reading, source, note, body)

        title = f"Note on {source.name}"
        if await self.app.push_screen_wait(NoteEditor(title, note.body if note else "", kept)):
            await self.fetch_annotations()
            self.say(f"Note on {source.name} saved")

    @work(group="annotations")
    async def action_undo(self) -> None:
        """Put back what was removed last."""
        try:
            back = await self.desk.store.ask(lambda store: store.undo())
        except StoreError as error:
            self.complain(str(error))
            return
        await self.fetch_annotations()
        self.say(f"Put back: {back}" if back else "Nothing to put back")

    async def _keep_note(
        self, reading: Reading, source: Source, note: Note | None, body: str
    ) -> bool:
        """Keep what was written about a source; an emptied note is removed."""
        if note is None:
            fresh = _note(reading, source, body)
            return not body.strip() or await self._do(lambda store: store.add_note(fresh))
        if not body.strip():
            return await self._do(lambda store: store.remove_note(note.id))
        changed = dataclasses.replace(note, body=body, modified=datetime.now(UTC))
        return await self._do(lambda store: store.change_note(changed))

    def _passage(self) -> Span | None:
        """Return what a bookmark would mark: the current quote, or the paragraph at the top."""
        return self.current_span() or self.pane.paragraph_at(self.pane.top)

    async def _ask(self, question: Callable[[Repository], _T]) -> _T | None:
        """Return the store's answer; None after notifying that it gave none."""
        try:
            return await self.desk.store.ask(question)
        except StoreError as error:
            self.complain(str(error))
            return None

    async def _do(self, change: Callable[[Repository], object]) -> bool:
        """Change the store; tell whether that worked, after notifying where it did not."""
        try:
            await self.desk.store.ask(change)
        except (StoreError, UnknownRecordError) as error:
            self.complain(str(error))
            return False
        return True


def _annotations(
    store: Repository, article: Article
) -> tuple[tuple[PlacedBookmark, ...], tuple[Note, ...]]:
    """Return an article's bookmarks, each with its place in the text, and all notes."""
    from inquit.store.anchors import find

    store.refresh()
    placed = (
        PlacedBookmark(bookmark=bookmark, span=find(bookmark.target, article))
        for bookmark in store.bookmarks(article.id)
    )
    return tuple(placed), store.notes()


def _bookmark(reading: Reading, span: Span) -> Bookmark:
    now = datetime.now(UTC)
    return Bookmark(
        id=BookmarkId(_new_id()),
        target=target_of(reading.article, span),
        created=now,
        modified=now,
    )


def _note(reading: Reading, source: Source, body: str) -> Note:
    now = datetime.now(UTC)
    return Note(
        id=NoteId(_new_id()),
        about=source_key(source, reading.article.id),
        about_name=source.name,
        body=body,
        created=now,
        modified=now,
    )


def _new_id() -> str:
    from inquit.store.repository import new_id

    return new_id()
