"""Draws lines in the nearest colours that a terminal without true colour has."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from themes.palette import ground, ink

DEPTHS = {"256": 256, "standard": 16, "windows": 16}
"""How many colours a terminal has, by Rich's name for its colour system; others need no change."""


class NearestColours(LineFilter):
    """Gives text and background the nearest colours that can be read on each other.

    Rich would choose each by itself, and by hue before lightness.
    """

    def __init__(self, depth: int) -> None:
        """Take how many colours the terminal has, a key of `themes.palette.PALETTES`."""
        super().__init__()
        self._depth = depth

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return a line's segments in the terminal's own colours."""
        below = background.hex6.lower()
        return [
            Segment(text, _in_palette(style, below, self._depth) if style else None, control)
            for text, style, control in segments
        ]


def _in_palette(style: Style, below: str, depth: int) -> Style:
    words, behind = _true_colour(style.color), _true_colour(style.bgcolor)
    if words is None and behind is None:
        return style
    return style + _colours(words, behind, below, depth)


@lru_cache(4096)
def _colours(words: str | None, behind: str | None, below: str, depth: int) -> Style:
    """Return the style of text and background; a colour that is None stays as it is."""
    inked = ink(words, behind or below, depth) if words is not None else None
    grounded = ground(behind, depth) if behind is not None else None
    return Style(
        color=RichColor.from_ansi(inked[0]) if inked else None,
        bgcolor=RichColor.from_ansi(grounded[0]) if grounded else None,
    )


def _true_colour(colour: RichColor | None) -> str | None:
    """Return a true colour as ``#rrggbb``, or None."""
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return None
    return colour.triplet.hex
