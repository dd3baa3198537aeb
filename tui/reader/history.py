"""A way back over where one has been, and forward again, as a browser keeps pages."""

from __future__ import annotations

from typing import Generic, TypeVar

_T = TypeVar("_T")


class History(Generic[_T]):
    """Places that were left."""

    def __init__(self, longest: int) -> None:
        """Take how many places are kept; the oldest go first."""
        self._longest = longest
        self._behind: list[_T] = []
        self._ahead: list[_T] = []

    def leave(self, place: _T) -> None:
        """Remember a place that is being left; what was ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[: -self._longest]
        self._ahead.clear()

    def back(self, here: _T) -> _T | None:
        """Return the place before, or None; here is what `forward` leads to again."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: _T) -> _T | None:
        """Return the place that one came back from, or None."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[_T], other: list[_T], here: _T) -> _T | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
