"""A TinyDB storage that keeps one readable JSON file, atomically and durably."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from inquit.errors import StoreError, StoreWriteError
from inquit.store.codec import SCHEMA_VERSION
from inquit.store.durability.file_layout import DamagedError, StoreContents, Tables, compose, parse
from inquit.store.durability.file_signature import Signature, read_signature
from inquit.store.durability.files import Disk, describe_error, refuse_link, write_whole
from inquit.store.durability.journal import JournalChange
from inquit.store.durability.lock import WAIT, StoreLock
from inquit.store.durability.migrations import migrate
from inquit.store.durability.recovery import forget_damaged, rebuild, set_aside
from inquit.store.durability.second_copies import SecondCopies
from inquit.store.durability.serialized_blocks import SerializedBlocks, serialize_document
from inquit.store.durability.transactional_storage import Changed, TransactionalStorage


class FileStorage(TransactionalStorage):
    """Tables that are on the disk before a transaction is over."""

    def __init__(self, path: Path, *, disk: Disk | None = None, wait: float = WAIT) -> None:
        """Load the file.

        Args:
            path: the file; it need not exist.
            disk: the file operations used.
            wait: seconds to wait for another process at most.

        Raises:
            StoreError: where the file is there and the system does not let us read it.
        """
        super().__init__()
        self._path = path
        self._disk = disk or Disk()
        self._lock = StoreLock(path.parent, wait=wait, disk=self._disk)
        self._held = ExitStack()
        self._copies = SecondCopies(path, self._disk)
        self._lines = SerializedBlocks()
        self._generation = self._read_generation = 0
        self._signature: Signature | None = None
        self._to_set_aside = False
        self._written_in = SCHEMA_VERSION
        self._load()
        self.cover()

    @property
    def read_only(self) -> bool:
        """Whether the file was written by a newer version, and so is left as it is."""
        return self._written_in > SCHEMA_VERSION

    def reload(self) -> bool:
        """Read the file again if it is not the one last read or written; tell whether it was.

        Its first line tells, not its attributes alone, which may be some seconds old.

        Raises:
            StoreError: where the system does not let us read it.
        """
        if read_signature(self._disk, self._path) == self._signature:
            return False
        self._load()
        return True

    def keep_backup(self) -> Path:
        """Keep a copy of the file that is never thinned out, and return its path.

        Raises:
            StoreWriteError: where that fails, or there is no file yet.
        """
        with self._lock.hold():
            try:
                return self._copies.keep_for_good(self._generation)
            except OSError as error:
                raise StoreWriteError(
                    f"No backup could be made: {describe_error(error)}"
                ) from error

    def forget_backups(self) -> int:
        """Replace all backups, and what was set aside as damaged, by one copy of what is there now.

        Returns:
            How many files were removed.

        Raises:
            StoreWriteError: where that fails.
        """
        if self._signature is None:
            return 0
        with self._lock.hold():
            try:
                others = self._copies.forget_others(self._generation)
                return others + forget_damaged(self._disk, self._path)
            except OSError as error:
                raise StoreWriteError(
                    f"Backups could not be removed: {describe_error(error)}"
                ) from error

    def _load(self) -> None:
        signature = read_signature(self._disk, self._path)
        data = b""
        try:
            if signature is not None:
                data = self._disk.read(self._path)
                self._take(parse(data), signature)
                return
            if not self._generation and self._copies.are_none():
                self._take(StoreContents(), signature)
                return
        except (DamagedError, IsADirectoryError):
            pass
        except OSError as error:
            raise StoreError(
                f"The store {self._path} cannot be read: {describe_error(error)}"
            ) from error
        self._recover(data, signature)

    def cover(self) -> None:
        """Make sure that there is a second copy of what the last write changed.

        There is none where its writer died, or the backups could not be written, just then.
        """
        if self._signature is None or self._to_set_aside or self._written_in != SCHEMA_VERSION:
            return
        if self._copies.journal.last() >= self._read_generation:
            return
        try:
            with self._lock.hold():
                self._copies.cover(self._read_generation)
            self.warning = None
        except (OSError, StoreError):
            # The file itself is whole; only a second copy of its last change is missing.
            self.warning = "There is no backup of the last change"

    def _take(self, contents: StoreContents, signature: Signature | None) -> None:
        tables, lines = contents.tables, contents.lines
        if contents.schema_version < SCHEMA_VERSION:
            tables, lines = migrate(tables, contents.schema_version), None
        self._lines = lines or _serialize_tables(tables)
        self._tables, self._generation = (
            tables,
            self._copies.number_from(contents.generation, signature),
        )
        self._read_generation, self.days = contents.generation, contents.days
        self._written_in, self._signature = contents.schema_version, signature
        if self.read_only:
            self.recovery = self._newer()
        self._numbers.clear()
        self._last.clear()

    def _recover(self, data: bytes, signature: Signature | None) -> None:
        """Take what can be put together again, and put the file right if that can be done now."""
        memory = StoreContents(generation=self._generation, tables=self._tables, days=self.days)
        try:
            rebuilt = rebuild(data, self._copies.backups, self._copies.journal, memory)
        except OSError as error:
            raise StoreError(f"The backups cannot be read: {describe_error(error)}") from error
        rebuilt_as = StoreContents(
            generation=rebuilt.generation, tables=rebuilt.tables, days=rebuilt.days
        )
        self._take(rebuilt_as, signature)
        self._to_set_aside = signature is not None
        what = "damaged" if signature else "gone"
        message = (
            f"The store was {what}; {rebuilt.count} records were recovered from {rebuilt.origin}"
        )
        try:
            with self._lock.hold():
                if read_signature(self._disk, self._path) != signature:
                    # Another process has already put it right.
                    self._to_set_aside = False
                    self._load()
                    return
                aside = self._write([])
        except StoreError as error:
            self.recovery = f"{message}; the file itself could not be put right yet. {error}"
            return
        self.recovery = f"{message}; what was found is kept as {aside}" if aside else message

    def _begin(self) -> None:
        self._held.enter_context(self._lock.hold())
        try:
            self.reload()
            if self.read_only:
                raise StoreWriteError(self._newer())
        except BaseException:
            self._held.close()
            raise

    def _newer(self) -> str:
        return (
            f"The store was written by a newer inquit (schema {self._written_in}) and is open for"
            " reading only"
        )

    def _end(self) -> None:
        self._held.close()

    def _commit(self, changed: Changed) -> None:
        lines = {
            key: None if document is None else serialize_document(key[1], document)
            for key, document in changed.items()
        }
        kept = {key: self._lines.get(*key) for key in lines}
        self._set_lines(lines)
        try:
            self._write([(name, number, document) for (name, number), document in changed.items()])
        except StoreWriteError:
            self._set_lines(kept)
            raise

    def _set_lines(self, lines: dict[tuple[str, str], bytes | None]) -> None:
        for (name, number), line in lines.items():
            self._lines.set(name, number, line)

    def _write(self, changes: list[JournalChange]) -> Path | None:
        """Write the file; return where what stood in its place was set aside, if it was."""
        self.warning, aside = None, None
        try:
            refuse_link(self._path)
            if self._to_set_aside:
                aside = set_aside(self._disk, self._path)
            else:
                self._keep_backup()
            parts = compose(self._lines, self._generation + 1, self.days)
            write_whole(self._disk, self._path, parts, alone=True, spare=self._copies.backups.spare)
        except OSError as error:
            raise StoreWriteError(
                f"The store cannot be written: {describe_error(error)}"
            ) from error
        self._generation += 1
        self._read_generation = self._generation
        self._written_in, self._to_set_aside = SCHEMA_VERSION, False
        self._signature = read_signature(self._disk, self._path)
        if (fault := self._copies.add(self._generation, changes)) is not None:
            self.warning = fault
        return aside

    def _keep_backup(self) -> None:
        """Keep the file as it is; a failure is only a warning, but for a migration's own backup."""
        if self._signature is None:
            return
        migrating = self._written_in < SCHEMA_VERSION
        try:
            self._copies.keep(self._generation, self._signature, migrating=migrating)
        except OSError as error:
            if migrating:
                raise
            self.warning = f"No backup could be made: {describe_error(error)}"


def _serialize_tables(tables: Tables) -> SerializedBlocks:
    lines = SerializedBlocks()
    for name, table in tables.items():
        lines.fill(
            name,
            ((number, serialize_document(number, document)) for number, document in table.items()),
        )
    return lines
