"""What would be lost by leaving: changes and words that no folder takes."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from inquit.errors import StoreError
from tui.dialogs.draft_autosave import HoldsDraft

if TYPE_CHECKING:
    from tui.services.dependencies import Desk


class Kept(Protocol):
    """What may hold changes that it could not write."""

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


def left_in_memory(kept: Kept) -> int:
    """Try once more to save; return how many changes are in memory only after that."""
    if kept.unsaved:
        with suppress(StoreError):
            kept.save()
    return kept.only_in_memory


async def lost_by_leaving(desk: Desk, screens: Iterable[Screen[object]]) -> str:
    """Keep what can be kept; return what would be lost by leaving, in words, empty for nothing."""
    changes = 0
    with suppress(StoreError):  # one that cannot be opened, or is closed, holds nothing
        changes += await desk.store.ask(left_in_memory)
    if desk.feeds is not None:
        with suppress(StoreError):
            changes += await desk.feeds.ask_opened(left_in_memory) or 0
    editors = [each for each in screens if isinstance(each, HoldsDraft)]
    unkept = [each for each in editors if not await each.keep_draft()]
    parts = [
        f"{changes} change{'s' if changes > 1 else ''}" if changes else "",
        "what is being written" if unkept else "",
    ]
    return " and ".join(filter(None, parts))
