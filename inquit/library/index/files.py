"""The file of the index: made, opened, and removed where it is damaged or of another version."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from inquit.errors import StoreError
from inquit.library.index.schema import SCHEMA_VERSION, TABLES
from inquit.library.index_folder import FOLDER
from inquit.store.durability.files import Disk, describe_error, make_private, refuse_link
from inquit.store.durability.lock import StoreLock

_NAME = "index.sqlite3"
_BESIDE = ("", "-wal", "-shm", "-journal")
_WAIT = 10.0  # seconds that a write waits for another window
_CACHE = 8_192  # KiB of pages that a connection keeps in memory; four times as much is no quicker
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_MOUNTS = Path("/proc/self/mounts")
_NETWORK = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs", "ncp", "ceph", "glusterfs", "lustre")


class DamagedIndexError(StoreError):
    """The index is not as it was written, and has to be made anew."""


@contextmanager
def opened_index(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the index in a folder, made empty where there is none or one of another version.

    Args:
        folder: the cache folder.

    Raises:
        DamagedIndexError: it is damaged, as far as what is done with it shows.
        StoreError: it cannot be opened, read or written.
    """
    with _faults_as_store_errors():
        index = _open(folder / FOLDER / _NAME)
        try:
            yield index
        finally:
            index.close()


@contextmanager
def transaction(index: sqlite3.Connection) -> Iterator[None]:
    """Do all that is done to an index within, or nothing of it where anything fails."""
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        index.execute("ROLLBACK")
        raise
    index.execute("COMMIT")


def remove_index(folder: Path) -> None:
    """Remove the index of a folder; nothing is lost by it.

    Raises:
        StoreError: it cannot be removed.
    """
    with _faults_as_store_errors(), StoreLock(folder / FOLDER).hold():
        _remove(folder / FOLDER / _NAME)


def size_of_index(folder: Path) -> int:
    """Return the bytes that the index of a folder takes."""
    paths = (folder / FOLDER / (_NAME + ending) for ending in _BESIDE)
    return sum(path.stat().st_size for path in paths if path.is_file())


def _open(path: Path) -> sqlite3.Connection:
    refuse_link(path)
    if path.exists():
        index = _connect(path)
        if _version(index) == SCHEMA_VERSION:
            return index
        index.close()
    with StoreLock(path.parent).hold():
        # Another window may have made it meanwhile.
        if path.exists():
            index = _connect(path)
            if _version(index) == SCHEMA_VERSION:
                return index
            index.close()
        _remove(path)
        return _make(path)


def _make(path: Path) -> sqlite3.Connection:
    make_private(path.parent)
    # SQLite gives the files beside it the mode of the first.
    os.close(Disk().create(path))
    index = _connect(path)
    if not is_on_network(path):
        # Windows read while one writes; but it needs memory that processes share. Another window
        # that looks at the empty file just now would only cost this.
        with suppress(sqlite3.OperationalError):
            index.execute("PRAGMA journal_mode = WAL")
    index.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
    return index


def _connect(path: Path) -> sqlite3.Connection:
    index = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        for setting in (f"cache_size = -{_CACHE}", "synchronous = NORMAL", "secure_delete = ON"):
            index.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        index.close()
        raise
    return index


def _version(index: sqlite3.Connection) -> int:
    (version,) = index.execute("PRAGMA user_version").fetchone()
    return int(version)


def _remove(path: Path) -> None:
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


@contextmanager
def _faults_as_store_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & 0xFF in _DAMAGED:
            raise DamagedIndexError("The index of the library is damaged") from error
        raise StoreError(f"The index of the library cannot be used: {error}") from error
    except OSError as error:
        told = describe_error(error)
        raise StoreError(f"The index of the library cannot be used: {told}") from error


def is_on_network(path: Path) -> bool:
    """Tell whether a file lies on a file system of the network, as far as the system says so."""
    try:
        mounts = [line.split() for line in _MOUNTS.read_text(errors="replace").splitlines()]
    except OSError:
        return False
    place = path.resolve()
    above = [
        (len(Path(fields[1]).parts), fields[2])
        for fields in mounts
        if len(fields) > 2 and place.is_relative_to(fields[1])
    ]
    return bool(above) and max(above)[1].startswith(_NETWORK)
