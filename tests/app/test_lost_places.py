"""Marks that lost their place are told of when the article is opened, and by what lists them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inquit.correcting.actions import AddQuote
from inquit.model.annotation import Target, target_of
from inquit.model.article import Article
from inquit.model.quotation import QuoteType
from inquit.model.span import Span
from inquit.store.records.record_factory import new_bookmark, new_correction
from inquit.store.records.repository import Repository
from tests.app.test_correcting import GONE, message
from tests.app.test_drafts import notified, until
from tests.app.test_reader import Reader, reader
from tui.reader.app import ReaderApp
from tui.services.dependencies import ReaderServices
from tui.services.opening import open_article
from widgets.row_list import RowList

KEPT = "The ferry sails at noon from the old pier, as it has done for years."
LOST = "Nobody had told the harbour master anything about the new cranes."
BEFORE = (
    "All was calm along the quay on Monday morning, and gulls sat on the rails. "
    f"{KEPT} Two dozen passengers were waiting.\n\n"
    "A paragraph about nothing much stands in between, and stays as it is.\n\n"
    f"{LOST}\n\nA last paragraph closes the report.\n"
)
AFTER = BEFORE.replace("were waiting", "were already waiting").replace(LOST, "Two gulls sat there.")
TOLD = (
    "The article changed. Corrections: 1 to check, 1 orphaned; C lists them. "
    "Bookmarks: 1 changed, 1 orphaned; B lists them."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(BEFORE, encoding="utf-8")
    return path


@pytest.fixture
def real(desk: ReaderServices) -> ReaderServices:
    return replace(desk, open_article=open_article)


@pytest.fixture
def marked(path: Path, tmp_path: Path) -> Article:
    """Return the article, with a bookmark and a correction each on what stays and what goes."""
    article = open_article(str(path))
    with Repository.open(tmp_path / "data") as store:
        for words in (KEPT, LOST):
            span = _target(article, words).position
            place = Span(span.start, span.end)
            store.add_bookmark(new_bookmark(article, place))
            proposal = AddQuote.propose([place], QuoteType.INDIRECT)
            store.add_correction(new_correction(article, proposal))
    return article


@pytest.fixture
def changed(marked: Article, path: Path) -> Article:
    """Return the article as it is after it changed."""
    path.write_text(AFTER, encoding="utf-8")
    return open_article(marked.id)


def _target(article: Article, words: str) -> Target:
    start = article.text.index(words)
    return target_of(article, Span(start, start + len(words)))


async def test_nothing_is_told_where_all_is_in_its_place(real, marked) -> None:
    async with reader(real, marked) as at_work:
        assert len(at_work.screen.reading.bookmarks) == 2
        assert notified(at_work) == []


async def test_what_lost_its_place_is_counted_when_the_article_is_opened(real, changed) -> None:
    async with reader(real, changed) as at_work:
        assert notified(at_work) == [TOLD]


async def test_what_lost_its_place_is_counted_beside_what_changed(real, marked, path) -> None:
    async with reader(real, marked) as at_work:
        path.write_text(AFTER, encoding="utf-8")
        await at_work.press("R")
        await until(at_work, lambda: notified(at_work) == [TOLD])
        assert message(at_work).startswith("Opened anew. Paragraphs: ")
        assert message(at_work).endswith("D shows them")


async def test_what_is_gone_is_not_told_again_by_what_is_done_in_the_article(real, changed) -> None:
    async with reader(real, changed) as at_work:
        await at_work.press("G", "m", "m")
        assert notified(at_work) == [TOLD]


async def test_what_cannot_be_confirmed_says_why(real, changed) -> None:
    async with reader(real, changed) as at_work:
        await at_work.press("C", "c")
        await until(at_work, lambda: message(at_work) == f"{GONE}; it can only be removed (x)")


async def test_a_bookmark_that_is_opened_and_gone_is_told_with_its_words(
    real, marked, changed
) -> None:
    app = ReaderApp(real, changed, lost=_target(marked, LOST))
    async with app.run_test() as pilot:
        at_work = Reader(app, pilot)
        await at_work.settle()
        assert f"Its passage is no longer in the article. It read: {LOST}" in notified(at_work)


async def test_the_list_of_bookmarks_marks_those_that_lost_their_place(real, changed) -> None:
    async with reader(real, changed) as at_work:
        await at_work.press("B")
        assert _signs(at_work) == {KEPT: "◆?", LOST: "◇?"}


async def test_the_list_of_bookmarks_marks_those_of_other_articles_too(
    real, changed, article
) -> None:
    assert changed.id != article.id
    async with reader(real, article) as at_work:
        await at_work.press("B")
        await until(at_work, lambda: _signs(at_work) == {KEPT: "◆?", LOST: "◇?"})


def _signs(at_work: Reader) -> dict[str, str]:
    return {row.text: row.sign for row in at_work.app.screen.query_one(RowList).rows}
