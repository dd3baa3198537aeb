"""The bytes of an input: bounded, and only ever of a regular file or a stream."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from inquit.errors import InputError
from inquit.model.printable import printable

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes that one article may have; 64 MB is some ten million words."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe; give its content to '-' instead"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading; anything else is refused without being read.

    Raises:
        InputError: missing, unreadable, or not a regular file.
    """
    name = printable(str(path))
    try:
        # Without O_NONBLOCK, opening a pipe would wait for a writer before we can refuse it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        missing = "the link leads nowhere" if path.is_symlink() else "no such file"
        raise InputError(f"cannot open {name}: {missing}") from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot open {name}: {_reason(error)}") from error
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        kind = next((kind for test, kind in _KINDS if test(mode)), "not a regular file")
        raise InputError(f"cannot open {name}: it is {kind}")
    return os.fdopen(descriptor, "rb")


def read_bounded(stream: BinaryIO, name: str, limit: int = SIZE_LIMIT) -> bytes:
    """Read a stream to its end.

    Args:
        stream: what to read.
        name: how to call it in an error, not escaped yet.
        limit: bytes it may have.

    Raises:
        InputError: it cannot be read, or holds more than limit.
    """
    try:
        data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read {printable(name)}: {_reason(error)}") from error
    if len(data) > limit:
        size = f"{limit // (1024 * 1024)} MB" if limit >= 1024 * 1024 else f"{limit} bytes"
        raise InputError(f"cannot read {printable(name)}: it is larger than {size}")
    return data


def read_file(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        InputError: as for `open_regular` and `read_bounded`.
    """
    with open_regular(path) as stream:
        return read_bounded(stream, str(path), limit)


def _reason(error: OSError | ValueError) -> str:
    """Return what the system says about an error, as part of a sentence."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return printable(str(error))
