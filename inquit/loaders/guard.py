"""Reporting in one line whatever malformed input does to a library that reads it."""

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
"""Undeclared exceptions that parsers and network libraries raise on malformed input."""


@contextmanager
def report_faults(told: str = "") -> Iterator[None]:
    """Turn an exception of a library into an error of the input, with the exception as its cause.

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
    """Yield what a library yields; exceptions of the library, not the caller, become InputError."""
    while True:
        with report_faults():
            try:
                value = next(values)
            except StopIteration:
                return
        yield value
