"""Records over a live storage: what was saved, and laid over it what could not be saved yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from tinydb.table import Document as Numbered

from inquit.errors import (
    DocumentError,
    StoreError,
    StoreLockedError,
    StoreWriteError,
    UnknownRecordError,
)
from inquit.model.annotation import Bookmark, Correction, Note
from inquit.store.bin import BIN, Removed, binned, described, is_expired, removed_of
from inquit.store.codec import Document, Record, decode, encode, table_of
from inquit.store.live import LiveDatabase, LiveStorage
from inquit.store.rescue import Rescue, Unsaved

_R = TypeVar("_R", Bookmark, Note, Correction)
_KINDS = {"bookmarks": "bookmark", "notes": "note", "corrections": "correction", BIN: "record"}

Wanted = tuple[tuple[str, ...], str] | None
"""The path to a field of a document and the text it must hold; None where all are wanted."""


class Records:
    """The records of one storage; changed by one thread at a time, read by any at any time."""

    def __init__(self, storage: LiveStorage, rescue: Rescue | None) -> None:
        self.storage = storage
        self.unsaved: Unsaved = {}
        self._database = LiveDatabase(storage=lambda: storage)
        self._rescue = rescue
        self._left: list[Path] = []
        self._taken_in: str | None = None
        self._changing = threading.RLock()
        self._decoded: dict[tuple[str, str], tuple[Document, Record | None]] = {}

    @property
    def recovery(self) -> str | None:
        """What was recovered when the store was opened or later, in one line, or None."""
        told = [line for line in (self.storage.recovery, self._taken_in) if line]
        return ". ".join(told) or None

    def close(self) -> None:
        """Let go of the storage."""
        self._database.close()

    def all(self, kind: type[_R], table: str, wanted: Wanted) -> tuple[_R, ...]:
        """Return the records of a table that are wanted, oldest first."""
        found = []
        for document in self._documents(table):
            if wanted is None or _field(document, wanted[0]) == wanted[1]:
                record = self._record(table, document)
                if isinstance(record, kind):
                    found.append(record)
        return tuple(sorted(found, key=lambda record: record.created))

    def keep(self, record: Record) -> None:
        """Keep a record; raises StoreError where it could not be written."""
        self._write(lambda: {(table_of(record), record.id): encode(record)})

    def change(self, record: Record) -> None:
        """Keep a record in the place of the one with its id, also if that is in the bin."""
        table = table_of(record)

        def changes() -> Unsaved:
            changed: Unsaved = {(table, record.id): encode(record)}
            if self._find(table, record.id) is None:
                in_bin = self._find(BIN, record.id)
                if in_bin is None or in_bin.get("table") != table:
                    raise _unknown(table, record.id)
                changed[BIN, record.id] = None
            return changed

        self._write(changes)

    def remove(self, table: str, record_id: str) -> None:
        """Move a record to the bin."""

        def changes() -> Unsaved:
            document = self._find(table, record_id)
            if document is None:
                raise _unknown(table, record_id)
            removed = binned(table, document, datetime.now(UTC))
            return {(table, record_id): None, (BIN, record_id): removed}

        self._write(changes)

    def removed(self) -> tuple[Removed, ...]:
        """Return what is in the bin and can be read, the last removed first."""
        found = []
        for document in self._documents(BIN):
            try:
                found.append(removed_of(document))
            except DocumentError:
                continue
        # Of those removed at the same moment the later in the table comes first, too.
        found.reverse()
        return tuple(sorted(found, key=lambda item: item.removed, reverse=True))

    def restore(self, record_id: str) -> str:
        """Put a record of the bin back and return what it is."""
        restored: list[Document] = []

        def changes() -> Unsaved:
            document = self._find(BIN, record_id)
            if document is None:
                raise UnknownRecordError(f"There is nothing in the bin with the id {record_id}")
            restored.append(document)
            return {(BIN, record_id): None, (document["table"], record_id): document["document"]}

        self._write(changes)
        return described(removed_of(restored[-1]).record)

    def empty_bin(self) -> int:
        """Remove for good what is in the bin and return how many records that was."""
        ids: list[str] = []

        def changes() -> Unsaved:
            ids[:] = [str(document.get("id")) for document in self._documents(BIN)]
            return {(BIN, record_id): None for record_id in ids}

        self._write(changes)
        return len(ids)

    def refresh(self) -> bool:
        """Take in what another process wrote; tell whether it wrote anything."""
        with self._changing:
            return self.storage.reload()

    def save(self) -> bool:
        """Try again to write what could not be written; tell whether there was anything."""
        with self._changing:
            if self.storage.warning:
                self.storage.cover()
            if not self.unsaved:
                return False
            self._write(dict)
            return True

    def take_in(self) -> None:
        """Save what earlier processes could not, or lay it over what is saved."""
        if self._rescue is None:
            return
        for path, unsaved in self._rescue.left_behind():
            self._left.append(path)
            self.unsaved.update(unsaved)
        if not self._left:
            return
        count = len(self.unsaved)
        try:
            self._commit(dict)
        except StoreError as error:
            self._taken_in = f"{count} changes of an earlier session are not saved yet. {error}"
            return
        self._taken_in = f"{count} changes that an earlier session could not save are saved now"

    def _write(self, changes: Callable[[], Unsaved]) -> None:
        """Write changes, and those that could not be written before.

        Args:
            changes: what to change, worked out while no other process can write.

        Raises:
            UnknownRecordError: where changes raises it.
            StoreWriteError: where writing fails; what is unsaved is then kept in the rescue file.
            StoreLockedError: likewise.
        """
        with self._changing:
            try:
                self._commit(changes)
            except StoreError as error:
                self.unsaved = {**self.unsaved, **changes()}
                raise self._kept_elsewhere(error) from error

    def _commit(self, changes: Callable[[], Unsaved]) -> None:
        with self.storage.transaction():
            if self._rescue is not None and self._rescue.was_taken_in():
                self._forget_saved()
            for (table, record_id), document in {**self.unsaved, **changes()}.items():
                self._put(table, record_id, document)
            self._drop_expired()
        self.unsaved = {}
        if self._rescue is not None:
            self._rescue.clear()
            for path in self._left:
                self._rescue.remove(path)
            self._left = []

    def _forget_saved(self) -> None:
        """Forget what another process took in and saved, perhaps to change it since."""
        self.unsaved = {
            key: document
            for key, document in self.unsaved.items()
            if document is None or not self._is_saved(*key)
        }

    def _is_saved(self, table: str, record_id: str) -> bool:
        return any(self.storage.number_of(name, record_id) is not None for name in (table, BIN))

    def _kept_elsewhere(self, error: StoreError) -> StoreError:
        path = None if self._rescue is None else self._rescue.keep(self.unsaved)
        where = f"it is kept in {path}" if path else "it is kept in memory only"
        kind = StoreLockedError if isinstance(error, StoreLockedError) else StoreWriteError
        return kind(f"{error}; {where} and saved as soon as that works")

    def _put(self, table_name: str, record_id: str, document: Document | None) -> None:
        table = self._database.table(table_name)
        number = self.storage.number_of(table_name, record_id)
        if number is None:
            if document is not None:
                table.insert(document)
        elif document is None:
            table.remove(doc_ids=[number])
        else:
            table.upsert(Numbered(document, number))

    def _drop_expired(self) -> None:
        now = datetime.now(UTC)
        live = self.storage.live(BIN)
        numbers = [int(number) for number, held in live.items() if is_expired(held, now)]
        if numbers:
            self._database.table(BIN).remove(doc_ids=numbers)

    def _documents(self, table: str) -> Iterator[Document]:
        unsaved = {key[1]: held for key, held in self.unsaved.items() if key[0] == table}
        for document in list(self.storage.live(table).values()):
            held = unsaved.pop(str(document.get("id")), document) if unsaved else document
            if held is not None:
                yield held
        yield from (held for held in unsaved.values() if held is not None)

    def _find(self, table: str, record_id: str) -> Document | None:
        if (table, record_id) in self.unsaved:
            return self.unsaved[table, record_id]
        number = self.storage.number_of(table, record_id)
        return None if number is None else self.storage.live(table)[str(number)]

    def _record(self, table: str, document: Document) -> Record | None:
        """Return the record of a document; None for one that cannot be read, which stays."""
        key = (table, str(document.get("id")))
        known = self._decoded.get(key)
        if known is None or known[0] is not document:
            try:
                record: Record | None = decode(table, document)
            except DocumentError:
                record = None
            known = self._decoded[key] = document, record
        return known[1]


def _field(document: Document, path: tuple[str, ...]) -> object:
    value: Any = document
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _unknown(table: str, record_id: str) -> UnknownRecordError:
    return UnknownRecordError(f"There is no {_KINDS.get(table, 'record')} with the id {record_id}")
