"""Bookmarks, notes and corrections: the reader's own work, kept in TinyDB."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Self

from inquit.model.annotation import (
    Bookmark,
    BookmarkId,
    Correction,
    CorrectionId,
    Note,
    NoteId,
    SourceKey,
)
from inquit.model.article import ArticleId
from inquit.model.identity import Identity, IdentityId
from inquit.model.saved_search import SavedSearch, SavedSearchId
from inquit.store.codec import BOOKMARKS, CORRECTIONS, IDENTITIES, NOTES, SEARCHES, Document
from inquit.store.durability.files import Disk
from inquit.store.durability.lock import WAIT
from inquit.store.folders import STORE_FILE
from inquit.store.records.annotations import Records
from inquit.store.records.bin import Removed, Undone
from inquit.store.records.documents import Documents
from inquit.store.records.open_store import OpenStore
from inquit.store.records.story_records import StoryRecords


def new_id() -> str:
    """Return a new id for a record, given once and never reused."""
    return str(uuid.uuid4())


class Repository(OpenStore):
    """The store of one folder; safe to use from several threads and several processes."""

    def __init__(self, documents: Documents) -> None:
        """Take the documents; `open` is the usual way."""
        super().__init__(documents)
        self._records = Records(documents)
        self.stories = StoryRecords(documents, self._records)
        """What the reader gathers for stories."""

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        disk: Disk | None = None,
        rescue_folders: Sequence[Path] | None = None,
        wait: float = WAIT,
    ) -> Self:
        """Open the store of a folder; where there is none yet, the first change makes it.

        Args:
            folder: the folder.
            disk: the file operations used.
            rescue_folders: where unsaved changes go, the best first; else the usual ones.
            wait: seconds to wait for another process at most.

        Raises:
            StoreError: where the system does not let us read what is there.
        """
        path = folder / STORE_FILE
        return cls(Documents.open(path, disk=disk, rescue_folders=rescue_folders, wait=wait))

    @property
    def read_only(self) -> bool:
        """Whether a newer version wrote the store, so that nothing can be changed in it."""
        return self._documents.storage.read_only

    def bookmarks(self, article_id: ArticleId | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks, of one article or of all, in the order in which they were made."""
        return self._records.all(Bookmark, BOOKMARKS, _in_article(article_id))

    def notes(self, about: SourceKey | None = None) -> tuple[Note, ...]:
        """Return the notes, on one source or on all, in the order in which they were written."""
        return self._records.all(Note, NOTES, None if about is None else (("about",), about))

    def corrections(self, article_id: ArticleId | None = None) -> tuple[Correction, ...]:
        """Return the corrections, of one article or of all, oldest first."""
        return self._records.all(Correction, CORRECTIONS, _in_article(article_id))

    def documents(self) -> Iterator[Document]:
        """Yield all there is as it is kept, in the bin and unreadable ones, too; not to change."""
        return self._documents.everything()

    def add_bookmark(self, bookmark: Bookmark) -> None:
        """Keep a new bookmark.

        Raises:
            StoreWriteError: where it could not be written.
            StoreLockedError: where another process kept the store locked.
        """
        self._records.keep(bookmark)

    def edit_bookmark(
        self, bookmark_id: BookmarkId, edit: Callable[[Bookmark | None], Bookmark | None]
    ) -> None:
        """Put in a bookmark's place what is made of it as it is now; as `edit_note`."""
        self._records.edit(Bookmark, (BOOKMARKS, bookmark_id), edit)

    def remove_bookmark(self, bookmark_id: BookmarkId) -> None:
        """Move a bookmark to the bin; raises as `change_correction`."""
        self._records.remove(BOOKMARKS, bookmark_id)

    def add_note(self, note: Note) -> None:
        """Keep a new note; raises as `add_bookmark`."""
        self._records.keep(note)

    def edit_note(self, note_id: NoteId, edit: Callable[[Note | None], Note | None]) -> None:
        """Put in a note's place what is made of it as it is now, while nobody else can write.

        Args:
            note_id: its id.
            edit: takes the note, None where there is none outside the bin, and returns the note
                that is to be, None for none. Called again where writing fails.

        Raises:
            UnknownRecordError: where edit raises it.
            StoreWriteError, StoreLockedError: as `add_bookmark`.
        """
        self._records.edit(Note, (NOTES, note_id), edit)

    def remove_note(self, note_id: NoteId) -> None:
        """Move a note to the bin; raises as `change_correction`."""
        self._records.remove(NOTES, note_id)

    def add_correction(self, correction: Correction) -> None:
        """Keep a new correction; raises as `add_bookmark`."""
        self._records.keep(correction)

    def change_correction(self, correction: Correction) -> None:
        """Put a correction in the place of the one with its id, also if that is in the bin.

        Raises:
            UnknownRecordError: where there is none with this id.
            StoreWriteError: where the change could not be written.
            StoreLockedError: where another process kept the store locked.
        """
        self._records.change(correction)

    def remove_correction(self, correction_id: CorrectionId) -> None:
        """Move a correction to the bin; raises as `change_correction`."""
        self._records.remove(CORRECTIONS, correction_id)

    def relocate(self, old: Collection[ArticleId], new: ArticleId) -> int:
        """Let all that was written in a file be in another, what is in the bin, too.

        Args:
            old: what the article was known by.
            new: what it is known by now.

        Returns:
            How many records that is, without those in the bin. Raises as `add_bookmark`.
        """
        return self._records.relocate(old, new)

    def identities(self) -> tuple[Identity, ...]:
        """Return what the reader said of who is who, oldest first."""
        return self._records.all(Identity, IDENTITIES, None)

    def add_identity(self, identity: Identity) -> None:
        """Keep what the reader says of who is who; raises as `add_bookmark`."""
        self._records.keep(identity)

    def remove_identity(self, identity_id: IdentityId) -> None:
        """Move that to the bin; raises as `change_correction`."""
        self._records.remove(IDENTITIES, identity_id)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches, in the order in which they were saved."""
        return self._records.all(SavedSearch, SEARCHES, None)

    def add_search(self, search: SavedSearch) -> None:
        """Keep a search under its name; raises as `add_bookmark`."""
        self._records.keep(search)

    def remove_search(self, search_id: SavedSearchId) -> None:
        """Move a saved search to the bin; raises as `change_correction`."""
        self._records.remove(SEARCHES, search_id)

    def removed(self) -> tuple[Removed, ...]:
        """Return what is in the bin, the last removed first."""
        return self._records.removed()

    def restore(self, record_id: str) -> str:
        """Put a record of the bin back and return what it is; raises as `change_correction`."""
        return self._records.restore(record_id)

    def undo(self) -> Undone | None:
        """Put the record back that this window removed last, else the last of the bin.

        Returns:
            What came back, or None where the bin is empty.

        Raises:
            UnknownRecordError: where it is not in the bin any more; the next call goes on to
                what was removed before it.
            StoreWriteError: where the change could not be written.
            StoreLockedError: where another process kept the store locked.
        """
        return self._records.undo()


def _in_article(article_id: ArticleId | None) -> tuple[tuple[str, ...], str] | None:
    return None if article_id is None else (("target", "article_id"), article_id)
