"""Something that a thread fetches or loads: how far it is, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from threading import Event, Thread
from typing import TypeVar

from inquit.errors import CancelledError
from inquit.model.progress import PAGES, PARTS, ProgressToken

_T = TypeVar("_T")
_LONGEST = 32
_TICK = 0.1
"""Seconds between two looks at whether it is still wanted."""


class Errand:
    """Told by the thread how much has come; tells the thread whether to go on.

    Attributes:
        token: what the thread hands to whoever does the work.
    """

    def __init__(self, name: str = "", told: Callable[[str, int], None] | None = None) -> None:
        """Take what is wanted.

        Args:
            name: what it is called.
            told: told what `progress` is told, too.
        """
        self._name = name
        self._told = told
        self._stopped = False
        self._what, self._amount = PARTS, 0
        self.token = ProgressToken(report=self.progress, cancelled=self.cancelled)

    def stop(self) -> None:
        """Want it no more."""
        self._stopped = True

    def cancelled(self) -> bool:
        """Tell whether it is wanted no more."""
        return self._stopped

    def run(self, find: Callable[[Errand], _T]) -> _T:
        """Return what a thread finds; where it is wanted no more, leave the thread to itself.

        A server that does not answer then holds up neither the reader nor the way out.

        Args:
            find: what to do in the thread.

        Raises:
            CancelledError: it is wanted no more.
            KeyboardInterrupt: the user has pressed ctrl+c; nor is it wanted then.
            InquitError: what find raises.
        """
        ended, context = Event(), copy_context()
        found: list[_T] = []
        faults: list[BaseException] = []

        def work() -> None:
            try:
                found.append(context.run(find, self))
            except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
                faults.append(error)
            ended.set()

        try:
            Thread(target=work, name="errand", daemon=True).start()
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
        """Take how much has come.

        Args:
            what: a host, or `PAGES` or `PARTS`.
            amount: bytes of it, or how many are read.
        """
        self._what, self._amount = what, amount
        if self._told is not None:
            self._told(what, amount)

    def line(self) -> str:
        """Return how far it is, in a few words for the status line."""
        return progress_line(self._name, self._what, self._amount)


def progress_line(name: str, what: str, amount: int) -> str:
    """Return how far something is, in a few words that may hold what a terminal obeys.

    Args:
        name: what it is called.
        what: the host that it comes from, or what of it is counted: `PAGES` or `PARTS`.
        amount: bytes, or how many are read.
    """
    if what == PARTS:
        return f"Opening {_cut(name)} …"
    if what == PAGES:
        return f"Opening {_cut(name)} … page {amount:,}"
    size = f" {(amount + 1023) // 1024:,} kB" if amount else ""
    return f"Fetching {_cut(what)} …{size}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
