"""Messages on a stream: each is preceded by its length, four bytes, the highest first."""

from __future__ import annotations

import struct

from inquit.errors import DocumentError

MOST_BYTES = 256 * 1024 * 1024
"""The longest message: many times the longest article."""

_LENGTH = struct.Struct(">I")


def frame(data: bytes) -> bytes:
    """Return what is sent for a message."""
    return _LENGTH.pack(len(data)) + data


class FrameBuffer:
    """Takes bytes as they come and gives whole messages."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """Take nothing yet.

        Args:
            most: bytes that a message may have; may be changed later.
        """
        self.most = most
        self._bytes = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the stream."""
        self._bytes += data

    def take(self) -> bytes | None:
        """Return the next message, or None where it is not there yet as a whole.

        Raises:
            DocumentError: it is longer than any message.
        """
        if len(self._bytes) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._bytes)
        if length > self.most:
            raise DocumentError(f"a message of {length} bytes is too long")
        end = _LENGTH.size + length
        if len(self._bytes) < end:
            return None
        data = bytes(self._bytes[_LENGTH.size : end])
        del self._bytes[:end]
        return data
