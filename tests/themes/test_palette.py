"""Colours of terminals that have few: near to what a theme means, and legible."""

from __future__ import annotations

import itertools

import pytest
from textual.theme import BUILTIN_THEMES

import themes
from themes import ThemeColours
from themes.contrast import LEAST_CONTRAST, contrast, rgb
from themes.legibility import GROUNDS, INKS
from themes.palette import PALETTES, ground, ink
from tui.terminal.theming import adapt_theme

OWN = [themes.read(name) for name in themes.names()]
TEXTUALS = [adapt_theme(theme) for theme in BUILTIN_THEMES.values() if not theme.ansi]
BOTH = pytest.mark.parametrize("colours", [*OWN, *TEXTUALS], ids=lambda colours: colours.name)
DEPTHS = pytest.mark.parametrize("depth", PALETTES)


@BOTH
@DEPTHS
def test_what_reads_in_true_colour_reads_in_few(colours: ThemeColours, depth: int) -> None:
    inks = [*(getattr(colours, name) for name in INKS), *colours.sources]
    for words, name in itertools.product(inks, GROUNDS):
        on = getattr(colours, name)
        wanted = min(LEAST_CONTRAST, contrast(words, on))
        assert contrast(ink(words, on, depth)[1], ground(on, depth)[1]) >= wanted


@DEPTHS
@pytest.mark.parametrize("colours", OWN, ids=lambda colours: colours.name)
def test_a_page_of_tinted_paper_is_no_coloured_page(colours: ThemeColours, depth: int) -> None:
    for name in GROUNDS:
        assert len(set(rgb(ground(getattr(colours, name), depth)[1]))) == 1


@pytest.mark.parametrize("colours", OWN, ids=lambda colours: colours.name)
def test_sources_and_the_row_one_is_on_are_told_apart_in_256_colours(colours) -> None:
    assert ground(colours.panel, 256) != ground(colours.surface, 256)
    shown = {ink(colour, colours.background, 256) for colour in colours.sources}
    assert len(shown) >= len(colours.sources) - 1


def test_greys_and_strong_colours_that_the_palette_has_are_themselves() -> None:
    for number, colour in PALETTES[256]:
        parts = rgb(colour)
        if max(parts) - min(parts) not in range(1, 96):
            assert ground(colour, 256)[1] == colour
        assert number >= 16
