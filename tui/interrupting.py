"""Ctrl+C as a wish to stop, which never cuts short what is being written."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopping_at_interrupts() -> Iterator[Callable[[], bool]]:
    """Yield what tells whether the user has pressed ctrl+c; a second time it interrupts at once."""
    before = signal.getsignal(signal.SIGINT)
    asked: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        asked.append(number)
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)
