"""Unpacking compressed bytes a little at a time, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from inquit.errors import InputError

MOST_RATIO = 400
"""How many times larger a body may become; text seldom exceeds 20."""

_PORTION = 256 * 1024
_UNSUSPICIOUS = 4 * 1024 * 1024


class Unpacker:
    """Unpacks gzip or deflate, or passes plain bytes on."""

    def __init__(self, encoding: str) -> None:
        """Take the value of a Content-Encoding field.

        Raises:
            InputError: it is none that was asked for.
        """
        name = encoding.strip().lower()
        self._deflate = name == "deflate"
        self._came = self._became = 0
        if name in ("", "identity"):
            self._inflating: zlib._Decompress | None = None
        elif name in ("gzip", "x-gzip", "deflate"):
            self._inflating = zlib.decompressobj(zlib.MAX_WBITS | 32)
        else:
            raise InputError("the body is packed in a way that was not asked for")

    def unpack(self, data: bytes) -> Iterator[bytes]:
        """Yield the unpacked form of the next bytes, in portions.

        Raises:
            InputError: they are damaged, or become far more than any text would.
        """
        if self._inflating is None:
            yield data
            return
        self._came += len(data)
        while data:
            try:
                portion = self._inflating.decompress(data, _PORTION)
            except zlib.error as error:
                if not (self._deflate and not self._became):
                    raise InputError("the compressed body is damaged") from error
                # Some servers mean the bare stream of RFC 1951 by "deflate".
                self._deflate = False
                self._inflating = zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            self._became += len(portion)
            if self._became > max(_UNSUSPICIOUS, MOST_RATIO * self._came):
                raise InputError("the compressed body unpacks to far more than a page is")
            yield portion
            data = self._inflating.unconsumed_tail

    def finish(self) -> None:
        """Check that nothing is missing once all bytes have come.

        Raises:
            InputError: what came is only the beginning of what was packed.
        """
        if self._inflating is not None and self._came and not self._inflating.eof:
            raise InputError("the compressed body is cut off")
