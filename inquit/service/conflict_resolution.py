"""Meeting another window's words: where both changed a text, both are kept."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

from inquit.model.annotation import Bookmark, Note
from inquit.model.tags import merge_tags
from inquit.store.records.record_factory import change_body
from inquit.store.records.repository import Repository
from inquit.store.records.three_way_merge import BETWEEN, merge_text


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
        self._written = merge_text(self._base, self._theirs, mine, self._between)
        return self._written


class NoteKeeper:
    """Keeps a note that is being change_body, however often that is tried."""

    def __init__(self, note: Note) -> None:
        """Take the note as it was opened; a new one has no words yet."""
        self._note = note
        self._meeting = Meeting(note.body, BETWEEN["body"])

    def keep(self, store: Repository, body: str) -> str:
        """Keep the words and say what became of them; an emptied note is removed.

        Raises:
            StoreError: they could not be written.
        """
        told = "saved"

        def edit(held: Note | None) -> Note | None:
            nonlocal told
            if not body.strip() and (held is None or self._meeting.is_ours(held.body)):
                told = "is empty" if held is None else "removed; u puts it back"
                return None
            text = self._meeting.text(held.body if held else self._note.body, body)
            told = "saved, after what another window wrote" if self._meeting.met else "saved"
            return change_body(held or self._note, text)

        store.edit_note(self._note.id, edit)
        return told


class BookmarkKeeper:
    """Keeps a bookmark that is being change_body, however often that is tried."""

    def __init__(self, bookmark: Bookmark) -> None:
        """Take the bookmark as it was opened."""
        self._bookmark = bookmark
        self._label = Meeting(bookmark.label, BETWEEN["label"])
        self._comment = Meeting(bookmark.comment, BETWEEN["comment"])

    def keep(self, store: Repository, label: str, comment: str, tags: tuple[str, ...] = ()) -> str:
        """Keep label, comment and tags and say what became of them.

        Raises:
            StoreError: they could not be written.
        """

        def edit(held: Bookmark | None) -> Bookmark:
            known = held or self._bookmark
            return dataclasses.replace(
                known,
                label=self._label.text(known.label, label),
                comment=self._comment.text(known.comment, comment),
                tags=merge_tags(self._bookmark.tags, known.tags, tags),
                modified=datetime.now(UTC),
            )

        store.edit_bookmark(self._bookmark.id, edit)
        met = self._label.met or self._comment.met
        return "saved, with what another window wrote" if met else "saved"
