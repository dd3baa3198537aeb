"""A list gone through from the middle: down to its end, then from its start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def turned(
    items: tuple[_T, ...], begins: Callable[[_T], bool], *, past: bool = False
) -> tuple[_T, ...]:
    """Return all items, beginning with the first that fits, or where none does as they were.

    Args:
        items: the list.
        begins: tells whether an item fits.
        past: whether to begin with the one after it.
    """
    at = next((number for number, item in enumerate(items, past) if begins(item)), 0)
    return (*items[at:], *items[:at])
