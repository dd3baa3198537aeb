"""Meeting another window's words: where both changed a text, both are kept."""

from __future__ import annotations

import contextlib
import dataclasses
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inquit.errors import StoreError, UnknownRecordError
from inquit.model.annotation import Bookmark, Note

if TYPE_CHECKING:
    from inquit.store.repository import Repository


class Meeting:
    """One text that was opened in this window and may have been changed in another meanwhile."""

    def __init__(self, base: str, between: str) -> None:
        """Take the text as it was opened, and what stands between two versions of it."""
        self._base = self._theirs = base
        self._between = between
        self._written: str | None = None

    @property
    def met(self) -> bool:
        """Whether another window changed the text."""
        return self._theirs != self._base

    def is_ours(self, held: str) -> bool:
        """Tell whether the store has what was opened or written here."""
        return held in (self._base, self._written)

    def text(self, held: str, mine: str) -> str:
        """Return what to keep.

        Args:
            held: the text as the store has it now.
            mine: the text as it is in this window.
        """
        if held != self._written:
            self._theirs = held
        if self._theirs in (self._base, mine):
            kept = mine
        elif mine == self._base or not mine.strip():
            kept = self._theirs
        else:
            kept = f"{self._theirs}{self._between}{mine}"
        self._written = kept
        return kept


class NoteKeeper:
    """Keeps a note that is being edited, however often that is tried."""

    def __init__(self, note: Note) -> None:
        """Take the note as it was opened; a new one has no words yet."""
        self._note = note
        self._meeting = Meeting(note.body, "\n\n")

    def keep(self, store: Repository, body: str) -> str:
        """Keep the words and say what became of them; an emptied note is removed.

        Raises:
            StoreError: they could not be written.
        """
        from inquit.store.making import edited

        _refresh(store)
        note = self._note
        held = next((each for each in store.notes(note.about) if each.id == note.id), None)
        if held is None and not body.strip():
            return "is empty"
        if held is not None and not body.strip() and self._meeting.is_ours(held.body):
            store.remove_note(note.id)
            return "removed; u puts it back"
        text = self._meeting.text(held.body if held else note.body, body)
        changed = edited(held or note, text)
        try:
            store.change_note(changed)
        except UnknownRecordError:
            store.add_note(changed)
        return "saved, after what another window wrote" if self._meeting.met else "saved"


class BookmarkKeeper:
    """Keeps a bookmark that is being edited, however often that is tried."""

    def __init__(self, bookmark: Bookmark) -> None:
        """Take the bookmark as it was opened."""
        self._bookmark = bookmark
        self._label = Meeting(bookmark.label, " · ")
        self._comment = Meeting(bookmark.comment, " · ")

    def keep(self, store: Repository, label: str, comment: str) -> str:
        """Keep label and comment and say what became of them.

        Raises:
            StoreError: they could not be written.
        """
        _refresh(store)
        mine = self._bookmark
        all_held = store.bookmarks(mine.target.article_id)
        held = next((each for each in all_held if each.id == mine.id), mine)
        changed = dataclasses.replace(
            held,
            label=self._label.text(held.label, label),
            comment=self._comment.text(held.comment, comment),
            modified=datetime.now(UTC),
        )
        try:
            store.change_bookmark(changed)
        except UnknownRecordError:
            store.add_bookmark(changed)
        met = self._label.met or self._comment.met
        return "saved, with what another window wrote" if met else "saved"


def _refresh(store: Repository) -> None:
    """Fetch what others wrote; where that fails, the write that follows tells it."""
    with contextlib.suppress(StoreError):
        store.refresh()
