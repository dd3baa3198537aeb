"""A progress bar on standard error, drawn only where that is a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

_WIDTH = 30
_APART = 0.1
_ERASE = "\r\x1b[K"


class ProgressBar:
    """How much of a number of articles is done; gone from the screen when it ends."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        """Take how many articles there are.

        Args:
            total: articles in all.
            stream: where to draw, standard error by default.
        """
        self._total = max(1, total)
        self._stream = stream if stream is not None else sys.stderr
        self._drawing = self._stream is not None and self._stream.isatty()
        self._articles = 0
        self._drawn_at = 0.0

    def __enter__(self) -> Self:
        self.part_done(0.0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def article_done(self) -> None:
        """Count one more article."""
        self._articles += 1
        self.part_done(0.0)

    def part_done(self, fraction: float) -> None:
        """Show how much of the article at hand is done.

        Args:
            fraction: from 0 to 1.
        """
        now = time.monotonic()
        if not self._drawing or now - self._drawn_at < _APART:
            return
        self._drawn_at = now
        done = min(1.0, (self._articles + fraction) / self._total)
        bar = ("█" * round(done * _WIDTH)).ljust(_WIDTH, "·")
        count = f" {self._articles}/{self._total}" if self._total > 1 else ""
        self._stream.write(f"{_ERASE}{bar} {done:4.0%}{count}")
        self._stream.flush()

    def clear(self) -> None:
        """Remove the bar from the screen, so that something else can be written."""
        if self._drawing and self._drawn_at:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._drawn_at = 0.0
