"""Threads for the library: searches do not wait for what is being indexed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from inquit.errors import StoreError

if TYPE_CHECKING:
    from inquit.service.library.access import Library

_T = TypeVar("_T")


class LibraryExecutor:
    """Runs work on the library in threads; opens it when first needed.

    Attributes:
        wanted: whether what takes long is to go on; False once the program is about to leave.
    """

    def __init__(self, open_library: Callable[[Callable[[str], None]], Library]) -> None:
        """Take what opens the library.

        Args:
            open_library: opens it; is given what takes a line about what had to be mended.
        """
        self._open = open_library
        self._library: Library | None = None
        self._told: list[str] = []
        self._searching = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._writing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library-index")
        self.wanted = True

    async def ask(self, work: Callable[[Library], _T]) -> _T:
        """Run some work that reads the index, and return its result; raise what it raises.

        Raises:
            StoreError: the index cannot be read, or the library is closed.
        """
        return await self._run(self._searching, work)

    async def write(self, work: Callable[[Library], _T]) -> _T:
        """Run some work that may take long, one after the other; as `ask` else."""
        return await self._run(self._writing, work)

    def library(self) -> Library:
        """Return the library, opened; what it does may block."""
        if self._library is None:
            self._library = self._open(self._told.append)
        return self._library

    def take_lines(self) -> tuple[str, ...]:
        """Return the lines about what had to be mended since the last call."""
        lines, self._told[:] = tuple(self._told), []
        return lines

    async def close(self) -> None:
        """Let what takes long end where it is, and wait for that."""
        self.wanted = False
        await asyncio.to_thread(self._searching.shutdown)
        await asyncio.to_thread(self._writing.shutdown)

    async def _run(self, thread: ThreadPoolExecutor, work: Callable[[Library], _T]) -> _T:
        if not self.wanted:
            raise StoreError("The library is closed: inquit is about to leave")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(thread, lambda: work(self.library()))
