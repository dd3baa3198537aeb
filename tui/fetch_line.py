"""One line on standard error while a page is fetched, gone from the screen when it has come."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from inquit.model.printable import printable

_APART = 0.1
_ERASE = "\r\x1b[K"


class FetchLine:
    """Says what is fetched and how much has come; nothing where no terminal shows it."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Take where to write, standard error by default."""
        self._stream = stream if stream is not None else sys.stderr
        self._drawn_at: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._drawn_at is not None and self._stream is not None:
            self._stream.write(_ERASE)
            self._stream.flush()

    def show(self, host: str, size: int) -> None:
        """Show how much has come.

        Args:
            host: whom it comes from.
            size: bytes so far; with none the connection has not come about yet.
        """
        now = time.monotonic()
        if self._stream is None or not self._stream.isatty():
            return
        if size and self._drawn_at is not None and now - self._drawn_at < _APART:
            return
        self._drawn_at = now
        amount = f" {size // 1024:,} kB" if size else ""
        line = f"Fetching {printable(host)[:60]} …{amount} (ctrl+c cancels)"
        self._stream.write(f"{_ERASE}{line}")
        self._stream.flush()
