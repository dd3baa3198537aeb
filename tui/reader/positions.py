"""Where one jumped from, to go back and forward again."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.quotation import QuoteId
from tui.reader.history import Trail

LONGEST = 100
"""Places kept; the oldest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the article: the offset at the top of the screen, and the quote current there."""

    top: int
    current: QuoteId | None


class JumpList(Trail[Place]):
    """Places before the jumps within one article."""

    def __init__(self) -> None:
        super().__init__(LONGEST)
