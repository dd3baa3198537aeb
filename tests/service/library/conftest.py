"""A library in an empty folder, with articles whose analyses are made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inquit.model.article import Article
from inquit.model.engine import AnalysisSetup
from inquit.service.analysis import Engine, version_of
from inquit.service.library.access import Library
from inquit.service.library.catching_up import CaughtUp, catch_up
from inquit.service.library.own_work import OwnWork
from inquit.service.library.searching import search_library
from inquit.service.pages import KeptPages
from inquit.store.pages.kept_texts import store_text
from tests.library.index.making import make_analysis, make_article

ENGINE = version_of(Engine.STANDARD)

TARIFFS = "“We will raise tariffs,” said Pat Ryder (spokesman). Traders waited."
SCHOOLS = "“The doors stay open.” said Ana Ruiz."


@dataclass(slots=True, kw_only=True)
class Shelf:
    """A library, what it told, and what tests do with it."""

    library: Library
    told: list[str] = field(default_factory=list)

    def keep(self, text: str, article_id: str, *, analysed: bool = True) -> Article:
        article = make_article(text, article_id=article_id, title=article_id)
        store_text(article, self.library.pages)
        if analysed:
            self.library.analyses.put(article, make_analysis(article, ENGINE))
        return article

    def catch_up(
        self, own: OwnWork | None = None, wanted: Callable[[], bool] = lambda: True
    ) -> CaughtUp:
        own = own or OwnWork()
        return self.library.use(lambda index: catch_up(self.library, index, own, wanted=wanted))

    def find(self, typed: str, own: OwnWork | None = None) -> list[str]:
        found = search_library(self.library, typed, own or OwnWork())
        return sorted(each.article.article_id for each in found.results.articles)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    told: list[str] = []
    library = Library(
        pages=KeptPages(tmp_path / "data"),
        cache=tmp_path / "cache",
        setup=AnalysisSetup(model="none"),
        tell=told.append,
    )
    return Shelf(library=library, told=told)
