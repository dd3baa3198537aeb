"""Handles interrupts and requests to leave, so that neither cuts off what is being written."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

LEAVING = [signal.SIGTERM]
"""The signals that ask a program to leave; a terminal that is closed sends SIGHUP."""
if hasattr(signal, "SIGHUP"):
    LEAVING.append(signal.SIGHUP)


def exit_code_for(number: int) -> int:
    """Return the exit code by which shells report a signal."""
    return 128 + number


@contextmanager
def exit_at_signals() -> Iterator[None]:
    """Turn a signal that asks to leave into SystemExit, so that the terminal is given back."""

    def leave(number: int, _: FrameType | None) -> None:
        raise SystemExit(exit_code_for(number))

    before = [(number, signal.signal(number, leave)) for number in LEAVING]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


@contextmanager
def watch_for_interrupt() -> Iterator[Callable[[], bool]]:
    """Yield a function that tells whether ctrl+c was pressed; a second one interrupts."""
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
