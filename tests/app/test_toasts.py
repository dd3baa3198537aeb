"""Messages that pop up: where they are, and what becomes of one that comes again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widgets._toast import Toast, ToastRack

from inquit.model.article import Article
from tests.app.test_reader import Reader
from tui.reader.app import ReaderApp
from tui.services.dependencies import ReaderServices
from widgets.status_line import StatusLine


@asynccontextmanager
async def reader(
    desk: ReaderServices, article: Article, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[Reader]:
    app = ReaderApp(desk, article)
    async with app.run_test(size=size, notifications=True) as pilot:
        at_work = Reader(app, pilot)
        await at_work.settle()
        yield at_work


async def test_a_message_that_comes_again_is_shown_once_with_how_often(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        for words in ("Gone [b]away", "Gone [b]away", "Back", "Gone [b]away"):
            at_work.screen.view.complain(words)
            await at_work.settle()
        shown = [str(toast.render()) for toast in at_work.app.screen.query(Toast)]
        assert sorted(shown) == ["Back", "Gone [b]away (3×)"]


async def test_a_warning_and_an_error_of_the_same_words_stay_two(
    desk: ReaderServices, article: Article
) -> None:
    async with reader(desk, article) as at_work:
        at_work.screen.view.complain("Gone")
        at_work.screen.view.warn("Gone")
        await at_work.settle()
        assert len(at_work.app.screen.query(Toast)) == 2


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (60, 10), (40, 4)])
@pytest.mark.parametrize("keys", ["", "/"], ids=["reading", "finding"])
async def test_messages_never_cover_the_status_line(
    desk: ReaderServices, article: Article, size: tuple[int, int], keys: str
) -> None:
    async with reader(desk, article, size=size) as at_work:
        await at_work.press(*keys)
        for number in range(6):
            at_work.screen.view.complain(f"{number} " + "what went wrong " * 12)
        await at_work.settle()
        status = at_work.screen.query_one(StatusLine).region
        seen = at_work.app.screen.query_one(ToastRack).region
        assert seen.bottom <= status.y
