"""A TinyDB storage that keeps one readable JSON file, atomically and durably."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

from inquit.errors import StoreError, StoreWriteError
from inquit.store.codec import SCHEMA_VERSION, Document
from inquit.store.files import Disk, reason, write_whole
from inquit.store.live import Changed, LiveStorage, Tables
from inquit.store.lock import StoreLock

FILE_TABLE = "store"
"""The table whose one document is about the file itself."""

Signature = tuple[int, int, int]
"""Inode, size in bytes and time of change in nanoseconds: what differs after every write."""


class FileStorage(LiveStorage):
    """Tables that are on the disk before a transaction is over."""

    def __init__(self, path: Path, *, disk: Disk | None = None) -> None:
        """Load the file.

        Args:
            path: the file; it need not exist.
            disk: the file operations used.

        Raises:
            StoreError: where the file is there and cannot be read.
        """
        super().__init__()
        self._path = path
        self._disk = disk or Disk()
        self._lock = StoreLock(path.parent, disk=self._disk)
        self._held = ExitStack()
        self._lines: dict[str, dict[str, bytes]] = {}
        self._signature: Signature | None = None
        self.reload()

    def reload(self) -> bool:
        """Read the file again if it is not the one last read or written; tell whether it was."""
        signature = _signature_of(self._path)
        if signature == self._signature:
            return False
        self._tables = self._parsed() if signature else {}
        self._lines = {
            name: {number: _line(number, document) for number, document in table.items()}
            for name, table in self._tables.items()
        }
        self._signature = signature
        return True

    def _parsed(self) -> Tables:
        try:
            tables: Tables = json.loads(self._disk.read(self._path))
        except OSError as error:
            raise StoreError(f"The store cannot be read: {reason(error)}") from error
        except ValueError as error:
            raise StoreError(f"The store {self._path} is damaged") from error
        tables.pop(FILE_TABLE, None)
        return tables

    def _begin(self) -> None:
        self._held.enter_context(self._lock.held())
        try:
            self.reload()
        except BaseException:
            self._held.close()
            raise

    def _end(self) -> None:
        self._held.close()

    def _commit(self, changed: Changed) -> None:
        kept = {name: dict(lines) for name, lines in self._lines.items()}
        try:
            for (name, number), document in changed.items():
                lines = self._lines.setdefault(name, {})
                if document is None:
                    lines.pop(number, None)
                else:
                    lines[number] = _line(number, document)
            write_whole(self._disk, self._path, [_composed(self._lines)])
        except OSError as error:
            self._lines = kept
            raise StoreWriteError(f"The store cannot be written: {reason(error)}") from error
        self._signature = _signature_of(self._path)


def _signature_of(path: Path) -> Signature | None:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"The store cannot be read: {reason(error)}") from error
    return status.st_ino, status.st_size, status.st_mtime_ns


def _line(number: str, document: Document) -> bytes:
    """Return a document as one line of the file: readable, unless it holds lone surrogates."""
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        text = json.dumps(document, allow_nan=False).encode()
    return b"%s: %s" % (json.dumps(number).encode(), text)


def _composed(tables: dict[str, dict[str, bytes]]) -> bytes:
    head = json.dumps({FILE_TABLE: {"1": {"schema_version": SCHEMA_VERSION}}})[:-1]
    parts = [head.encode()]
    parts += [
        b"%s: {\n%s\n}" % (json.dumps(name).encode(), b",\n".join(lines.values()))
        for name, lines in tables.items()
    ]
    return b",\n".join(parts) + b"}\n"
