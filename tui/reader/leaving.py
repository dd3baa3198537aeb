"""Finds what would be lost by leaving: changes and drafts that could not be written."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from inquit.errors import StoreError
from tui.dialogs.draft_autosave import HoldsDraft

if TYPE_CHECKING:
    from tui.services.dependencies import ReaderServices


class Saving(Protocol):
    """A store that may hold changes that it could not write."""

    @property
    def unsaved(self) -> int:
        """How many changes are not saved."""
        ...

    @property
    def only_in_memory(self) -> int:
        """How many of them are in no file at all."""
        ...

    def save(self) -> bool:
        """Try again to write them; raises StoreError."""
        ...


def count_unwritten(store: Saving) -> int:
    """Try once more to save; return how many changes are still only in memory."""
    if store.unsaved:
        with suppress(StoreError):
            store.save()
    return store.only_in_memory


async def describe_losses(services: ReaderServices, screens: Iterable[Screen[object]]) -> str:
    """Keep what can be kept; describe what leaving would lose, or return "" for nothing."""
    changes = 0
    with suppress(StoreError):  # a store that cannot be opened, or is closed, holds nothing
        changes += await services.store.ask(count_unwritten)
    if services.feeds is not None:
        with suppress(StoreError):
            changes += await services.feeds.ask_if_open(count_unwritten) or 0
    editors = [each for each in screens if isinstance(each, HoldsDraft)]
    unkept = [each for each in editors if not await each.keep_draft()]
    parts = [
        f"{changes} change{'s' if changes > 1 else ''}" if changes else "",
        "what is being written" if unkept else "",
    ]
    return " and ".join(filter(None, parts))
