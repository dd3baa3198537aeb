"""A page is what is seen, but for a line that is seen before and after."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from inquit.model.article import Article
from tests.app.conftest import article_of
from tests.app.test_reader import Reader, reader
from tui.dialogs.changes import ChangesScreen
from tui.reader.text_changes import changes_between
from tui.services.dependencies import ReaderServices
from widgets.row_list import RowList

SIZES = [(120, 40), (80, 14)]


async def pages_are_whole(at_work: Reader, list_: Widget) -> None:
    page = list_.scrollable_content_region.height - 1
    assert page > 1
    for keys, top in (("pagedown", page), ("pagedown", 2 * page), ("pageup", page)):
        await at_work.press(keys)
        assert list_.scroll_offset.y == top


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_down_in_the_help_is_a_page(
    desk: ReaderServices, article: Article, size: tuple[int, int]
) -> None:
    async with reader(desk, article, size=size) as at_work:
        await at_work.press("question_mark")
        await pages_are_whole(at_work, at_work.app.screen.query_one(RowList))


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_down_in_what_changed_is_a_page(
    desk: ReaderServices, article: Article, size: tuple[int, int]
) -> None:
    before = article_of("\n".join(f"{number} was so." for number in range(90)))
    after = article_of("\n".join(f"{number} is no more." for number in range(90)))
    async with reader(desk, article, size=size) as at_work:
        screen = ChangesScreen(before, after, changes_between(before, after))
        at_work.app.push_screen(screen)
        await at_work.settle()
        await pages_are_whole(at_work, screen.query_one("VerticalScroll"))
