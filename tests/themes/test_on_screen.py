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
    assert colour.type is ColorType.TRUECOLOR, style
    return "#{:02x}{:02x}{:02x}".format(*colour.triplet)


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
