"""How the user divides the reader's screen, in cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from widgets.column import USUAL as COLUMN

if TYPE_CHECKING:
    from inquit.service.reading_state import ReadingState

BESIDE = 100
"""Columns from which the sidebar is beside the text; on a narrower screen it lies over it."""

TALL = 30
"""Rows from which there is an empty row above the text."""

NARROWEST, USUAL, WIDEST = 28, 44, 80
"""Cells of the sidebar: the least that can be set, the least by default, and the most."""

_AROUND = 12
"""Cells around the column of text that the sidebar leaves free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPreferences:
    """What the user wants to see; all of it is remembered.

    Attributes:
        sidebar: whether the sidebar is beside the text if there is room.
        sidebar_width: its width; None for as much as the text leaves.
        measure: the width of the column of text.
        left: whether the sidebar is left of the text.
        details: whether the details of the current attribution are shown.
    """

    sidebar: bool = True
    sidebar_width: int | None = None
    measure: int = COLUMN
    left: bool = False
    details: bool = True

    def side(self, width: int) -> int:
        """Return how many cells the sidebar takes from the article on a screen of some width."""
        return self.side_width(width) if self.sidebar and width >= BESIDE else 0

    def side_width(self, width: int) -> int:
        """Return the width of the sidebar on a screen of some width."""
        left = min(WIDEST, max(USUAL, width - self.measure - _AROUND))
        return min(self.sidebar_width or left, max(20, width - 6))


def read_layout(state: ReadingState) -> LayoutPreferences:
    """Return the layout that the user had last."""
    width, measure = state.preference("sidebar-width"), state.preference("measure")
    return LayoutPreferences(
        sidebar=state.preference("sidebar") is not False,
        sidebar_width=width if isinstance(width, int) else None,
        measure=measure if isinstance(measure, int) else COLUMN,
        left=state.preference("sidebar-left") is True,
        details=state.preference("details") is not False,
    )
