"""How the screen is divided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.test_correcting import message
from tests.app.test_reader import Reader, reader


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
        pane = at_work.screen.pane.region
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
        pane, side = at_work.screen.pane, at_work.screen.query_one("#side")
        assert pane.size.height >= 8
        await at_work.press("n", "n")
        shown = " ".join(line.lstrip("▌╎ ").strip() for line in at_work.lines())
        assert at_work.current_words in shown
        assert "A dock worker" in at_work.screen.status.render_line(0).text
        await at_work.press("tab")
        assert side.region.width <= 34
        assert at_work.screen.sidebar.shown.size.height >= 3
        await at_work.press("down", "down", "enter")
        assert not side.display


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
        header = at_work.screen.header.render_line(0).text
        for part in ("Harbour [b]news[/b]", "By Eve Adams", "4 May 2026", "test:harbour"):
            assert part in header
        await at_work.app.workers.wait_for_complete()
        await at_work.pilot.pause()
        assert header_end(at_work) == "583 words, 2 min"
        await at_work.press("n", "n")
        status = at_work.screen.status.render_line(0).text
        assert status.split()[0] == "2/5"
        assert "A dock worker" in status
        assert status.rstrip().endswith("%")


def header_end(at_work: Reader) -> str:
    return at_work.screen.header.render_line(0).text.rpartition(" · ")[2].strip()
