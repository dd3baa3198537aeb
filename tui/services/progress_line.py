"""One line on standard error while a page is fetched, gone from the screen when it has come."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from inquit.model.printable import printable
from inquit.model.progress import PAGES, PARTS
from inquit.service import articles
from tui.services.load_task import progress_line

_APART = 0.1
_PATIENCE = 0.5
"""Seconds after which a load from this machine tells of itself."""

_ERASE = "\r\x1b[K"


class FetchLine:
    """Says what is fetched and how much has come; nothing where no terminal shows it."""

    def __init__(self, name: str, stream: TextIO | None = None) -> None:
        """Take what is opened, and where to write, standard error by default."""
        self._name = name
        self._stream = stream if stream is not None else sys.stderr
        self._drawn_at: float | None = None
        self._begun = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        stream, self._stream = self._stream, None  # a thread that is left to itself says no more
        if self._drawn_at is None or stream is None:
            return
        stream.write(_ERASE)
        if kind is KeyboardInterrupt:
            stream.write(f"inquit: {articles.display_url(self._name)} is not opened: cancelled\n")
        stream.flush()

    def show(self, what: str, amount: int) -> None:
        """Show how much has come.

        Args:
            what: a host, or `PAGES` or `PARTS`.
            amount: bytes of it, or how many are read.
        """
        now, stream = time.monotonic(), self._stream
        if stream is None or not stream.isatty():
            return
        if what in (PARTS, PAGES) and now < self._begun + _PATIENCE:
            return
        if amount and self._drawn_at is not None and now - self._drawn_at < _APART:
            return
        self._drawn_at = now
        line = f"{printable(progress_line(self._name, what, amount))} (ctrl+c cancels)"
        stream.write(f"{_ERASE}{line}")
        stream.flush()
