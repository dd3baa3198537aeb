"""An entry of the history of articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.reader.positions import JumpHistory, Position

LONGEST = 30
"""How many articles are kept in the history; the oldest are dropped first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """An article to go back to.

    Attributes:
        article: the article.
        position: the place in it.
        jumps: its history of jumps.
    """

    article: Article
    position: Position
    jumps: JumpHistory = field(compare=False)
