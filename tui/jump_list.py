"""Where one jumped from, to go back and forward again."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.quotation import QuoteId

LONGEST = 100
"""Places kept; the oldest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the article: the offset at the top of the screen, and the quote current there."""

    top: int
    current: QuoteId | None


class JumpList:
    """Places before the jumps, as a browser keeps pages."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that is being jumped from; what was ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[:-LONGEST]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before, or None; here is what `forward` leads to again."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place that one came back from, or None."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Place], other: list[Place], here: Place) -> Place | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
