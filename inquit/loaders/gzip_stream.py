"""A stream of gzip members (RFC 1952) read as what they unpack to, no more than is asked for."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from inquit.errors import InputError
from inquit.loaders.decompression import MOST_RATIO
from inquit.loaders.gzip import MAGIC, new_member
from inquit.model.printable import printable

if TYPE_CHECKING:
    from typing_extensions import Buffer  # PEP 688; in the standard library from Python 3.12

_PORTION = 64 * 1024
_UNSUSPICIOUS = 8 * 1024 * 1024


def open_unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """Return a stream of what another one holds, which is itself where it is not compressed.

    Args:
        stream: buffered, at its beginning.
        name: how to call it in an error, not escaped yet.
    """
    if not isinstance(stream, io.BufferedReader) or not stream.peek(2).startswith(MAGIC):
        return stream
    return io.BufferedReader(_Unpacked(stream, printable(name)), _PORTION)


class _Unpacked(io.RawIOBase):
    """What gzip members unpack to; reading raises InputError where they are damaged."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name
        self._member: zlib._Decompress = new_member()
        self._waiting = b""
        self._came = self._became = 0

    def readable(self) -> bool:
        """Tell that it is for reading."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Put the next bytes into a buffer and return how many they are, 0 at the end."""
        view = memoryview(buffer).cast("B")
        while self._begin_member():
            portion = self._unpack(len(view))
            if portion:
                view[: len(portion)] = portion
                return len(portion)
        return 0

    def _begin_member(self) -> bool:
        """Go on to the next member where one has ended, and tell whether there is one."""
        if not self._member.eof:
            return True
        self._waiting = self._member.unused_data or self._read()
        self._member = new_member()
        if self._waiting.startswith(MAGIC):
            return True
        self._waiting = b""
        return False

    def _unpack(self, most: int) -> bytes:
        data = self._waiting or self._read()
        if not data:
            raise InputError(f"cannot read {self._name}: it is cut off")
        try:
            portion = self._member.decompress(data, most)
        except zlib.error as error:
            raise InputError(f"cannot read {self._name}: its compression is damaged") from error
        self._waiting = self._member.unconsumed_tail
        self._became += len(portion)
        if self._became > max(_UNSUSPICIOUS, MOST_RATIO * self._came):
            raise InputError(f"cannot read {self._name}: it unpacks to far more than text does")
        return portion

    def _read(self) -> bytes:
        data = self._stream.read(_PORTION)
        self._came += len(data)
        return data
