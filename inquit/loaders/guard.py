"""One line for whatever malformed input does to a library that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from inquit.errors import InputError

_T = TypeVar("_T")

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What parsers and the network's libraries were seen to raise, undeclared, on malformed input."""


@contextmanager
def report_faults(told: str = "") -> Iterator[None]:
    """Turn a fault of a library into an error of the input; the fault is named and kept as cause.

    Only a library's own call belongs inside: a fault of ours is to be seen as one.

    Args:
        told: what could not be done, in words that may be shown; empty where a caller adds them.

    Raises:
        InputError: instead of any of `FAULTS`.
    """
    try:
        yield
    except FAULTS as error:
        line = f"it is malformed and cannot be read ({type(error).__name__})"
        raise InputError(f"{told}: {line}" if told else line) from error


def guard_iteration(values: Iterator[_T]) -> Iterator[_T]:
    """Yield what a library yields; its faults, not those of who takes it, become InputError."""
    while True:
        with report_faults():
            try:
                value = next(values)
            except StopIteration:
                return
        yield value
