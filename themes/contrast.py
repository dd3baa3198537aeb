"""How well one colour reads on another: WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

from collections.abc import Iterable

LEAST_CONTRAST = 4.5
"""The contrast ratio that text needs."""

RGB = tuple[float, float, float]


def rgb(colour: str) -> RGB:
    """Return the three parts, from 0 to 255, of a colour given as ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexadecimal(parts: RGB) -> str:
    """Return the colour of three parts from 0 to 255 as ``#rrggbb``."""
    return "#" + "".join(f"{min(255, max(0, round(part))):02x}" for part in parts)


def blend(ground: str, colour: str, share: float) -> str:
    """Return ground with a share, from 0 to 1, of another colour mixed in."""
    pairs = zip(rgb(ground), rgb(colour), strict=True)
    red, green, blue = (below + (above - below) * share for below, above in pairs)
    return hexadecimal((red, green, blue))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    red, green, blue = (linear(part / 255) for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: str, ground: str, least: float = LEAST_CONTRAST) -> str:
    """Return the colour nearest to the given one that reads on a ground.

    Args:
        colour: what is wished for, ``#rrggbb``.
        ground: what it stands on.
        least: the contrast ratio that it needs.

    Returns:
        The colour, mixed with as much black or white as it takes.
    """
    pole = "#ffffff" if luminance(ground) < 0.18 else "#000000"
    for step in range(21):
        mixed = blend(colour, pole, step / 20)
        if contrast(mixed, ground) >= least:
            return mixed
    return pole


def readable(colour: str, grounds: Iterable[str]) -> str:
    """Return the colour nearest to the given one that reads on several grounds alike in light."""
    for ground in grounds:
        colour = legible(colour, ground)
    return colour


def linear(part: float) -> float:
    """Return a part of a colour, from 0 to 1, as light adds up."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
