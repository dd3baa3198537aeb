"""An article one was in, and where in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from inquit.model.article import Article
from tui.reader.positions import JumpHistory, Position

LONGEST = 30
"""Articles that one can go back over; the oldest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """What to come back to.

    Attributes:
        article: the article.
        position: where one was in it.
        jumps: the jumps that led there.
    """

    article: Article
    position: Position
    jumps: JumpHistory = field(compare=False)
