"""A terminal without colours: none are sent, and shapes tell what they told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.strip import Strip
from textual.widgets import Input, OptionList

from tests.app.test_reader import reader
from tests.terminal import running

_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


def colours_in(raw: bytes) -> set[bytes]:
    """Return the parts of SGR sequences that set a colour other than the terminal's own."""
    parts = {part for found in _SGR.findall(raw) for part in re.split(rb"[;:]", found)}
    return {
        part
        for part in parts
        if part.isdigit() and (30 <= int(part) <= 38 or 40 <= int(part) <= 48 or int(part) >= 90)
    }


def test_no_colour_is_sent_where_none_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with running(tmp_path, "seed:harbour-inquiry") as terminal:
        terminal.wait_for("Olive Marchetti")
        terminal.press("n")
        terminal.wait_for("1/")
        terminal.press("v)")
        terminal.wait_for("selected")
        terminal.press("/the")
        terminal.wait_for("1 of")
        terminal.press("\x1b")
        terminal.wait_for("y copies")
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert _SGR.search(terminal.raw)
        assert colours_in(terminal.raw) == set()


def shapes_of(strip: Strip, words: str) -> set[bool | None]:
    """Return whether the words of a line are reversed or underlined."""
    styles = [segment.style for segment in strip if words in segment.text and segment.style]
    return {style.reverse or style.underline for style in styles}


async def test_the_row_one_is_on_has_a_shape_of_its_own(desk, article, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(desk, article) as at_work:
        await at_work.press("n", "tab", "g")
        shown = at_work.screen.panes.sidebar.shown
        assert shapes_of(shown.render_line(0), shown.rows[0].text) == {True}
        assert True not in shapes_of(shown.render_line(2), shown.rows[2].text)
        await at_work.press("escape", "c", "s", "down")
        picker = at_work.app.screen
        place = picker._list._place()
        row = picker._list.rows[place]
        assert shapes_of(picker._list.render_line(place), row.text) == {True}
        field = picker.query_one(Input)
        assert field.get_component_rich_style("input--cursor").reverse
        await at_work.press("escape", "ctrl+p", "down")
        commands = at_work.app.screen.query_one(OptionList)
        lit = commands.get_component_styles("option-list--option-highlighted")
        assert lit.text_style.underline


async def test_a_list_that_one_types_over_shows_its_row_in_the_terminals_own_colours(
    desk, article
) -> None:
    async with reader(desk, article) as at_work:
        at_work.app.theme = "ansi-dark"
        await at_work.press("n", "c", "s", "down")
        picker = at_work.app.screen
        place = picker._list._place()
        assert shapes_of(picker._list.render_line(place), picker._list.rows[place].text) == {True}
        await at_work.press("escape", "tab")
        shown = at_work.screen.panes.sidebar.shown
        lit = shown.get_component_rich_style("row-list--cursor")
        assert lit.bgcolor != shown.rich_style.bgcolor
        assert not lit.reverse
