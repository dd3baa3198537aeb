"""Every theme reads well: text, names and quotes, current or not."""

from __future__ import annotations

import itertools

import pytest
from textual.theme import BUILTIN_THEMES

import themes
from inquit.model.quotation import QuoteType
from themes import ThemeColours
from themes.contrast import LEAST_CONTRAST, contrast, legible
from themes.difference import difference
from themes.legibility import faintest
from tui.terminal.theming import adapt_theme, source_colours, textual_theme
from widgets.selectable_text import SELECTED
from widgets.source_colours import PlainColours, SourceColours

NAMES = themes.names()
TEXTUALS = sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)

LEAST_DIFFERENCE = 0.045
"""The distance that two sources' colours need: some two steps that are just noticed."""


def hexadecimal(colour: object) -> str:
    return str(getattr(colour, "name", colour))


def test_the_promised_themes_are_there() -> None:
    assert {"newsprint", "night", "contrast", "sepia", "distinct"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_text_reads_on_every_ground(name: str) -> None:
    theme = themes.read(name)
    inks = (theme.foreground, theme.muted, theme.primary, theme.accent)
    inks += (theme.success, theme.warning, theme.error)
    for ink, ground in itertools.product(inks, (theme.background, theme.surface, theme.panel)):
        assert contrast(ink, ground) >= LEAST_CONTRAST, (ink, ground)


@pytest.mark.parametrize("name", TEXTUALS)
def test_textuals_themes_are_made_to_read_too(name: str) -> None:
    made = adapt_theme(BUILTIN_THEMES[name])
    assert faintest(made) == []
    colours = source_colours(BUILTIN_THEMES[name], {})
    for index, kind, current in itertools.product((None, *range(12)), QuoteType, (False, True)):
        style = colours.quote(index, kind, current=current)
        ground = hexadecimal(style.bgcolor) if style.bgcolor else made.background
        assert contrast(hexadecimal(style.color), ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", NAMES)
def test_quotes_read_in_every_colour_kind_and_state(name: str) -> None:
    theme = themes.read(name)
    colours = source_colours(textual_theme(theme), {name: theme})
    for index, kind, current in itertools.product((None, *range(12)), QuoteType, (False, True)):
        style = colours.quote(index, kind, current=current)
        ground = hexadecimal(style.bgcolor) if style.bgcolor else theme.background
        assert contrast(hexadecimal(style.color), ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", NAMES)
def test_names_read_in_the_sidebar(name: str) -> None:
    theme = themes.read(name)
    colours = source_colours(textual_theme(theme), {name: theme})
    for index in (None, *range(12)):
        for ground in (theme.surface, theme.background):
            assert contrast(colours.colour(index), ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", NAMES)
def test_what_the_cursor_is_on_reads(name: str) -> None:
    made = textual_theme(themes.read(name)).variables
    pairs = (("block-cursor-foreground", "block-cursor-background"),)
    pairs += (("screen-selection-foreground", "screen-selection-background"),)
    for ink, ground in pairs:
        assert contrast(made[ink], made[ground]) >= LEAST_CONTRAST


def made(name: str) -> tuple[ThemeColours, SourceColours]:
    """Return a theme of ours or of Textual's and the colours that sources have in it."""
    if name in NAMES:
        ours = themes.read(name)
        return ours, source_colours(textual_theme(ours), {name: ours})
    theirs = BUILTIN_THEMES[name]
    return adapt_theme(theirs), source_colours(theirs, {})


@pytest.mark.parametrize("name", [*NAMES, *TEXTUALS])
def test_sources_differ_from_each_other_and_from_plain_text_and_ground(name: str) -> None:
    theme, colours = made(name)
    assert len(theme.sources) >= 8
    shown = [colours.colour(index) for index in range(len(theme.sources))]
    for first, second in itertools.combinations(shown, 2):
        assert difference(first, second) >= LEAST_DIFFERENCE, (first, second)
    for colour in shown:
        assert difference(colour, theme.background) >= 0.4, colour
        for ink in (theme.foreground, colours.colour(None)):
            assert difference(colour, ink) >= LEAST_DIFFERENCE, (colour, ink)


def test_a_difference_is_none_for_the_same_colour_and_one_between_black_and_white() -> None:
    assert difference("#123456", "#123456") == 0
    assert difference("#000000", "#ffffff") == pytest.approx(1, abs=1e-3)


def test_a_selection_is_seen_on_every_quote_of_a_terminal_without_colours() -> None:
    colours = PlainColours()
    for index, kind, current in itertools.product((None, *range(6)), QuoteType, (False, True)):
        style = colours.quote(index, kind, current=current)
        assert not style.reverse
        assert (style + SELECTED).reverse
        assert bool(style.bold) is current


def test_kinds_and_the_current_quote_differ_without_colour() -> None:
    colours = SourceColours(background="#000000", muted="#cccccc", sources=("#ffffff",))
    direct = colours.quote(0, QuoteType.DIRECT, current=False)
    indirect = colours.quote(0, QuoteType.INDIRECT, current=False)
    current = colours.quote(0, QuoteType.DIRECT, current=True)
    assert (direct.italic, indirect.italic) == (None, True)
    assert (direct.bold, current.bold) == (None, True)
    assert direct.bgcolor is not None
    assert indirect.bgcolor is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("dark = true", "background must be a colour"),
        ("not toml", "Expected"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        themes.parse("mine", text)


def test_a_colour_that_does_not_read_is_moved_until_it_does() -> None:
    assert contrast(legible("#777777", "#808080"), "#808080") >= LEAST_CONTRAST
    assert legible("#ffffff", "#000000") == "#ffffff"
