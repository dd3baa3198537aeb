"""What editors share: a draft is kept while one types, until it is saved or given up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from textual import work

from inquit.errors import StoreError
from inquit.model.printable import drawn
from tui.reader.controllers.input_gate import Patient

EVERY = 1.0
"""Seconds between two looks at what is typed; with the writing, a crash loses less than two."""


_MOMENT = 0.02
"""Seconds between two looks at whether a draft is kept."""


class Drafting(Protocol):
    """Where an editor's draft goes; both raise StoreError where that fails."""

    async def keep(self, text: str) -> None:
        """Keep what is typed."""
        ...

    async def discard(self) -> None:
        """Forget it."""
        ...


class Editor(Patient[bool]):
    """A dialog with something typed in it; ends with True where something was saved."""

    def __init__(self, drafting: Drafting) -> None:
        """Take where the draft goes."""
        super().__init__()
        self._drafting = drafting
        self._draft: str | None = None
        self._complaint = ""
        self._at_work = self._over = self._waiting = False

    def draft(self) -> str:
        """Return what is typed, as a draft of it is kept."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin to watch what is typed."""
        self._draft = self.draft()
        self.set_interval(EVERY, self._look)

    async def keep_draft(self) -> bool:
        """Keep what is typed now, if that is not kept yet; tell whether nothing is left to keep."""
        while self._at_work:
            await asyncio.sleep(_MOMENT)
        typed = self.draft()
        if self._over or self._draft in (None, typed):
            return True
        self._at_work = True
        try:
            await self._drafting.keep(typed)
            self._draft = typed
        except StoreError as error:
            self._complain_once(str(error))
            return False
        finally:
            self._at_work = False
        return True

    async def save_with(self, keep: Callable[[], Awaitable[bool]]) -> None:
        """Close if keeping works; else all that is typed stays here, and as a draft."""
        if await keep():
            await self.finish(saved=True)
        else:
            self._waiting = True
            await self.keep_draft()

    async def finish(self, *, saved: bool) -> None:
        """Forget the draft and close."""
        self._over = True
        try:
            await self._drafting.discard()
        except StoreError as error:
            self._complain_once(str(error))
        self.dismiss(saved)

    @work(exclusive=True, group="closing")
    async def action_discard(self) -> None:
        """Close without saving; what saving failed for before was handed over all the same."""
        if self._waiting:
            self.notify("What could not be saved before is still waiting for it", markup=False)
        await self.finish(saved=False)

    @work(group="draft")
    async def _look(self) -> None:
        await self.keep_draft()

    def _complain_once(self, complaint: str) -> None:
        if complaint != self._complaint:
            self._complaint = complaint
            self.notify(drawn(complaint), severity="error", markup=False, timeout=10)
