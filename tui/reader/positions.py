"""The history of jumps within an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reader.history import History

if TYPE_CHECKING:
    from inquit.model.quotation import QuoteId

LONGEST = 100
"""How many positions are kept; the oldest are dropped first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in the article: the offset at the top of the screen, and the quote current there."""

    top: int
    current: QuoteId | None


class JumpHistory(History[Position]):
    """Positions before the jumps within one article."""

    def __init__(self) -> None:
        super().__init__(LONGEST)
