"""The parts of a document counted while they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from inquit.model.progress import PARTS, ProgressToken

_T = TypeVar("_T")
_EVERY = 1000


def count_parts(found: Iterable[_T], token: ProgressToken) -> Iterator[_T]:
    """Yield what is found in a document, each thousand counted as a part.

    Raises:
        CancelledError: it is not wanted any more.
    """
    for number, each in enumerate(found):
        if number % _EVERY == 0:
            token.tell(PARTS, number // _EVERY)
        yield each
