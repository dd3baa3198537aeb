"""How the reader's screen is divided, in cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from widgets.column import USUAL as COLUMN

if TYPE_CHECKING:
    from inquit.service.reading_state import ReadingState

BESIDE = 100
"""Columns from which the sidebar stands beside the text; below, it lies over it."""

TALL = 30
"""Rows from which there is an empty one above the text."""

NARROWEST, USUAL, WIDEST = 28, 44, 80
"""Cells of the sidebar: as few as can be, at least where nobody wished for fewer, and at most."""

_AROUND = 12
"""Cells beside the column of text that the sidebar leaves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What the reader wishes to see; all of it is remembered.

    Attributes:
        sidebar: whether the sidebar stands beside the text, where there is room.
        sidebar_width: its cells; None for as many as the text leaves.
        measure: cells of the column of text.
        left: whether the sidebar is left of the text.
        details: whether the details of the current attribution are shown.
    """

    sidebar: bool = True
    sidebar_width: int | None = None
    measure: int = COLUMN
    left: bool = False
    details: bool = True

    def side(self, width: int) -> int:
        """Return the cells that are not the article's on a screen of so many columns."""
        return self.side_width(width) if self.sidebar and width >= BESIDE else 0

    def side_width(self, width: int) -> int:
        """Return the sidebar's cells on a screen of so many columns."""
        left = min(WIDEST, max(USUAL, width - self.measure - _AROUND))
        return min(self.sidebar_width or left, max(20, width - 6))


def remembered(state: ReadingState) -> Arrangement:
    """Return the arrangement that the reader last had."""
    width, measure = state.preference("sidebar-width"), state.preference("measure")
    return Arrangement(
        sidebar=state.preference("sidebar") is not False,
        sidebar_width=width if isinstance(width, int) else None,
        measure=measure if isinstance(measure, int) else COLUMN,
        left=state.preference("sidebar-left") is True,
        details=state.preference("details") is not False,
    )
