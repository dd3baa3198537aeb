"""The documents of one file: what was saved, overlaid with what could not be saved yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from tinydb.table import Document as Numbered

from inquit.errors import StoreError, StoreLockedError, StoreWriteError, UnknownRecordError
from inquit.store.codec import Document
from inquit.store.durability.files import Disk
from inquit.store.durability.lock import WAIT
from inquit.store.durability.storage import FileStorage
from inquit.store.durability.transactional_storage import (
    TransactionalDatabase,
)
from inquit.store.folders import default_rescue_folders
from inquit.store.records.bin import BIN, KEPT_DAYS, bin_document
from inquit.store.records.pending_changes import (
    Changes,
    Pending,
    drop_taken_in,
    extend,
    merge,
    rebase,
    stack,
)
from inquit.store.records.removals import Removals
from inquit.store.records.unreadable import Unreadable
from inquit.store.records.unsaved_changes import UnsavedChanges


class Documents:
    """The documents of one file; changed by one thread at a time, read by any at any time."""

    def __init__(self, storage: FileStorage, rescue: UnsavedChanges) -> None:
        """Take the documents' file, and where unsaved changes go."""
        self.storage = storage
        self.unsaved: Pending = {}
        self._database = TransactionalDatabase(storage=lambda: storage)
        self._rescue = rescue
        self._left: list[Path] = []
        self.removals = Removals(self)
        """What is in the bin, in order, and what this window put there."""
        self._taken_in: str | None = None
        self.unreadable = Unreadable(self.find)
        """What was met that cannot be read."""
        self._changing = threading.RLock()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        disk: Disk | None = None,
        rescue_folders: Sequence[Path] | None = None,
        wait: float = WAIT,
    ) -> Self:
        """Open the documents of a file; where there is none yet, the first change makes it.

        Args:
            path: the file.
            disk: the file operations used.
            rescue_folders: where unsaved changes go, the best first; else the usual ones.
            wait: seconds to wait for another process at most.

        Raises:
            StoreError: where the system does not let us read what is there.
        """
        disk = disk or Disk()
        elsewhere = default_rescue_folders() if rescue_folders is None else rescue_folders
        storage = FileStorage(path, disk=disk, wait=wait)
        documents = cls(storage, UnsavedChanges(path, elsewhere, disk))
        documents.take_in()
        return documents

    @property
    def recovery(self) -> str | None:
        """What was recovered when the store was opened or later, in one line, or None."""
        lines = [line for line in (self.storage.recovery, self._taken_in) if line]
        return ". ".join(lines) or None

    def close(self) -> None:
        """Close the storage."""
        self._database.close()

    @property
    def warning(self) -> str | None:
        """What went wrong beside the last change, and what cannot be read, in one line, or None."""
        lines = [line for line in (self.storage.warning, self.unreadable.warning) if line]
        return ". ".join(lines) or None

    @property
    def only_in_memory(self) -> int:
        """How many changes are neither in the store nor in a rescue file."""
        kept = {} if self._rescue.was_taken_in() else self._rescue.kept_changes
        return sum(kept.get(key) is not change for key, change in self.unsaved.items())

    def all(self, table: str) -> Iterator[Document]:
        """Yield the documents of a table; whoever gets them must not change them."""
        unsaved = {key[1]: made.document for key, made in self.unsaved.items() if key[0] == table}
        for document in list(self.storage.live(table).values()):
            held = unsaved.pop(str(document.get("id")), document) if unsaved else document
            if held is not None:
                yield held
        yield from (held for held in unsaved.values() if held is not None)

    def everything(self) -> Iterator[Document]:
        """Yield the documents of all tables, as `all` does."""
        for table in (*self.storage.tables(), *{table for table, _ in self.unsaved}):
            yield from self.all(table)

    def find(self, table: str, record_id: str) -> Document | None:
        """Return the document of a table that has an id, or None."""
        if (table, record_id) in self.unsaved:
            return self.unsaved[table, record_id].document
        return self._find_saved(table, record_id)

    def _find_saved(self, table: str, record_id: str) -> Document | None:
        number = self.storage.number_of(table, record_id)
        return None if number is None else self.storage.live(table)[str(number)]

    def write(self, changes: Callable[[], Changes]) -> None:
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
                made = self._commit(changes)
            except StoreError as error:
                made = changes()
                if not made and not self.unsaved:
                    raise
                self.unsaved = extend(self.unsaved, made, self._find_saved)
                self.removals.note(made)
                raise self._kept_elsewhere(error) from error
            self.removals.note(made)

    def moved_to_bin(self, table: str, record_id: str, beside: str | None = None) -> Changes:
        """Return the changes that move a document to the bin.

        Args:
            table: its table.
            record_id: its id.
            beside: the id of what it is removed with; None for itself alone.

        Raises:
            UnknownRecordError: where there is none with this id.
        """
        document = self.find(table, record_id)
        if document is None:
            raise unknown_record(table, record_id)
        removed = bin_document(
            table, document, datetime.now(UTC), self.storage.days.count, beside=beside
        )
        return {(table, record_id): None, (BIN, record_id): removed}

    def empty_bin(self) -> int:
        """Remove for good what is in the bin and return how many documents that was."""
        ids: list[str] = []

        def changes() -> Changes:
            ids[:] = [str(document.get("id")) for document in self.all(BIN)]
            return {(BIN, record_id): None for record_id in ids}

        self.write(changes)
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
            self.write(dict)
            return True

    def take_in(self) -> None:
        """Save what earlier processes could not, or lay it over what is saved."""
        left: Pending = {}
        for path, unsaved in self._rescue.left_behind():
            self._left.append(path)
            left = stack(left, unsaved)
        if not self._left:
            return
        count, self.unsaved = len(left), rebase(left, self._find_saved)
        what, are = ("1 change", "is") if count == 1 else (f"{count} changes", "are")
        try:
            self._commit(dict)
        except StoreError as error:
            self._taken_in = f"{what} of an earlier session {are} not saved yet. {error}"
            return
        self._taken_in = f"{what} that an earlier session could not save {are} saved now"

    def _commit(self, changes: Callable[[], Changes]) -> Changes:
        with self.storage.transaction():
            self.storage.days = self.storage.days.with_day(datetime.now(UTC).date())
            if self._rescue.was_taken_in():
                self.unsaved = drop_taken_in(
                    self.unsaved, self._rescue.kept_changes, self._find_saved
                )
            made = changes()
            pending = extend(self.unsaved, made, self._find_saved)
            for (table, record_id), document in merge(pending, self._find_saved).items():
                self._put(table, record_id, document)
            self._drop_expired()
        self.unsaved = {}
        self._rescue.clear()
        for path in self._left:
            self._rescue.remove(path)
        self._left = []
        return made

    def _kept_elsewhere(self, error: StoreError) -> StoreError:
        path = self._rescue.keep(self.unsaved, self._left)
        where = (
            f"it is kept in {path} and saved as soon as that works"
            if path
            else "it is kept in memory only, and lost when inquit ends unless it is saved before"
        )
        kind = StoreLockedError if isinstance(error, StoreLockedError) else StoreWriteError
        return kind(f"{error}; {where}")

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
        """Remove what has been in the bin too long; what does not say since when starts now."""
        days = self.storage.days
        for number, held in list(self.storage.live(BIN).items()):
            age = days.age(held.get("day"))
            if age is None:
                self.storage.put(BIN, number, {**held, "day": days.count})
            elif age > KEPT_DAYS:
                self.storage.put(BIN, number, None)


def unknown_record(table: str, record_id: str) -> UnknownRecordError:
    """Return the error that says that a table has no document with an id."""
    kind = "record" if table == BIN else table.removesuffix("s")
    return UnknownRecordError(f"There is no {kind} with the id {record_id}")
