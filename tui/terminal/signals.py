"""Ctrl+C, and a program being asked to leave: neither cuts short what is being written."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

LEAVING = [signal.SIGTERM]
"""What asks a program to leave; a terminal that is closed sends SIGHUP, where there is that."""
if hasattr(signal, "SIGHUP"):
    LEAVING.append(signal.SIGHUP)


def exit_code_for(number: int) -> int:
    """Return the exit code that shells know a signal by."""
    return 128 + number


@contextmanager
def leaving_in_order() -> Iterator[None]:
    """Let what asks the program to leave unwind it as an exit does, the terminal given back."""

    def leave(number: int, _: FrameType | None) -> None:
        raise SystemExit(exit_code_for(number))

    before = [(number, signal.signal(number, leave)) for number in LEAVING]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


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
