"""The lines of PDF pages and their positions."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNTOLD = "\N{REPLACEMENT CHARACTER}"
"""What stands in a line for a glyph of which the font does not tell the character."""

INITIAL = re.compile("[“”‘’\"'«»‹›„‚]{0,2}[^\\W\\d_]")
"""A letter, perhaps with the mark that opens a quotation, that could be set large."""
LARGE = 1.7
"""How many times the size of the text such a letter has at least."""


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
