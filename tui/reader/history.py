"""A history of places to go back and forward in, like that of a browser."""

from __future__ import annotations

from typing import Generic, TypeVar

_T = TypeVar("_T")


class History(Generic[_T]):
    """The places that were left."""

    def __init__(self, longest: int) -> None:
        """Take how many places are kept; the oldest are dropped first."""
        self._longest = longest
        self._behind: list[_T] = []
        self._ahead: list[_T] = []

    def leave(self, place: _T) -> None:
        """Add a place that is being left, and forget the places ahead."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[: -self._longest]
        self._ahead.clear()

    def back(self, here: _T) -> _T | None:
        """Return the place before, or None; `forward` leads back to here."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: _T) -> _T | None:
        """Return the place from which `back` came, or None."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[_T], other: list[_T], here: _T) -> _T | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
