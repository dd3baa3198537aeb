"""How far two colours are from each other to the eye: distance in OKLab (Ottosson 2020)."""

from __future__ import annotations

from math import dist

from themes.contrast import linear, rgb


def difference(first: str, second: str) -> float:
    """Return the distance of two colours: 0 for the same, 1 for black and white."""
    return dist(oklab(first), oklab(second))


def oklab(colour: str) -> tuple[float, float, float]:
    """Return lightness from 0 to 1 and the two hue axes, green to red and blue to yellow."""
    red, green, blue = (linear(part / 255) for part in rgb(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )
