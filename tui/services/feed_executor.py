"""A thread for the subscriptions, which does one thing after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from inquit.errors import StoreError

if TYPE_CHECKING:
    from inquit.service.feeds import Subscriptions

_T = TypeVar("_T")


class FeedExecutor:
    """Runs work on the subscriptions of a folder in a thread; opens them when first needed."""

    def __init__(self, folder: Path) -> None:
        """Take the data folder."""
        self._folder = folder
        self._kept: Subscriptions | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="feeds")
        self._closed = False
        self._selected: set[str] = set()

    def open_another(self) -> Subscriptions:
        """Return the subscriptions, opened for another thread, which has to close them.

        Raises:
            StoreError: they cannot be read.
        """
        from inquit.service.feeds import open_feeds

        return open_feeds(self._folder)

    def select_new(self, lines: Iterable[str | None]) -> tuple[str, ...]:
        """Return the lines that were not passed before."""
        new = tuple(line for line in lines if line and line not in self._selected)
        self._selected.update(new)
        return new

    async def ask(self, work: Callable[[Subscriptions], _T]) -> _T:
        """Run some work on the subscriptions, read anew, and return its result.

        Raises:
            StoreError: they cannot be opened, read or written, or are closed.
            UserError: raised by the work.
        """
        if self._closed:
            raise StoreError("The feeds are closed: inquit is about to leave")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def ask_if_open(self, work: Callable[[Subscriptions], _T]) -> _T | None:
        """Do the same as `ask` if the subscriptions are open; else return None."""
        return None if self._kept is None else await self.ask(work)

    def wait_for(self, work: Callable[[Subscriptions], _T]) -> _T:
        """Do the same as `ask` from another thread, and block.

        Raises:
            StoreError, UserError: as `ask`.
        """
        if self._closed:
            raise StoreError("The feeds are closed: inquit is about to leave")
        return self._thread.submit(self._do, work).result()

    async def close(self) -> None:
        """Wait for all pending work, then close the subscriptions."""
        self._closed = True
        await asyncio.to_thread(self._thread.shutdown)
        if self._kept is not None:
            self._kept.close()

    def _do(self, work: Callable[[Subscriptions], _T]) -> _T:
        if self._kept is None:
            self._kept = self.open_another()
        else:
            self._kept.refresh()
        return work(self._kept)
