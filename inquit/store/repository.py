"""Bookmarks, notes and corrections: the reader's own work, kept in TinyDB."""

from __future__ import annotations

import threading
import uuid
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from tinydb.table import Document as Numbered

from inquit.errors import DocumentError, UnknownRecordError
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
from inquit.store.codec import (
    BOOKMARKS,
    CORRECTIONS,
    NOTES,
    SCHEMA_VERSION,
    Document,
    Record,
    decode,
    encode,
    table_of,
)
from inquit.store.files import Disk
from inquit.store.folders import STORE_FILE
from inquit.store.live import LiveDatabase
from inquit.store.storage import FileStorage

BIN = "bin"
_R = TypeVar("_R", Bookmark, Note, Correction)


def new_id() -> str:
    """Return a new id for a record, given once and never reused."""
    return str(uuid.uuid4())


class Repository:
    """The store of one folder; safe to use from several threads and several processes.

    What is read comes from memory; `refresh` fetches what another process wrote. A method that
    changes something returns once the change is on the disk.
    """

    def __init__(self, storage: FileStorage) -> None:
        self._storage = storage
        self._database = LiveDatabase(storage=lambda: storage)
        self._changing = threading.RLock()
        self.recovery: str | None = None
        """What was recovered when the store was opened, in one line for the reader, or None."""

    @classmethod
    def open(cls, folder: Path, *, disk: Disk | None = None) -> Self:
        """Open the store of a folder; where there is none yet, the first change makes it.

        Raises:
            StoreError: where what is there cannot be read.
        """
        return cls(FileStorage(folder / STORE_FILE, disk=disk))

    def close(self) -> None:
        """Let go of the store; nothing is left to be written."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def bookmarks(self, article_id: ArticleId | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks, of one article or of all, in the order in which they were made."""
        return self._all(Bookmark, BOOKMARKS, _in_article(article_id))

    def notes(self, about: SourceKey | None = None) -> tuple[Note, ...]:
        """Return the notes, on one source or on all, in the order in which they were written."""
        return self._all(Note, NOTES, {} if about is None else {"about": about})

    def corrections(self, article_id: ArticleId | None = None) -> tuple[Correction, ...]:
        """Return the corrections, of one article or of all, oldest first."""
        return self._all(Correction, CORRECTIONS, _in_article(article_id))

    def add_bookmark(self, bookmark: Bookmark) -> None:
        """Keep a new bookmark.

        Raises:
            StoreWriteError: where it could not be written.
            StoreLockedError: where another process kept the store locked.
        """
        self._keep(bookmark)

    def change_bookmark(self, bookmark: Bookmark) -> None:
        """Put a bookmark in the place of the one with its id; raises as `remove_bookmark`."""
        self._change(bookmark)

    def remove_bookmark(self, bookmark_id: BookmarkId) -> None:
        """Move a bookmark to the bin.

        Raises:
            UnknownRecordError: where there is none with this id.
            StoreWriteError: where the change could not be written.
            StoreLockedError: where another process kept the store locked.
        """
        self._remove(BOOKMARKS, bookmark_id)

    def add_note(self, note: Note) -> None:
        """Keep a new note; raises as `add_bookmark`."""
        self._keep(note)

    def change_note(self, note: Note) -> None:
        """Put a note in the place of the one with its id; raises as `remove_bookmark`."""
        self._change(note)

    def remove_note(self, note_id: NoteId) -> None:
        """Move a note to the bin; raises as `remove_bookmark`."""
        self._remove(NOTES, note_id)

    def add_correction(self, correction: Correction) -> None:
        """Keep a new correction; raises as `add_bookmark`."""
        self._keep(correction)

    def change_correction(self, correction: Correction) -> None:
        """Put a correction in the place of the one with its id; raises as `remove_bookmark`."""
        self._change(correction)

    def remove_correction(self, correction_id: CorrectionId) -> None:
        """Move a correction to the bin; raises as `remove_bookmark`."""
        self._remove(CORRECTIONS, correction_id)

    def undo(self) -> str | None:
        """Put the record that was removed last back, also after a restart.

        Returns:
            What came back, in one line, or None where the bin is empty.
        """
        with self._changing, self._storage.transaction():
            bin_ = self._database.table(BIN)
            removed = max(bin_.all(), key=lambda item: (item["removed"], item.doc_id), default=None)
            if removed is None:
                return None
            self._database.table(removed["table"]).insert(removed["document"])
            bin_.remove(doc_ids=[removed.doc_id])
            return _described(decode(removed["table"], removed["document"]))

    def refresh(self) -> bool:
        """Fetch what another process wrote; tell whether it wrote anything."""
        with self._changing:
            return self._storage.reload()

    def _all(self, kind: type[_R], table: str, wanted: dict[str, Any]) -> tuple[_R, ...]:
        found = []
        for document in list(self._storage.live(table).values()):
            if all(_field(document, name) == value for name, value in wanted.items()):
                try:
                    record = decode(table, document)
                except DocumentError:
                    continue
                if isinstance(record, kind):
                    found.append(record)
        return tuple(found)

    def _keep(self, record: Record) -> None:
        with self._changing, self._storage.transaction():
            self._database.table(table_of(record)).insert(encode(record))

    def _change(self, record: Record) -> None:
        with self._changing, self._storage.transaction():
            table = table_of(record)
            number = self._number(table, record.id)
            self._database.table(table).upsert(Numbered(encode(record), number))

    def _remove(self, table: str, record_id: str) -> None:
        with self._changing, self._storage.transaction():
            number = self._number(table, record_id)
            document: Document = self._storage.live(table)[str(number)]
            self._database.table(table).remove(doc_ids=[number])
            self._database.table(BIN).insert(
                {
                    "schema_version": SCHEMA_VERSION,
                    "id": record_id,
                    "table": table,
                    "removed": datetime.now(UTC).isoformat(),
                    "document": document,
                }
            )

    def _number(self, table: str, record_id: str) -> int:
        for number, document in self._storage.live(table).items():
            if document.get("id") == record_id:
                return int(number)
        raise UnknownRecordError(f"There is none of the {table} with the id {record_id}")


def _in_article(article_id: ArticleId | None) -> dict[str, Any]:
    return {} if article_id is None else {"target.article_id": article_id}


def _field(document: Document, name: str) -> object:
    value: Any = document
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _described(record: Record) -> str:
    if isinstance(record, Note):
        return f"note on {record.about_name}"
    kind = "bookmark" if isinstance(record, Bookmark) else "correction"
    return f"{kind} on “{record.target.quote.exact[:40]}”"
