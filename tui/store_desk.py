"""One thread for the store: what is asked first is done first, and nothing is cut off half done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from inquit.store.repository import Repository

_T = TypeVar("_T")


class StoreDesk:
    """Runs work on the repository in a thread of its own; opens it when it is first needed."""

    def __init__(self, opened: Callable[[], Repository]) -> None:
        """Take what opens the repository."""
        self._opened = opened
        self._repository: Repository | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    async def ask(self, work: Callable[[Repository], _T]) -> _T:
        """Return what some work on the repository returns; raises what it raises.

        Raises:
            StoreError: the repository could not be opened, read or written.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def close(self) -> None:
        """Wait for all that was asked, then let go of the repository."""
        await asyncio.to_thread(self._thread.shutdown)
        if self._repository is not None:
            self._repository.close()

    def _do(self, work: Callable[[Repository], _T]) -> _T:
        if self._repository is None:
            self._repository = self._opened()
        return work(self._repository)
