"""One line for whatever malformed input does to a library that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from inquit.errors import InputError

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
def one_line_for_faults(told: str) -> Iterator[None]:
    """Turn a fault of a library into an error of the input; the fault is named and kept as cause.

    Args:
        told: what could not be done, in words that may be shown.

    Raises:
        InputError: instead of any of `FAULTS`.
    """
    try:
        yield
    except FAULTS as error:
        kind = type(error).__name__
        raise InputError(f"{told}: it is malformed and cannot be read ({kind})") from error
