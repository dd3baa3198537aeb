"""The analyses of what is remembered, which stay as long as it does."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from inquit.errors import StoreError
from inquit.library.index_folder import FOLDER
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.model.quotation import Analysis
from inquit.service.analysis import Analyst, version_of
from inquit.store.analysis_cache import AnalysisCache


def find_kept(article: Article, cache: Path, setup: AnalysisSetup) -> Analysis | None:
    """Return the library's analysis of an article, remembered or not; None where it has none."""
    return Analyst(setup, _own_cache(cache)).kept(article)


def _own_cache(cache: Path) -> AnalysisCache:
    return AnalysisCache(cache / FOLDER, most_entries=None, most_bytes=None)


def analysis_of(
    article: Article, batches: Iterable[AnalysisBatch], setup: AnalysisSetup
) -> Analysis:
    """Return the analysis that all batches of an article add up to.

    Args:
        article: the article.
        batches: what this engine found in it.
        setup: what it was analysed with.
    """
    return Analyst(setup).collected(article, batches)


def _without_dangling_mentions(analysis: Analysis) -> Analysis:
    known = {source.id for source in analysis.sources}
    mentions = tuple(
        each if each.source_id in known else replace(each, source_id=None)
        for each in analysis.mentions
    )
    return analysis if mentions == analysis.mentions else replace(analysis, mentions=mentions)


class LibraryAnalyses:
    """Analyses by one engine and one model: the library's own, and what the cache has."""

    def __init__(self, cache: Path, setup: AnalysisSetup) -> None:
        """Take the cache folder and what is analysed with."""
        self._setup = setup
        self._recent = AnalysisCache(cache)
        self._own = _own_cache(cache)
        self._kept_by_own = Analyst(setup, self._own).kept
        self._kept_lately = Analyst(setup, self._recent).kept

    def get(self, article: Article) -> Analysis | None:
        """Return the analysis of an article, as the engine made it, if it was kept."""
        found = self._kept_by_own(article)
        if found is None and (found := self._kept_lately(article)):
            # With topics, as it is in the cache. Where it cannot be kept, the article would only
            # be analysed again some day.
            setup = self._setup
            whole = self._recent.get(article, version_of(setup.engine), setup.model)
            with suppress(StoreError):
                self._own.put(article, whole or found)
        return found

    def put(self, article: Article, analysis: Analysis) -> None:
        """Keep the analysis of an article that is remembered.

        Args:
            article: the article.
            analysis: as the engine made it. Without topics it may mention sources of topics alone,
                which it does not have; these mentions are kept as unresolved.

        Raises:
            StoreError: it could not be written.
        """
        self._own.put(article, _without_dangling_mentions(analysis))

    def forget(self, text_digest: str) -> int:
        """Remove all analyses of a text, and return how many there were.

        Raises:
            StoreError: one could not be removed.
        """
        return self._own.forget(text_digest) + self._recent.forget(text_digest)
