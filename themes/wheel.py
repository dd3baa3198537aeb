"""Colours of sources for a theme that brings none: far from each other and from its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from math import cos, pi, sin

from themes.contrast import hexadecimal
from themes.difference import difference

_HUES, _CHROMAS, _LIGHTNESSES = 24, (0.09, 0.15), (0.4, 0.5, 0.62, 0.72, 0.82)
"""How the colours to choose from are spread in OKLCh."""


def far_apart(count: int, *, inks: Iterable[str], legible: Callable[[str], str]) -> tuple[str, ...]:
    """Return colours of which each is as far from those before it as any could be.

    Args:
        count: how many.
        inks: other colours to keep away from, as that of plain text.
        legible: returns a colour as it is where it reads, else the nearest that does.
    """
    pool = sorted({legible(colour) for colour in _wheel()})
    gaps = {colour: min(difference(colour, ink) for ink in inks) for colour in pool}
    chosen: list[str] = []
    while len(chosen) < count:
        farthest = max(pool, key=gaps.__getitem__)
        chosen.append(farthest)
        gaps = {colour: min(gap, difference(colour, farthest)) for colour, gap in gaps.items()}
    return tuple(chosen)


@cache
def _wheel() -> tuple[str, ...]:
    return tuple(_colours())


def _colours() -> Iterator[str]:
    for hue in range(_HUES):
        angle = 2 * pi * hue / _HUES
        for chroma in _CHROMAS:
            for lightness in _LIGHTNESSES:
                yield _of_oklab(lightness, chroma * cos(angle), chroma * sin(angle))


def _of_oklab(lightness: float, green_red: float, blue_yellow: float) -> str:
    """Return the colour nearest to a place in OKLab (Ottosson 2020)."""
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    light = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    red, green, blue = (255 * _encoded(min(1.0, max(0.0, part))) for part in light)
    return hexadecimal((red, green, blue))


def _encoded(part: float) -> float:
    """Return a part of light as sRGB has it."""
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
