"""Threads for the store, each of which does one thing after the other and finishes it.

Drafts have a thread of their own, so that what is typed is stored in time even while the store
waits for another process.
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
    """Runs work on the repository and on drafts in threads; opens each when first needed."""

    def __init__(
        self,
        open_repository: Callable[[], Repository],
        open_drafts: Callable[[], KeptDrafts] | None = None,
    ) -> None:
        """Take how to open the repository and the drafts.

        Args:
            open_repository: opens the repository.
            open_drafts: opens the drafts; None stores no drafts.
        """
        self._open_repository = open_repository
        self._repository: Repository | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._closed = False
        self._open_drafts = open_drafts
        self._drafts: KeptDrafts | None = None
        self._draft_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")

    async def ask(self, work: Callable[[Repository], _T]) -> _T:
        """Run some work on the repository and return its result; raise what it raises.

        Raises:
            StoreError: the repository cannot be opened, read or written, or is closed.
        """
        self._refuse_closed()
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def ask_drafts(self, work: Callable[[KeptDrafts], _T]) -> _T | None:
        """Run some work on the drafts and return its result, or None if no drafts are stored.

        Raises:
            StoreError: a draft cannot be written or removed, or the store is closed.
        """
        self._refuse_closed()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._draft_thread, self._do_drafts, work)

    async def close(self) -> None:
        """Wait for all pending work, then close the repository and the drafts."""
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
            self._repository = self._open_repository()
        return work(self._repository)

    def _do_drafts(self, work: Callable[[KeptDrafts], _T]) -> _T | None:
        if self._drafts is None and self._open_drafts is not None:
            self._drafts = self._open_drafts()
        return None if self._drafts is None else work(self._drafts)
