"""The picture before Textual shows the same lines in the same places as Textual does."""

from __future__ import annotations

import re

import pytest

import themes
from tests.app.test_reader import reader
from tui.reader.first_screenful import picture

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 30), (40, 12)])
@pytest.mark.parametrize("offset", [0, 1200])
async def test_lines_do_not_move_when_textual_draws_them(desk, article, size, offset) -> None:
    if offset:
        desk.state.keep_position(article.id, offset)
    columns, rows = size
    early = [
        SGR.sub("", line)
        for line in picture(article, desk.state, themes.read("night"), columns=columns, rows=rows)
    ]
    assert len(early) == rows
    assert {len(line) for line in early} == {columns}
    async with reader(desk, article, size=size) as at_work:
        pane = at_work.screen.panes.text
        later = [line[3:] for line in at_work.lines()]
        first = pane.region.y + pane.gutter.top
        width = pane.scrollable_content_region.width
        shown = [line[3:width].rstrip() for line in early[first : first + len(later)]]
        assert shown == [line.rstrip() for line in later]


def test_no_control_but_colours_reaches_the_terminal(desk, article) -> None:
    for line in picture(article, desk.state, themes.read("night"), columns=80, rows=24):
        assert SGR.sub("", line).isprintable()
