"""Who says how much, and where."""

from __future__ import annotations

import pytest

from tests.app.conftest import TEXT, article_of, whole_batch
from tests.app.test_reader import reader
from widgets.attributed_quotes import AttributedQuotes
from widgets.row_list import RowList
from widgets.source_shares import draw_bar, draw_places, measure_shares

ARTICLE = article_of(TEXT)
FOUND = AttributedQuotes()
FOUND.add_all([whole_batch(ARTICLE)])


def test_shares_are_of_the_quoted_words_and_the_greatest_comes_first() -> None:
    made = measure_shares(ARTICLE, FOUND)
    names = [share.source.name if share.source else None for share in made]
    assert names[:2] == ["Ada Byrne", "A dock worker"]
    assert sum(share.share for share in made) == pytest.approx(1)
    assert (made[0].quotes, made[0].direct, made[0].indirect) == (2, 6, 0)
    assert (made[1].direct, made[1].indirect) == (0, 6)


def test_bars_and_places_take_the_cells_they_are_given() -> None:
    for share in measure_shares(ARTICLE, FOUND):
        assert len(draw_bar(share, 0.5, 20)) == 20
        assert len(draw_places(share, 24)) == 24
    assert draw_bar(measure_shares(ARTICLE, FOUND)[1], 1, 10).strip("▒ ") == ""


async def test_a_source_chosen_in_the_overview_is_gone_to(desk, article) -> None:
    async with reader(desk, article) as at_work:
        await at_work.pilot.press("i")
        await at_work.pilot.pause()
        await at_work.pilot.press("j", "enter")
        await at_work.pilot.pause()
        assert at_work.current_words == "that the cranes were late [/b]"
        await at_work.pilot.press("i", "escape")
        await at_work.pilot.pause()
        assert len(at_work.app.screen_stack) == 1


@pytest.mark.parametrize("width", [40, 80, 120])
async def test_every_source_and_its_share_are_there_on_a_screen_of_any_width(
    desk, article, width
) -> None:
    async with reader(desk, article, size=(width, 24)) as at_work:
        await at_work.press("i")
        shown = at_work.app.screen.query_one(RowList)
        drawn = [shown.render_line(y).text for y in range(len(shown.rows))]
        assert len(drawn) == 4
        for line in drawn:
            assert "%" in line
            assert "quote" in line


async def test_the_words_of_a_menu_go_before_what_is_missing(desk, article) -> None:
    async with reader(desk, article, size=(40, 12)) as at_work:
        await at_work.press("c")
        first = at_work.app.screen.query_one(RowList).render_line(0).text
        assert "Another sour" in first
        assert "needs" in first
