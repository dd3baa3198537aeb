"""Every theme reads well: text, names and quotes, current or not."""

from __future__ import annotations

import itertools

import pytest
from textual.theme import BUILTIN_THEMES

import themes
from inquit.model.quotation import QuoteType
from themes.contrast import LEAST_CONTRAST, contrast, legible
from themes.legibility import faintest
from tui.theming import adapted, source_colours, textual_theme
from widgets.source_colours import SourceColours

NAMES = themes.names()
TEXTUALS = sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)


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
    made = adapted(BUILTIN_THEMES[name])
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


@pytest.mark.parametrize("name", NAMES)
def test_sources_differ_from_each_other(name: str) -> None:
    sources = themes.read(name).sources
    assert len(sources) >= 8
    for first, second in itertools.combinations(sources, 2):
        gap = sum(abs(int(first[n : n + 2], 16) - int(second[n : n + 2], 16)) for n in (1, 3, 5))
        assert gap >= 40, (first, second)


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
