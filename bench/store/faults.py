"""Every fault injected into a write: what was lost, and what the reader was told."""

from __future__ import annotations

import errno
import os
import resource
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from inquit.errors import StoreError
from inquit.store.durability.files import Disk
from inquit.store.durability.lock import StoreLock
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository


class BrokenDisk(Disk):
    """A disk on which one operation fails inside one folder."""

    def __init__(self, folder: Path, operation: str, code: int) -> None:
        """Break an operation, named as `Disk` names it, with an error number."""
        works = getattr(self, operation)

        def fails(*arguments: Path | int | bytes) -> object:
            if any(_is_in(folder, argument) for argument in arguments):
                raise OSError(code, os.strerror(code))
            return works(*arguments)

        setattr(self, operation, fails)


def _is_in(folder: Path, named: Path | int | bytes) -> bool:
    """Tell whether a path, or the file of a descriptor, is in a folder."""
    if isinstance(named, int):
        named = Path(f"/proc/self/fd/{named}").readlink()
    return isinstance(named, Path) and named.parent == folder


def main() -> None:
    """Print the table."""
    print("faults: fault | records lost | told")
    for name, operation, code in (
        ("disk full while writing", "write", errno.ENOSPC),
        ("quota exceeded", "write", errno.EDQUOT),
        ("I/O error while writing", "write", errno.EIO),
        ("fsync fails", "sync", errno.EIO),
        ("read-only file system", "create", errno.EROFS),
        ("no permission", "create", errno.EACCES),
        ("rename fails", "replace", errno.EIO),
    ):
        _row(name, lambda folder, o=operation, c=code: _broken(folder, o, c))
    _row("file size limit (RLIMIT_FSIZE)", _limited)
    _row("lock held by another process", _locked)
    _row("file turned into a folder", _healthy, into=_into_folder)
    _row("symbolic link in its place", _healthy, into=_into_link, back=_back)


def _nothing(_: Path) -> None:
    """Do nothing."""


def _row(
    name: str,
    fault: Callable[[Path], AbstractContextManager[Disk | None]],
    *,
    into: Callable[[Path], None] = _nothing,
    back: Callable[[Path], None] = _nothing,
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder, refuge = Path(temporary).resolve() / "data", Path(temporary).resolve() / "rescue"
        with Repository.open(folder) as repository:
            for number in range(3):
                repository.add_note(new_note("A Source", str(number)))
        told = "nothing; it was saved"
        options = {"rescue_folders": [refuge], "wait": 0.2}
        with fault(folder) as disk, Repository.open(folder, disk=disk, **options) as repository:
            into(folder)
            try:
                repository.add_note(new_note("A Source", "late"))
            except StoreError as error:
                told = str(error)
            else:
                told = repository.recovery or told
        back(folder)
        with Repository.open(folder, rescue_folders=[refuge]) as reopened:
            lost = 4 - len(reopened.notes())
    print(f"  {name} | {lost} | {told.replace(temporary, '')}")


@contextmanager
def _broken(folder: Path, operation: str, code: int) -> Iterator[Disk]:
    yield BrokenDisk(folder, operation, code)


@contextmanager
def _limited(folder: Path) -> Iterator[None]:
    size = (folder / "inquit.json").stat().st_size
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _healthy(_: Path) -> Iterator[None]:
    yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with StoreLock(folder).held():
        yield


def _into_folder(folder: Path) -> None:
    (folder / "inquit.json").unlink()
    (folder / "inquit.json").mkdir()


def _into_link(folder: Path) -> None:
    (folder / "inquit.json").rename(folder / "moved")
    (folder / "inquit.json").symlink_to(folder / "moved")


def _back(folder: Path) -> None:
    (folder / "inquit.json").unlink()
    (folder / "moved").rename(folder / "inquit.json")
