"""Start the reader: what is wrong with an input is told before Textual is imported."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from inquit.service.folders import config_dir
from inquit.service.reading_state import ReadingState, user_state
from tui.reader.feed_article_list import article_or_entries
from tui.services.analysis_start import begin_analysis
from tui.services.article_list import ArticleList, list_articles
from tui.services.load_task import LoadTask
from tui.services.opening import open_at_once
from tui.services.progress_line import FetchLine
from tui.terminal.signals import exit_at_signals

if TYPE_CHECKING:
    from inquit.model.annotation import Target
    from inquit.model.article import Article
    from inquit.model.engine import AnalysisSetup

_TURN_SECONDS = 0.001
"""Seconds for which a thread that counts words or reads a cached analysis may delay keys."""


def run_reader(references: Sequence[str], setup: AnalysisSetup) -> int:
    """Open an article or a list of articles in the reader, and return the exit code.

    Args:
        references: paths, `-` or `seed:NAME`.
        setup: what to analyse with.

    Raises:
        InputError: the article cannot be opened, or none of the list.
    """
    state = user_state()
    article_list = list_articles(references)
    with FetchLine(references[0]) as line:
        article = None
        if article_list is None:
            task = LoadTask(references[0], line.show)
            found = article_or_entries(
                lambda: open_at_once(references[0], task), references[0], task
            )
            article_list, article = (
                (found, None) if isinstance(found, ArticleList) else (None, found)
            )
    return _run(setup, state, article, article_list)


def run_recent(setup: AnalysisSetup) -> int:
    """Open the list of recent articles and return the exit code; setup as in `run_reader`."""
    from tui.reader.recent_articles import list_recent_articles

    state = user_state()
    return _run(setup, state, None, list_recent_articles(state))


def run_marked(target: Target, setup: AnalysisSetup) -> int:
    """Open an article at a marked passage, and return the exit code.

    Args:
        target: the passage.
        setup: as in `run_reader`.

    Raises:
        InputError: the article cannot be opened.
        StoreError: the place in it cannot be remembered.
    """
    from inquit.service.annotations import locate
    from inquit.service.pages import open_marked, user_pages

    state, pages = user_state(), user_pages()
    with FetchLine(target.article_id) as line:
        task = LoadTask(target.article_id, line.show)
        article = open_marked(target, pages, lambda named: open_at_once(named, task))
    found = locate(target, article)
    if found is None:
        return _run(setup, state, article, None, lost=target)
    state.keep_position(article.id, found.span.start, article.text_digest)
    return _run(setup, state, article, None)


def run_feeds(setup: AnalysisSetup) -> int:
    """Open the feeds in the reader and return the exit code; setup as in `run_reader`."""
    return _run(setup, user_state(), None, None)


def _run(
    setup: AnalysisSetup,
    state: ReadingState,
    article: Article | None,
    article_list: ArticleList | None,
    *,
    lost: Target | None = None,
) -> int:
    """Run the reader on an article, on a list of articles, or else on the feeds."""
    sys.setswitchinterval(_TURN_SECONDS)
    with exit_at_signals():
        analyst = begin_analysis(setup, article)
        try:
            from tui.reader.app import ReaderApp
            from tui.services.dependencies import user_services
            from tui.terminal.gc_scheduling import make_full_collections_rare

            make_full_collections_rare()
            services = user_services(setup, analyst=analyst, state=state, config=config_dir())
            app = ReaderApp(services, article, article_list, lost=lost)
            app.run()
        finally:
            analyst.close()
    return app.return_code or 0
