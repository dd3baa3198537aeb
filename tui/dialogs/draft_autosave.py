"""Keeps a draft of what is typed in an editor, until it is saved or given up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol, runtime_checkable

from inquit.errors import StoreError
from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog

EVERY = 1.0
"""Seconds between two looks at what is typed; with the writing, a crash loses less than two."""

_MOMENT = 0.02
"""Seconds between two looks at whether a draft is still being written."""


class Drafting(Protocol):
    """Where an editor's draft goes; both methods raise StoreError where that fails."""

    async def keep(self, text: str) -> None:
        """Keep what is typed."""
        ...

    async def discard(self) -> None:
        """Forget it."""
        ...


@runtime_checkable
class HoldsDraft(Protocol):
    """A screen in which something may be typed that is not saved yet."""

    async def keep_draft(self) -> bool:
        """Keep what is typed now; return whether nothing is left to keep."""
        ...


class DraftAutosave:
    """Keeps what is typed in an editor as a draft, and closes the editor."""

    def __init__(
        self, editor: Dialog[bool], drafting: Drafting, read_draft: Callable[[], str]
    ) -> None:
        """Take what to work on.

        Args:
            editor: the dialog; it ends with True where something was saved.
            drafting: where the draft goes.
            read_draft: returns what is typed, as a draft of it is kept.
        """
        self._editor = editor
        self._drafting = drafting
        self._read_draft = read_draft
        self._kept: str | None = None
        self._complaint = ""
        self._writing = self._finished = self._save_failed = False

    def start(self) -> None:
        """Begin to watch what is typed."""
        self._kept = self._read_draft()
        self._editor.set_interval(EVERY, self._look)

    async def keep(self) -> bool:
        """Keep what is typed now, if that is not kept yet; return whether nothing is left."""
        while self._writing:
            await asyncio.sleep(_MOMENT)
        typed = self._read_draft()
        if self._finished or self._kept in (None, typed):
            return True
        self._writing = True
        try:
            await self._drafting.keep(typed)
            self._kept = typed
        except StoreError as error:
            self._complain_once(str(error))
            return False
        finally:
            self._writing = False
        return True

    async def save_with(self, save: Callable[[], Awaitable[bool]]) -> None:
        """Close if saving works; otherwise what is typed stays in the editor and as a draft."""
        if await save():
            await self.finish(saved=True)
        else:
            self._save_failed = True
            await self.keep()

    async def finish(self, *, saved: bool) -> None:
        """Forget the draft and close the editor."""
        self._finished = True
        try:
            await self._drafting.discard()
        except StoreError as error:
            self._complain_once(str(error))
        self._editor.dismiss(saved)

    async def discard(self) -> None:
        """Close without saving; what could not be saved before was handed over all the same."""
        if self._save_failed:
            words = "What could not be saved before is still waiting to be saved"
            self._editor.notify(words, markup=False)
        await self.finish(saved=False)

    def _look(self) -> None:
        self._editor.run_worker(self.keep(), group="draft")

    def _complain_once(self, complaint: str) -> None:
        if complaint != self._complaint:
            self._complaint = complaint
            self._editor.notify(clean_line(complaint), severity="error", markup=False, timeout=10)
