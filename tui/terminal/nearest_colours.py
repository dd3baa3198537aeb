"""Lines in the colours that the terminal has, where it has no true colour."""

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
"""Colours of a terminal by what Rich calls its colour system; the others need nothing."""


class NearestColours(LineFilter):
    """Gives words and their ground the nearest colours that there are and that read together.

    Rich would look for each by itself, and after hue before lightness.
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
    words, behind = _true(style.color), _true(style.bgcolor)
    if words is None and behind is None:
        return style
    return style + _colours(words, behind, below, depth)


@lru_cache(4096)
def _colours(words: str | None, behind: str | None, below: str, depth: int) -> Style:
    """Return the colours of words and of what is behind them; None for what stays as it is."""
    inked = ink(words, behind or below, depth) if words is not None else None
    grounded = ground(behind, depth) if behind is not None else None
    return Style(
        color=RichColor.from_ansi(inked[0]) if inked else None,
        bgcolor=RichColor.from_ansi(grounded[0]) if grounded else None,
    )


def _true(colour: RichColor | None) -> str | None:
    """Return a true colour as ``#rrggbb``, or None."""
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return None
    return colour.triplet.hex
