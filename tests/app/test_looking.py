"""How the screen is divided."""

from __future__ import annotations

import pytest

from tests.app.test_correcting import message
from tests.app.test_reader import reader


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
