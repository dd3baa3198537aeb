"""The lines of a PDF's pages, where they stand."""

from __future__ import annotations

from dataclasses import dataclass

UNTOLD = "\N{REPLACEMENT CHARACTER}"
"""What stands in a line for a glyph of which the font does not tell the character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it stands on its page, in points from the lower left corner.

    Attributes:
        left: where it begins.
        bottom: how high it stands.
        right: where it ends.
        size: of most of its characters.
        words: what it says, without space at its ends; not empty.
        bold: whether most of its characters are.
    """

    left: float
    bottom: float
    right: float
    size: float
    words: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page.

    Attributes:
        height: in points.
        boxes: groups of lines that stand together, in the order to read them.
    """

    height: float
    boxes: tuple[tuple[Line, ...], ...]
