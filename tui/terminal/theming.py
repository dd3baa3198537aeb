"""Themes for Textual, and the colours of sources that go with each of them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

import themes
from themes import ThemeColours
from themes.contrast import blend, legible, readable
from themes.legibility import GROUNDS
from themes.wheel import far_apart
from widgets.source_colours import PlainColours, SourceColours, on_its_tint

USUAL = "night"
PLAIN = "ansi-dark"
"""Textual's theme of the terminal's own colours."""

_SOURCES = 9
"""How many colours sources take turns in, in a theme that has none for them."""

_INKS = ("foreground", "primary", "accent", "success", "warning", "error")


def own_themes() -> dict[str, ThemeColours]:
    """Return the themes that inquit brings, by name."""
    return {name: themes.read(name) for name in themes.names()}


def textual_theme(colours: ThemeColours) -> Theme:
    """Return a theme of ours as one of Textual's."""
    on_primary = legible(colours.background, colours.primary)
    return Theme(
        name=colours.name,
        dark=colours.dark,
        primary=colours.primary,
        secondary=colours.accent,
        accent=colours.accent,
        success=colours.success,
        warning=colours.warning,
        error=colours.error,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        variables={
            "text": colours.foreground,
            "text-muted": colours.muted,
            "text-disabled": colours.muted,
            "block-cursor-background": colours.primary,
            "block-cursor-foreground": on_primary,
            "block-cursor-blurred-background": colours.panel,
            "block-cursor-blurred-foreground": colours.foreground,
            "footer-background": colours.surface,
            "footer-foreground": colours.muted,
            "footer-description-foreground": colours.muted,
            "footer-key-foreground": colours.accent,
            "border": colours.primary,
            "border-blurred": colours.panel,
            "button-foreground": colours.foreground,
            "scrollbar": blend(colours.surface, colours.muted, 0.55),
            "scrollbar-hover": colours.muted,
            "scrollbar-active": colours.primary,
            "scrollbar-background": colours.surface,
            "screen-selection-background": blend(colours.background, colours.primary, 0.35),
            "screen-selection-foreground": legible(
                colours.foreground, blend(colours.background, colours.primary, 0.35)
            ),
        },
    )


def adapt_theme(theme: Theme) -> ThemeColours:
    """Return the colours of a theme of Textual's, changed where text would be hard to read."""
    variables = theme.to_color_system().generate()
    solid = {name: _solid(variables[name]) for name in (*GROUNDS, *_INKS)}
    solid["muted"] = blend(solid["background"], solid["foreground"], 0.7)
    grounds = [solid[name] for name in GROUNDS]
    inks = {name: readable(solid[name], grounds) for name in (*_INKS, "muted")}

    def make_legible(colour: str) -> str:
        return on_its_tint(readable(colour, grounds), solid["background"])

    plain = (inks["foreground"], inks["muted"])
    return ThemeColours(
        **{name: solid[name] for name in GROUNDS},
        **inks,
        name=theme.name,
        dark=theme.dark,
        sources=far_apart(_SOURCES, inks=plain, legible=make_legible),
    )


def source_colours(theme: Theme, known: Mapping[str, ThemeColours]) -> SourceColours:
    """Return the colours of sources that go with a theme.

    Args:
        theme: Textual's theme in use.
        known: the colours of themes by name; a theme that is missing here is adapted.
    """
    if theme.ansi:
        return PlainColours()
    colours = known.get(theme.name) or adapt_theme(theme)
    grounds = (colours.background, colours.surface, colours.panel)
    return SourceColours(
        background=colours.background,
        muted=readable(colours.muted, grounds),
        sources=[readable(colour, grounds) for colour in colours.sources],
    )


def _solid(colour: str) -> str:
    return Color.parse(colour).with_alpha(1).hex.lower()
