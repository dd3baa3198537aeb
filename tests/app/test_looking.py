"""How the screen is divided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import workers_done
from tests.app.test_correcting import message
from tests.app.test_reader import Reader, reader
from widgets.view_tabs import ViewTabs


@pytest.mark.parametrize("width", [120, 80])
async def test_the_sidebar_changes_sides_and_stays_there(desk, restarted, article, width) -> None:
    async with reader(desk, article, size=(width, 24)) as at_work:
        side = at_work.screen.query_one("#side")
        await at_work.press("vertical_line")
        assert side.region.x == 0
        assert message(at_work) == "The sidebar is on the left"
        await at_work.press("vertical_line")
        assert side.region.right == width
        await at_work.press("vertical_line")
    async with reader(restarted(), article, size=(width, 24)) as at_work:
        side = at_work.screen.query_one("#side")
        if not side.display:
            await at_work.press("tab")
        assert side.region.x == 0
        pane = at_work.screen.panes.text.region
        assert pane.x == (side.region.right if width >= 100 else 0)


async def test_the_sidebar_is_made_wider_and_narrower(desk, restarted, article) -> None:
    async with reader(desk, article) as at_work:
        side = at_work.screen.query_one("#side")
        before = side.region.width
        await at_work.press("greater_than_sign")
        assert side.region.width == before + 4
        await at_work.press("less_than_sign", "less_than_sign")
        assert side.region.width == before - 4
    async with reader(restarted(), article) as at_work:
        assert at_work.screen.query_one("#side").region.width == before - 4


async def test_forty_columns_and_twelve_rows_are_enough_to_read_and_to_choose(
    desk, article
) -> None:
    async with reader(desk, article, size=(40, 12)) as at_work:
        pane, side = at_work.screen.panes.text, at_work.screen.query_one("#side")
        assert pane.size.height >= 8
        await at_work.press("n", "n")
        shown = " ".join(line.lstrip("▌╎ ").strip() for line in at_work.lines())
        assert at_work.current_words in shown
        assert "A dock worker" in at_work.screen.panes.status.render_line(0).text
        await at_work.press("tab")
        assert side.region.width <= 34
        assert at_work.screen.panes.sidebar.shown.size.height >= 3
        await at_work.press("down", "down", "enter")
        assert not side.display


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_details_stand_below_the_text_where_the_sidebar_is_hidden(
    desk, article, size
) -> None:
    async with reader(desk, article, size=size) as at_work:
        pane, details = at_work.screen.panes.text, at_work.screen.panes.details
        await at_work.press("n", "d")
        assert details.region.width == size[0]
        assert details.region.y == pane.region.bottom
        assert "Ada Byrne" in details.render_line(0).text
        before = at_work.lines()
        assert any("We are ready" in line for line in before)
        await at_work.press("tab")
        assert at_work.screen.panes.sidebar.shown.has_focus
        assert details.region.width < size[0]
        await at_work.press("escape")
        assert details.region.width == size[0]
        assert at_work.lines() == before
        await at_work.press("d")
        assert not details.region
    assert desk.state.preference("details") is None


async def test_a_title_is_told_without_the_joiners_of_its_emoji(desk, article) -> None:
    told = replace(article, title="\U0001f469\u200d\U0001f680 in \u202eorbit")
    async with reader(desk, told, size=(160, 30)) as at_work:
        header = at_work.screen.panes.header.render_line(0).text
        assert header.startswith("\U0001f469\U0001f680 in \\u202eorbit ")


async def test_the_views_tell_how_many_entries_they_have(desk, article) -> None:
    async with reader(desk, article) as at_work:
        tabs = at_work.screen.query_one(ViewTabs)
        told = " ".join(tabs.render_line(0).text.split())
        assert told == "Sources 4 In order 5 Marks 0 Notes 0"
        await at_work.press("less_than_sign")
        assert tabs.render_line(0).text.split() == ["Sources", "In", "order", "Marks", "Notes"]


async def test_the_mouse_is_given_to_the_terminal_and_taken_back(
    desk, article, monkeypatch
) -> None:
    asked: list[str] = []
    async with reader(desk, article) as at_work:
        driver = at_work.app._driver
        for switch in ("_disable_mouse_support", "_enable_mouse_support"):
            monkeypatch.setattr(
                driver, switch, lambda name=switch: asked.append(name), raising=False
            )
        await at_work.press("r")
        assert message(at_work) == "The mouse is the terminal's; r takes it back"
        await at_work.press("r")
        assert asked == ["_disable_mouse_support", "_enable_mouse_support"]


async def test_a_change_of_theme_leaves_the_text_where_it_is(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.press("2", "5", "j")
        before = at_work.lines()
        for name in ("newsprint", "nord", "ansi-dark", "night"):
            at_work.app.theme = name
            await at_work.settle()
            assert at_work.lines() == before


async def test_one_line_tells_of_the_article_and_one_of_the_place_in_it(desk, article) -> None:
    told = replace(article, byline="By Eve Adams", published="4 May 2026")
    async with reader(desk, told, size=(160, 30)) as at_work:
        header = at_work.screen.panes.header.render_line(0).text
        for part in ("Harbour [b]news[/b]", "By Eve Adams", "4 May 2026", "test:harbour"):
            assert part in header
        await workers_done(at_work.app)
        await at_work.pilot.pause()
        assert header_end(at_work) == "583 words, 2 min"
        await at_work.press("n", "n")
        status = at_work.screen.panes.status.render_line(0).text
        assert status.split()[0] == "2/5"
        assert "A dock worker" in status
        assert status.rstrip().endswith("%")


def header_end(at_work: Reader) -> str:
    return at_work.screen.panes.header.render_line(0).text.rpartition(" · ")[2].strip()


async def test_the_header_keeps_publication_date_and_byline_as_it_narrows(desk, article) -> None:
    told = replace(article, site="The Herald", published="2026-03-01", byline="Ana Silva")
    parts = {
        140: "The Herald · Ana Silva · 2026-03-01 · test:harbour · 512 words, 2 min",
        80: "The Herald · Ana Silva · 2026-03-01 · 512 words, 2 min",
        60: "The Herald · Ana Silva · 2026-03-01",
        50: "The Herald · 2026-03-01",
        30: "The Herald",
    }
    async with reader(desk, told, size=(140, 30)) as at_work:
        for width, shown in parts.items():
            await at_work.pilot.resize_terminal(width, 30)
            await at_work.settle()
            at_work.screen.panes.header.show(told, 512)
            line = at_work.screen.panes.header.render_line(0).text
            assert line.startswith("Harbour")
            assert line.endswith(" " + shown), width
