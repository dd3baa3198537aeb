"""The services that the reader works with, passed to it so that tests can pass others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.model.quotation import Analysis
from inquit.model.span import Span
from tui.services.feed_executor import FeedExecutor
from tui.services.library_executor import LibraryExecutor
from tui.services.load_task import LoadTask
from tui.services.store_executor import StoreExecutor

if TYPE_CHECKING:
    from inquit.service.library.access import Library
    from inquit.service.pages import KeptPages
    from inquit.service.reading_state import ReadingState
    from inquit.service.records import KeptDrafts, Repository
    from tui.services.article_list import ArticleList

_PATIENCE = 0.15
"""Seconds that leave the processor to the first keys; the store takes long to import."""


class BatchSource(Protocol):
    """Analyses articles."""

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = ...,
    ) -> Iterator[AnalysisBatch]:
        """Yield batches of an article as long as `wanted` returns True; may block.

        What is visible comes first, as a preview where that is far from the beginning.
        """
        ...

    def close(self) -> None:
        """Stop for good."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderServices:
    """What the reader works with.

    Attributes:
        open_article: returns the article that a reference names, or raises InputError; reports
            its progress to a task, and asks it whether to go on.
        kept: returns a cached analysis of an article, or None.
        analyst: analyses articles that are not cached.
        store: bookmarks, notes, corrections.
        state: positions and preferences.
        config: the folder of the user's settings and themes, or None for none.
        patience: seconds from when the article is drawn until the store is opened.
        data: the folder of stored pages, or None for none.
        feeds: the subscriptions, or None for none.
        library: all that is remembered, or None for nothing.
        list_articles: returns the articles that references name, or None for a single one.
    """

    open_article: Callable[[str, LoadTask], Article]
    kept: Callable[[Article], Analysis | None]
    analyst: BatchSource
    store: StoreExecutor
    state: ReadingState
    config: Path | None = None
    patience: float = 0.0
    data: Path | None = None
    feeds: FeedExecutor | None = None
    library: LibraryExecutor | None = None
    list_articles: Callable[[Sequence[str]], ArticleList | None] = lambda _: None

    def pages(self) -> KeptPages | None:
        """Return the stored pages, or None if there is no data folder."""
        from inquit.service.pages import KeptPages

        return KeptPages(self.data) if self.data is not None else None


def user_services(
    setup: AnalysisSetup, *, analyst: BatchSource, state: ReadingState, config: Path
) -> ReaderServices:
    """Return the services that work on the user's own folders.

    Args:
        setup: what to analyse with.
        analyst: analyses with that.
        state: positions and preferences.
        config: the folder of the user's settings and themes.
    """
    from inquit.service.folders import cache_dir, data_dir
    from tui.services.article_list import list_articles
    from tui.services.opening import open_article

    def open_store() -> Repository:
        from inquit.service import records

        return records.open_store()

    def open_drafts() -> KeptDrafts:
        from inquit.service import records

        return records.open_drafts()

    def kept(article: Article) -> Analysis | None:
        from inquit.service.analysis import Analyst, user_cache
        from inquit.service.library.analyses import find_kept

        lately = Analyst(setup, user_cache()).kept(article)
        return find_kept(article, cache_dir(), setup) if lately is None else lately

    def open_library(tell: Callable[[str], None]) -> Library:
        from inquit.service.library.access import user_library

        return user_library(setup, tell)

    return ReaderServices(
        open_article=open_article,
        kept=kept,
        analyst=analyst,
        store=StoreExecutor(open_store, open_drafts),
        state=state,
        config=config,
        patience=_PATIENCE,
        data=data_dir(),
        feeds=FeedExecutor(data_dir()),
        library=LibraryExecutor(open_library),
        list_articles=list_articles,
    )
