"""Colours for terminals that have few: the nearest that the palette has, and that still read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import hypot

from themes.contrast import LEAST_CONTRAST, contrast, hexadecimal, rgb
from themes.difference import difference, oklab

_STEPS = (0, 95, 135, 175, 215, 255)
# xterm's own; others differ, and nobody can ask.
_SIXTEEN = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
_CUBE = tuple(hexadecimal((r, g, b)) for r in _STEPS for g in _STEPS for b in _STEPS)
_GREYS = tuple(hexadecimal((8 + 10 * step,) * 3) for step in range(24))

_LEAST_CHROMA = 0.06
"""The distance from grey, in OKLab, from which a colour is a colour and no tinted grey."""

Numbered = tuple[int, str]
"""A colour's number in the palette, and what it looks like."""

PALETTES: dict[int, Sequence[Numbered]] = {
    16: tuple(enumerate(_SIXTEEN)),
    # The first sixteen are the reader's own choice and look like anything.
    256: tuple(enumerate((*_CUBE, *_GREYS), 16)),
}
"""What terminals of so many colours have."""


@cache
def ground(colour: str, depth: int) -> Numbered:
    """Return the colour of a palette that is nearest to one.

    Args:
        colour: as ``#rrggbb``.
        depth: how many colours the terminal has, a key of PALETTES.
    """
    return min(_like(colour, depth), key=lambda known: difference(known[1], colour))


@cache
def ink(colour: str, on: str, depth: int) -> Numbered:
    """Return the colour of a palette that is nearest to one and reads as well on its ground.

    Args:
        colour: of the words, as ``#rrggbb``.
        on: the ground that they stand on as it was meant; `ground` tells what becomes of it.
        depth: as in `ground`.
    """
    shown = ground(on, depth)[1]
    needed = min(LEAST_CONTRAST, contrast(colour, on))
    readable = [known for known in _like(colour, depth) if contrast(known[1], shown) >= needed]
    return min(readable, key=lambda known: difference(known[1], colour))


def _like(colour: str, depth: int) -> Sequence[Numbered]:
    """Return what of a palette can stand for a colour: for one that is almost grey only greys.

    The nearest of all to the white of paper may be a yellow, and to the shade beside it a pink.
    """
    if _chroma(colour) >= _LEAST_CHROMA:
        return PALETTES[depth]
    return [known for known in PALETTES[depth] if len(set(rgb(known[1]))) == 1]


def _chroma(colour: str) -> float:
    return hypot(*oklab(colour)[1:])
