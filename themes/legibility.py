"""Whether a theme's text reads on its grounds: WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

from dataclasses import dataclass

from themes import ThemeColours
from themes.contrast import LEAST_CONTRAST, contrast

INKS = ("foreground", "muted", "primary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Faint:
    """Two colours of a theme, by their settings' names, and their contrast ratio from 1 to 21."""

    ink: str
    ground: str
    ratio: float


def faintest(colours: ThemeColours) -> list[Faint]:
    """Return the colours of text that read badly, each with its ground, the worst first.

    The colours of sources are not among them: they are made legible where they are used.
    """
    pairs = [
        Faint(
            ink=ink, ground=ground, ratio=contrast(getattr(colours, ink), getattr(colours, ground))
        )
        for ink in INKS
        for ground in GROUNDS
    ]
    return sorted(
        (pair for pair in pairs if pair.ratio < LEAST_CONTRAST), key=lambda pair: pair.ratio
    )
