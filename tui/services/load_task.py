"""A task that loads something in a thread, reports its progress and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from threading import Event, Thread
from typing import TypeVar

from inquit.errors import CancelledError
from inquit.model.progress import PAGES, PARTS, ProgressToken

_T = TypeVar("_T")
_LONGEST = 32
"""Characters of a name that are shown at most."""

_TICK = 0.1
"""Seconds between two looks at whether the task was stopped."""


class LoadTask:
    """Takes the progress of a thread, and tells the thread whether to go on.

    Attributes:
        token: reports progress and carries cancellation; the thread passes it to what it calls.
    """

    def __init__(self, name: str = "", report: Callable[[str, int], None] | None = None) -> None:
        """Take what to load.

        Args:
            name: the name to show.
            report: called with the same as `progress`.
        """
        self._name = name
        self._report = report
        self._stopped = False
        self._what, self._amount = PARTS, 0
        self.token = ProgressToken(report=self.progress, cancelled=self.cancelled)

    def stop(self) -> None:
        """Stop the task."""
        self._stopped = True

    def cancelled(self) -> bool:
        """Tell whether the task was stopped."""
        return self._stopped

    def run(self, find: Callable[[LoadTask], _T]) -> _T:
        """Return what a thread finds; once the task is stopped, abandon the thread.

        So a server that does not answer delays neither the reader nor leaving it.

        Args:
            find: what to do in the thread.

        Raises:
            CancelledError: the task was stopped.
            KeyboardInterrupt: the user pressed ctrl+c, which stops the task, too.
            InquitError: what find raises.
        """
        ended, context = Event(), copy_context()
        found: list[_T] = []
        faults: list[BaseException] = []

        def work() -> None:
            try:
                found.append(context.run(find, self))
            except BaseException as error:  # noqa: BLE001 - raised again by the thread that waits
                faults.append(error)
            ended.set()

        try:
            Thread(target=work, name="load", daemon=True).start()
            while not ended.wait(_TICK):
                if self._stopped:
                    raise CancelledError("cancelled")
        except KeyboardInterrupt:
            self._stopped = True
            raise
        if faults:
            raise faults[0]
        return found[0]

    def progress(self, what: str, amount: int) -> None:
        """Take how much has been loaded.

        Args:
            what: a host, or `PAGES` or `PARTS`.
            amount: bytes from the host, or how many pages or parts.
        """
        self._what, self._amount = what, amount
        if self._report is not None:
            self._report(what, amount)

    def line(self) -> str:
        """Return the progress in a few words for the status line."""
        return progress_line(self._name, self._what, self._amount)


def progress_line(name: str, what: str, amount: int) -> str:
    """Return progress in a few words, which may hold control characters.

    Args:
        name: the name to show.
        what: the host that it comes from, or what is counted: `PAGES` or `PARTS`.
        amount: bytes, or how many pages or parts.
    """
    if what == PARTS:
        return f"Opening {_cut(name)} …"
    if what == PAGES:
        return f"Opening {_cut(name)} … page {amount:,}"
    size = f" {(amount + 1023) // 1024:,} kB" if amount else ""
    return f"Fetching {_cut(what)} …{size}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
