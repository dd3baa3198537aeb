"""What an earlier engine analysed is analysed anew while nobody types."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inquit.library.index.entries import IndexEntry
from inquit.library.index.writing import put_entries
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.model.span import Span
from inquit.service.library.access import Library
from inquit.service.library.own_work import OwnWork
from inquit.service.library.searching import search_library
from inquit.service.pages import KeptPages
from inquit.store.pages.kept_texts import store_text
from inquit.store.pages.page_paths import page_name
from tests.app.conftest import TEXT, HandAnalyst, desk_in, whole_batch
from tests.app.test_reader import reader
from tests.app.test_visiting import until
from tests.library.index.making import make_analysis, make_article
from tui.reader.controllers import library_upkeep
from tui.services.dependencies import ReaderServices
from tui.services.library_executor import LibraryExecutor

SCHOOLS = "“The doors stay open.” said Ana Ruiz."


class CountingAnalyst(HandAnalyst):
    """Analyses what is remembered only when told to; counts how often it is asked to."""

    def __init__(self) -> None:
        super().__init__(lambda article: [whole_batch(article)])
        self.asked = 0
        self.let_go = 0
        self.may_go_on = threading.Event()

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,
    ) -> Iterator[AnalysisBatch]:
        if article.text == TEXT:
            yield from super().batches(article, wanted, visible)
            return
        self.asked += 1
        while not self.may_go_on.wait(0.01):
            if not wanted() or self.closed:
                self.let_go += 1
                return
        yield batch_of(article)


def batch_of(article: Article) -> AnalysisBatch:
    made = make_analysis(article)
    return AnalysisBatch(
        done=len(article.text),
        total=len(article.text),
        quotes=made.quotes,
        mentions=made.mentions,
        sources=made.sources,
        attributions=made.attributions,
    )


@pytest.fixture
def analyst() -> CountingAnalyst:
    return CountingAnalyst()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a library with an article that an earlier engine analysed."""
    made = Library(
        pages=KeptPages(tmp_path / "data"),
        cache=tmp_path / "cache",
        setup=AnalysisSetup(model="none"),
    )
    article = make_article(SCHOOLS, article_id="sha256:schools")
    store_text(article, made.pages)
    home = page_name(article.id)
    entry = IndexEntry(
        article=article,
        analysis=make_analysis(article, "earlier"),
        remembered="2026-11-01T10:00:00+00:00",
        home=home,
        home_seen=made.pages.changed_at(home),
    )
    made.use(lambda index: put_entries(index, [entry]))
    return made


@pytest.fixture
def real(
    tmp_path: Path, analyst: CountingAnalyst, library: Library, monkeypatch: pytest.MonkeyPatch
) -> ReaderServices:
    monkeypatch.setattr(library_upkeep, "EVERY", 0.05)
    monkeypatch.setattr(library_upkeep, "IDLE", 0.2)
    return replace(desk_in(tmp_path, analyst), library=LibraryExecutor(lambda _: library))


def is_outdated(library: Library) -> bool:
    (found,) = search_library(library, "said:doors by:ruiz", OwnWork()).results.articles
    return found.is_outdated


async def test_an_article_of_an_earlier_engine_is_analysed_anew(
    real, library, analyst, article
) -> None:
    assert is_outdated(library)
    analyst.may_go_on.set()
    async with reader(real, article) as at_work:
        await until(at_work, lambda: not is_outdated(library))
    assert analyst.asked == 1


async def test_keys_go_before_it_and_it_begins_again_once_nobody_types(
    real, library, analyst, article
) -> None:
    async with reader(real, article) as at_work:
        await until(at_work, lambda: analyst.asked == 1)
        await at_work.press("n")
        assert at_work.current_words is not None
        await until(at_work, lambda: analyst.let_go == 1)
        assert is_outdated(library)
        analyst.may_go_on.set()
        await until(at_work, lambda: not is_outdated(library))
    assert analyst.asked == 2
