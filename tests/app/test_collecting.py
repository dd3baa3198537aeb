"""Bookmarks of all articles, each gone to in its own."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from inquit.errors import InputError
from inquit.model.article import Article, ArticleId
from inquit.store.pages.kept_pages import KeptPages
from tests.app.conftest import TEXT, article_of
from tests.app.test_reader import reader
from tests.app.test_visiting import until
from tui.dialogs.picker import Picker
from tui.services.dependencies import ReaderServices
from tui.services.load_task import LoadTask

OTHER = article_of("\n".join(f"Other paragraph number {n}." for n in range(80)), "test:far")


@pytest.fixture
def real(desk: ReaderServices) -> ReaderServices:
    def open_article(reference: str, _: LoadTask) -> Article:
        for known in (OTHER, article_of(TEXT)):
            if known.id == reference:
                return known
        raise InputError(f"there is no {reference}")

    return replace(desk, open_article=open_article)


async def test_a_bookmark_leads_to_its_article_and_back(real, article) -> None:
    async with reader(real, article) as at_work:
        at_work.screen.controllers.articles.visit(OTHER)
        await at_work.settle()
        await at_work.press("G", "m")
        marked = at_work.screen.reading.bookmarks[0].span  # type: ignore[union-attr]
        await at_work.press("comma", "n", "m", "B")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        rows = at_work.app.screen._list.rows  # type: ignore[attr-defined]
        assert [row.tail for row in rows] == ["Harbour [b]news[/b]"] * 2
        await at_work.press(*"other", "enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == "test:far")
        pane = at_work.screen.panes.text
        assert pane.top <= marked.start < pane.bottom
        await at_work.press("comma")
        assert at_work.screen.reading.article.id == article.id  # type: ignore[union-attr]


async def test_a_bookmark_whose_article_is_gone_leads_to_the_text_as_it_was_kept(
    real, article
) -> None:
    gone = article_of("Gone soon.", "test:gone")
    async with reader(real, gone) as at_work:
        await at_work.press("m")
        at_work.screen.controllers.articles.visit(article)
        await at_work.settle()
        await at_work.press("B")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        await at_work.press("enter")
        await until(at_work, lambda: at_work.screen.reading.article.id == gone.id)
        assert at_work.screen.reading.article.text == "Gone soon."  # type: ignore[union-attr]
        assert at_work.screen.reading.bookmarks[0].span is not None  # type: ignore[union-attr]
        assert "as it was kept on" in at_work.screen.panes.status.status.message


async def test_a_bookmark_whose_article_is_lost_is_told_and_the_present_one_stays(
    real, article
) -> None:
    gone = article_of("Gone soon.", "test:gone")
    async with reader(real, gone) as at_work:
        await at_work.press("m")
        at_work.screen.controllers.articles.visit(article)
        await at_work.settle()
        shutil.rmtree(KeptPages(real.data).folder)
        await at_work.press("B")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        await at_work.press("enter")
        await until(at_work, lambda: bool(at_work.app._notifications))
        assert [note.message for note in at_work.app._notifications] == ["there is no test:gone"]
        assert at_work.screen.reading.article is article  # type: ignore[union-attr]


async def test_without_bookmarks_one_line_says_so(real, article) -> None:
    async with reader(real, article) as at_work:
        await at_work.press("B")
        await at_work.settle()
        message = at_work.screen.panes.status.status.message
        assert message == "There are no bookmarks yet; m sets one"


async def test_a_bookmark_whose_words_are_gone_is_told_and_its_article_shown(desk, article) -> None:
    changed = article_of("Nothing of what was there before is left.", "/far.txt")
    opened = replace(desk, open_article=lambda *_: changed)
    async with reader(opened, replace(OTHER, id=ArticleId("/far.txt"))) as at_work:
        await at_work.press("m")
        at_work.screen.controllers.articles.visit(article)
        await at_work.settle()
        await at_work.press("B")
        await until(at_work, lambda: isinstance(at_work.app.screen, Picker))
        await at_work.press("enter")
        await until(at_work, lambda: at_work.screen.reading.article is changed)
        await until(at_work, lambda: len(at_work.app._notifications) == 2)
        notes = [note.message for note in at_work.app._notifications]
        assert any("Other paragraph number 0." in note for note in notes)
