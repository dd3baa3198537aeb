"""Where the column of text stands in the pane."""

from __future__ import annotations

MARGIN = 4
"""Cells left of the text: the bookmark's sign, the bar of the current attribution, and space."""

NARROWEST, USUAL, WIDEST = 30, 72, 160
"""Cells of the column of text."""


def column_width(pane: int, measure: int) -> int:
    """Return the cells that a line of text has.

    Args:
        pane: the cells of the pane, without its scrollbar.
        measure: the cells that the reader wishes.
    """
    return max(1, min(measure, pane - MARGIN - 1))


def column_indent(pane: int, measure: int) -> int:
    """Return the cells left of the text; takes what `column_width` takes."""
    return MARGIN + max(0, (pane - column_width(pane, measure) - MARGIN - 1) // 2)
