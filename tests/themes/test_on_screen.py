"""What is really drawn reads well, in every theme and state."""

from __future__ import annotations

import pytest
from rich.color import ColorType
from rich.style import Style
from textual.theme import BUILTIN_THEMES

import themes
from tests.app.conftest import *  # noqa: F403 - its fixtures
from tests.app.test_reader import Reader, reader
from themes.contrast import LEAST_CONTRAST, contrast
from themes.palette import PALETTES

STATES = {
    "reading": (),
    "a current quote": ("n",),
    "an indirect one": ("n", "n"),
    "a selection": ("n", "v", "right_curly_bracket"),
    "hits": ("slash", "t", "h", "e", "enter"),
    "finding": ("slash", "z", "z"),
    "the sidebar": ("n", "tab"),
    "in order": ("S", "tab", "down"),
    "the menu": ("n", "c"),
    "help": ("question_mark",),
    "marks": ("n", "quotation_mark", "a", "apostrophe"),
}


def faint(at_work: Reader) -> set[tuple[str, str, str]]:
    """Return the words on the topmost screen that read badly, each with ink and ground."""
    found = set()
    screen = at_work.app.screen
    only = screen.query("Vertical").first().region if screen.is_modal else screen.region
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            style, inside = segment.style or Style.null(), only.contains(x, y)
            x += segment.cell_length
            if not inside or not any(map(str.isalnum, segment.text)):
                continue
            ink, ground = (hexadecimal(style, name) for name in ("color", "bgcolor"))
            if contrast(ink, ground) < LEAST_CONTRAST:
                found.add((segment.text.strip(), ink, ground))
    return found


def hexadecimal(style: Style, name: str) -> str:
    colour = getattr(style, name)
    if colour.type is ColorType.TRUECOLOR:
        return str(colour.triplet.hex)
    assert colour.type in (ColorType.EIGHT_BIT, ColorType.STANDARD), style
    depth = 256 if colour.type is ColorType.EIGHT_BIT else 16
    return dict(PALETTES[depth])[colour.number]


async def test_everything_drawn_reads_in_textuals_themes_too(desk, article) -> None:
    async with reader(desk, article) as at_work:
        for state in ("an indirect one", "a selection", "the sidebar", "the menu"):
            await at_work.press(*STATES[state])
            for name in sorted(BUILTIN_THEMES):
                if not BUILTIN_THEMES[name].ansi:
                    at_work.app.theme = name
                    await at_work.pilot.pause()
                    assert faint(at_work) == set(), (name, state)
            await at_work.press("escape", "escape", "g")


@pytest.mark.parametrize("name", themes.names())
async def test_everything_drawn_reads(desk, article, name: str) -> None:
    async with reader(desk, article) as at_work:
        at_work.app.theme = name
        for state, keys in STATES.items():
            await at_work.pilot.press(*keys)
            await at_work.pilot.pause()
            assert faint(at_work) == set(), state
            await at_work.pilot.press("escape", "escape", "escape", "g")


@pytest.mark.parametrize("term", ["xterm-256color", "xterm-16color"])
async def test_everything_drawn_reads_where_there_are_few_colours(
    desk, article, monkeypatch, term: str
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", term)
    async with reader(desk, article) as at_work:
        for name in themes.names():
            at_work.app.theme = name
            for state in ("an indirect one", "the sidebar"):
                await at_work.pilot.press(*STATES[state])
                await at_work.pilot.pause()
                assert colours_sent(at_work) == {"xterm-256color": 256, "xterm-16color": 16}[term]
                assert faint(at_work) == set(), (name, state)
                await at_work.pilot.press("escape", "escape", "escape", "g")


def colours_sent(at_work: Reader) -> int:
    """Return how many colours the terminal needs for what is drawn."""
    kinds = {
        colour.type
        for strip in at_work.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None
    }
    if ColorType.TRUECOLOR in kinds:
        return 1 << 24
    return 256 if ColorType.EIGHT_BIT in kinds else 16
