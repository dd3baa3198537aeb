"""What a gzip file holds (RFC 1952), unpacked within a limit."""

from __future__ import annotations

import zlib

from inquit.errors import InputError
from inquit.loaders.input_bytes import SIZE_LIMIT
from inquit.model.printable import printable

MAGIC = b"\x1f\x8b"
"""The bytes that every member begins with."""

_GZIP = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 1000


def gunzip(data: bytes, origin: str, limit: int = SIZE_LIMIT) -> bytes:
    """Return what some gzip members hold, one after the other.

    Args:
        data: the whole file; what follows its last member is ignored.
        origin: how to call it in an error, not escaped yet.
        limit: bytes it may unpack to; no more are ever held.

    Raises:
        InputError: it is damaged, cut off, or unpacks to more than limit.
    """
    name = printable(origin)
    parts, left, rest = [], limit, data
    for _ in range(_MOST_MEMBERS):
        unpacking = new_member()
        try:
            part = unpacking.decompress(rest, left + 1)
        except zlib.error as error:
            raise InputError(f"cannot read {name}: its compression is damaged") from error
        left -= len(part)
        if left < 0:
            size = limit // (1024 * 1024)
            raise InputError(f"cannot read {name}: it unpacks to more than {size} MB")
        if not unpacking.eof:
            raise InputError(f"cannot read {name}: it is cut off")
        parts.append(part)
        rest = unpacking.unused_data
        if not rest.startswith(MAGIC):
            return b"".join(parts)
    raise InputError(f"cannot read {name}: it has too many members")


def beginning(head: bytes, size: int) -> bytes:
    """Return how what a gzip file holds begins, as far as it can be told.

    Args:
        head: the file's beginning; may be cut off or damaged.
        size: bytes to return at most.
    """
    try:
        return new_member().decompress(head, size)
    except zlib.error:
        return b""


def new_member() -> zlib._Decompress:
    """Return a decompressor for one member."""
    return zlib.decompressobj(_GZIP)
