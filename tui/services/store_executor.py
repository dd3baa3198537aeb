"""Threads for the store: what is asked first is done first, and nothing is cut off half done.

Drafts have a thread of their own: what is typed is kept in time also while the store waits for
another process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from inquit.errors import StoreError

if TYPE_CHECKING:
    from inquit.service.records import KeptDrafts, Repository

_T = TypeVar("_T")


class StoreExecutor:
    """Runs work on the repository and on drafts in threads; opens each when it is first needed."""

    def __init__(
        self,
        opened: Callable[[], Repository],
        drafts: Callable[[], KeptDrafts] | None = None,
    ) -> None:
        """Take what opens the repository and the drafts.

        Args:
            opened: opens the repository.
            drafts: opens the drafts; None where the store keeps nothing either.
        """
        self._opened = opened
        self._repository: Repository | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._closed = False
        self._opened_drafts = drafts
        self._drafts: KeptDrafts | None = None
        self._draft_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")

    async def ask(self, work: Callable[[Repository], _T]) -> _T:
        """Return what some work on the repository returns; raises what it raises.

        Raises:
            StoreError: the repository could not be opened, read or written, or is closed.
        """
        self._refuse_closed()
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def ask_drafts(self, work: Callable[[KeptDrafts], _T]) -> _T | None:
        """Return what some work on the drafts returns; None where none are kept.

        Raises:
            StoreError: a draft could not be kept or removed, or the executor is closed.
        """
        self._refuse_closed()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._draft_thread, self._do_drafts, work)

    async def close(self) -> None:
        """Wait for all that was asked, then let go of the repository and the drafts."""
        self._closed = True
        await asyncio.to_thread(self._thread.shutdown)
        await asyncio.to_thread(self._draft_thread.shutdown)
        if self._repository is not None:
            self._repository.close()
        if self._drafts is not None:
            self._drafts.close()

    def _refuse_closed(self) -> None:
        if self._closed:
            raise StoreError("The store is closed: inquit is about to leave")

    def _do(self, work: Callable[[Repository], _T]) -> _T:
        if self._repository is None:
            self._repository = self._opened()
        return work(self._repository)

    def _do_drafts(self, work: Callable[[KeptDrafts], _T]) -> _T | None:
        if self._drafts is None and self._opened_drafts is not None:
            self._drafts = self._opened_drafts()
        return None if self._drafts is None else work(self._drafts)
