"""Numbered portions of bytes on a pipe."""

from __future__ import annotations

import struct
from typing import IO

READY = 0xFFFFFFFF
"""The number of the portion, an empty one, by which a process tells that it has loaded."""
_HEAD = struct.Struct(">II")


def send(stream: IO[bytes], number: int, data: bytes = b"") -> None:
    """Write a portion.

    Raises:
        OSError: nobody reads any more.
    """
    stream.write(_HEAD.pack(number, len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[int, bytes]:
    """Return the next portion, once it is there as a whole.

    Raises:
        EOFError: there is none.
    """
    number, size = _HEAD.unpack(_exactly(stream, _HEAD.size))
    return number, _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if data is None or len(data) < size:
        raise EOFError("the other end is closed")
    return data
