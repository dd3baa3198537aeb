"""Tells one write of a file from another, cheaply, and not by attributes alone.

File systems over a network keep attributes for some seconds: there a file that another computer
has just replaced looks as it was. The first line of the store's file has the number of its write
and a digest of all that follows, and reading it asks the server.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inquit.errors import StoreError
from inquit.store.durability.files import Disk, describe_error

_MOST = 8192
"""Bytes of a first line at most; more of it tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The state of a file: its first line, and inode, size in bytes, time of change in ns."""

    head: bytes
    attributes: tuple[int, int, int]


def read_signature(disk: Disk, path: Path) -> Signature | None:
    """Return the signature of what is in a file's place now; None where nothing is.

    Raises:
        StoreError: where the system does not let us see it.
    """
    head = read_first_line(disk, path)
    try:
        status = disk.status(path)
    except (FileNotFoundError, NotADirectoryError):
        return None if head is None else Signature(head=head, attributes=(0, 0, 0))
    except OSError as error:
        raise StoreError(f"The store cannot be read: {describe_error(error)}") from error
    attributes = (status.st_ino, status.st_size, status.st_mtime_ns)
    return Signature(head=head or b"", attributes=attributes)


def read_first_line(disk: Disk, path: Path) -> bytes | None:
    """Return a file's first line, empty for what cannot be read; None where there is no file."""
    try:
        return disk.read(path, _MOST).partition(b"\n")[0]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return b""
