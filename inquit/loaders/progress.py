"""How far a long load has come, told while it goes on, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from inquit.errors import CancelledError

_T = TypeVar("_T")

PAGES, PARTS = "pages", "parts"
"""What is counted of a PDF, and of anything else that is read from this machine."""

Progress = Callable[[str, int], None]
"""Takes a host and the bytes that have come from it; or `PAGES` or `PARTS` and how many are read.

It is called in the thread that loads, and often.
"""

Cancelled = Callable[[], bool]
"""Tells whether to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Whoever waits for a load.

    Attributes:
        progress: told how far it is.
        cancelled: asked often whether to stop.
    """

    progress: Progress | None = None
    cancelled: Cancelled | None = None

    @property
    def is_over(self) -> bool:
        """Whether it is not wanted any more."""
        return self.cancelled is not None and self.cancelled()

    def tell(self, what: str, amount: int) -> None:
        """Tell how much has come.

        Args:
            what: a host, or what is counted.
            amount: how much of it so far.

        Raises:
            CancelledError: it is not wanted any more.
        """
        self.check()
        if self.progress is not None:
            self.progress(what, amount)

    def check(self) -> None:
        """Go on where that is wanted.

        Raises:
            CancelledError: it is not wanted any more.
        """
        if self.is_over:
            raise CancelledError("cancelled")


NOBODY = Watch()
"""No one waits; the load goes on to its end."""

_EVERY = 1000


def watched(found: Iterable[_T], watch: Watch) -> Iterator[_T]:
    """Yield what is found in a document, each thousand counted as a part.

    Raises:
        CancelledError: it is not wanted any more.
    """
    for number, each in enumerate(found):
        if number % _EVERY == 0:
            watch.tell(PARTS, number // _EVERY)
        yield each
