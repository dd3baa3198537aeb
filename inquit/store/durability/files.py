"""The file operations that keeping something safely consists of.

Files are created with mode 0600 and folders with 0700, whatever the umask; a symbolic link in
place of a file is refused. `Disk` is what tests replace with one that fails.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat
import time
from collections.abc import Iterable
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_WRITES = itertools.count()
_STALE = 3600.0  # seconds; no write takes as long


class Disk:
    """The operating system's files; every method raises OSError as the system does."""

    def read(self, path: Path, most: int = -1) -> bytes:
        """Return what a regular file holds; a link, a folder or a pipe in its place is an error.

        Args:
            path: the file.
            most: bytes at its beginning that are read at most; -1 for all.
        """
        # Without O_NONBLOCK a pipe put in the file's place would stop the reader for good.
        descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW | _NO_WAIT)
        try:
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if not stat.S_ISREG(mode):
                raise OSError(errno.EINVAL, "Not a regular file", str(path))
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                return file.read(most)
        finally:
            os.close(descriptor)

    def status(self, path: Path) -> os.stat_result:
        """Return the attributes of what is in a file's place, of a link itself."""
        return path.lstat()

    def create(self, path: Path) -> int:
        """Create a file that must not exist yet and return its descriptor, open for writing."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW
        return self._open(path, flags)

    def open_to_append(self, path: Path) -> int:
        """Open a file at its end, creating it where it is missing, and return its descriptor."""
        return self._open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _NO_FOLLOW)

    def open_again(self, path: Path) -> int:
        """Open a file of ours that has no other name, to be read and written anew."""
        descriptor = os.open(path, os.O_RDWR | _NO_FOLLOW | _NO_WAIT)
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
            os.close(descriptor)
            raise OSError(errno.EINVAL, "Not a file of its own", str(path))
        return descriptor

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of data, however many calls that takes."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def make_hold(self, descriptor: int, data: bytes, offset: int) -> None:
        """Make an open file hold data from an offset on, writing only where it does not yet."""
        if os.pread(descriptor, len(data), offset) != data:
            os.lseek(descriptor, offset, os.SEEK_SET)
            self.write(descriptor, data)

    def cut(self, descriptor: int, size: int) -> None:
        """End an open file after size bytes."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Return once what was written is on the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put source in the place of target in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        os.link(source, target, follow_symlinks=False)

    def remove(self, path: Path) -> None:
        """Remove a file's name, if it is there."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in a folder are on the disk, where the system can promise that."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    @staticmethod
    def _open(path: Path, flags: int) -> int:
        descriptor = os.open(path, flags, FILE_MODE)
        if stat.S_IMODE(os.fstat(descriptor).st_mode) & FILE_MODE != FILE_MODE:
            # Only a umask that takes the owner's own rights away leads here.
            os.chmod(path, FILE_MODE)  # noqa: PTH101
        return descriptor


def write_whole(
    disk: Disk,
    path: Path,
    parts: Iterable[bytes],
    *,
    durable: bool = True,
    alone: bool = False,
    spare: Path | None = None,
) -> None:
    """Put new contents in a file's place: all of them, or none where anything fails.

    The new file is written beside the old one and takes its name only when it is complete, and
    where durable also on the disk. Of two processes that write at once the last one wins.

    Args:
        disk: the file operations used.
        path: the file.
        parts: its contents, one after the other.
        durable: whether to return only once they are on the disk.
        alone: whether no other process can be writing this file now.
        spare: a file of no more use, perhaps, that holds much of the same; becomes the new file.

    Raises:
        OSError: where a step failed; path then is what it was, but for a failing last step (the
            folder's own sync), after which it may be the new one.
    """
    refuse_link(path)
    _sweep(disk, path, age=0 if alone else _STALE)
    beside = path.with_name(f".{path.name}.{os.getpid()}-{next(_WRITES)}.tmp")
    try:
        if spare is None or not _reuse(disk, spare, beside, parts):
            _fill(disk, beside, parts)
        if durable:
            _sync(disk, beside)
        disk.replace(beside, path)
    except OSError:
        _forget(disk, beside)
        raise
    if durable:
        disk.sync_folder(path.parent)


def _sweep(disk: Disk, path: Path, *, age: float) -> None:
    """Remove what writers of a file that are dead left beside it, if it is so many seconds old."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        try:
            if time.time() - left.lstat().st_mtime >= age:
                disk.remove(left)
        except OSError:
            continue


def _fill(disk: Disk, path: Path, parts: Iterable[bytes]) -> None:
    descriptor = disk.create(path)
    try:
        for part in parts:
            disk.write(descriptor, part)
    finally:
        disk.close(descriptor)


def _reuse(disk: Disk, spare: Path, path: Path, parts: Iterable[bytes]) -> bool:
    """Make a spare file hold the parts under another name; tell whether that was possible."""
    try:
        descriptor = disk.open_again(spare)
    except OSError:
        return False
    try:
        disk.replace(spare, path)
        offset = 0
        for part in parts:
            disk.make_hold(descriptor, part, offset)
            offset += len(part)
        disk.cut(descriptor, offset)
    except OSError:
        disk.remove(path)
        return False
    finally:
        disk.close(descriptor)
    return True


def _sync(disk: Disk, path: Path) -> None:
    # Whichever descriptor it is called on, fsync(2) syncs the file.
    descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    try:
        disk.sync(descriptor)
    finally:
        os.close(descriptor)


def _forget(disk: Disk, path: Path) -> None:
    """Remove a file that is of no use; where even that fails, the next write does it."""
    try:
        disk.remove(path)
    except OSError:
        return


def is_there(path: Path) -> bool:
    """Tell whether something is there, as far as the system lets us see it."""
    try:
        return path.exists()
    except OSError:
        return False


def list_files(folder: Path, pattern: str) -> list[Path]:
    """Return what fits in a folder, sorted, as far as the system lets us see it."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def refuse_link(path: Path) -> None:
    """Raise OSError where a symbolic link stands in a file's place."""
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def make_private(folder: Path) -> None:
    """Create a folder with mode 0700, and those above it that are missing.

    One that exists, is the user's own and holds nothing, or nothing but a store, is tightened.

    Raises:
        OSError: where it cannot be created.
    """
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        folder.chmod(FOLDER_MODE)
        return
    status = folder.stat()
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    mode = stat.S_IMODE(status.st_mode)
    if mine and mode & ~FOLDER_MODE and _is_a_store(folder):
        # Only what others may do is taken away: a folder made read-only stays so.
        folder.chmod(mode & FOLDER_MODE)


def _is_a_store(folder: Path) -> bool:
    names = {entry.name for entry in folder.iterdir()}
    return not names or "inquit.json" in names


def describe_error(error: OSError) -> str:
    """Return why a file operation failed, in words on one line, without the file's name."""
    if error.errno == errno.ELOOP:
        return "a symbolic link in its place is refused"
    return " ".join((error.strerror or type(error).__name__).split())
