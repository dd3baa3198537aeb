"""A thread for the subscriptions: what is asked first is done first."""

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
        self._told: set[str] = set()

    def opened(self) -> Subscriptions:
        """Return the subscriptions for a thread that takes its time; whoever asks closes them.

        Raises:
            StoreError: they cannot be read.
        """
        from inquit.service.feeds import open_feeds

        return open_feeds(self._folder)

    def untold(self, lines: Iterable[str | None]) -> tuple[str, ...]:
        """Return those of some lines that were not asked about before."""
        new = tuple(line for line in lines if line and line not in self._told)
        self._told.update(new)
        return new

    async def ask(self, work: Callable[[Subscriptions], _T]) -> _T:
        """Return what some work on the subscriptions as they are now returns.

        Raises:
            StoreError: they could not be opened, read or written, or are closed.
            UserError: what the work raises.
        """
        if self._closed:
            raise StoreError("The feeds are closed: inquit is about to leave")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def ask_opened(self, work: Callable[[Subscriptions], _T]) -> _T | None:
        """Do as `ask` where the subscriptions were opened before; return None where not."""
        return None if self._kept is None else await self.ask(work)

    def wait_for(self, work: Callable[[Subscriptions], _T]) -> _T:
        """Do as `ask`, for a thread that takes its time.

        Raises:
            StoreError, UserError: as `ask`.
        """
        if self._closed:
            raise StoreError("The feeds are closed: inquit is about to leave")
        return self._thread.submit(self._do, work).result()

    async def close(self) -> None:
        """Wait for all that was asked, then let go of the subscriptions."""
        self._closed = True
        await asyncio.to_thread(self._thread.shutdown)
        if self._kept is not None:
            self._kept.close()

    def _do(self, work: Callable[[Subscriptions], _T]) -> _T:
        if self._kept is None:
            self._kept = self.opened()
        else:
            self._kept.refresh()
        return work(self._kept)
