"""How far a long piece of work has come, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inquit.errors import CancelledError

PAGES, PARTS = "pages", "parts"
"""What is counted of a PDF, and of anything else that is read from this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressToken:
    """Goes with a piece of work, whole, to whoever does it.

    Both functions are called in the thread that works, and often.

    Attributes:
        report: takes a host and the bytes that have come from it; or `PAGES` or `PARTS` and how
            many are read.
        cancelled: tells whether to stop.
    """

    report: Callable[[str, int], None] | None = None
    cancelled: Callable[[], bool] | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is not wanted any more."""
        return self.cancelled is not None and self.cancelled()

    def tell(self, what: str, amount: int) -> None:
        """Tell how much is done.

        Args:
            what: a host, or what is counted.
            amount: how much of it so far.

        Raises:
            CancelledError: the work is not wanted any more.
        """
        self.check()
        if self.report is not None:
            self.report(what, amount)

    def check(self) -> None:
        """Go on where that is wanted.

        Raises:
            CancelledError: the work is not wanted any more.
        """
        if self.is_cancelled:
            raise CancelledError("cancelled")


UNATTENDED = ProgressToken()
"""Nobody waits; the work goes on to its end."""
