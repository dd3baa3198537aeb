"""Open, analyse, annotate, export: the one module that composes the others.

Importing it imports neither spaCy nor the store; what is slow to import waits for its first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from inquit.attribution import DEFAULT_MODEL, ENGINE_VERSION
from inquit.errors import InputError, StoreError
from inquit.library.web_pages import open_url, versions_of
from inquit.loaders import (
    STREAM_NAME,
    file_id,
    load,
    load_corpus,
    load_corpus_stream,
    load_document,
    load_document_stream,
    open_regular,
)
from inquit.loaders.local_path import expand_home, is_folder, is_same_file, reference_to
from inquit.loaders.net.address import is_web, shown
from inquit.loaders.progress import PAGES, PARTS, Cancelled, Progress, Watch
from inquit.loaders.text.corpus import begins_corpus, count_lines
from inquit.model.annotation import Correction
from inquit.model.article import Article, ArticleId
from inquit.model.batch import AnalysisBatch, collect, whole
from inquit.model.correction import PlacedCorrection
from inquit.model.quotation import Analysis

if TYPE_CHECKING:
    from spacy.language import Language

    from inquit.correcting import Corrected
    from inquit.loaders.folder_listing import Candidate
    from inquit.store.analysis_cache import AnalysisCache

__all__ = [
    "DEFAULT_MODEL",
    "ENGINE_VERSION",
    "PAGES",
    "PARTS",
    "STREAM_NAME",
    "Analyst",
    "begins_corpus",
    "candidates",
    "count_lines",
    "expand_home",
    "file_id",
    "is_folder",
    "is_same_file",
    "is_web",
    "lay_over",
    "open_bytes",
    "open_corpus",
    "open_corpus_lines",
    "open_file",
    "open_stream",
    "open_url",
    "placed",
    "reference_to",
    "require_file",
    "set_right",
    "shown",
    "user_cache",
    "versions_of",
    "whole",
]


def open_file(
    path: Path,
    *,
    whole: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Article:
    """Return the article in a file.

    Args:
        path: the file.
        whole: whether to give all of a page's text and not only the article.
        progress: told `PAGES` or `PARTS` and how many are read.
        cancelled: asked often whether to stop.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: the file cannot be read as an article.
    """
    return load_document(path, whole=whole, watch=Watch(progress=progress, cancelled=cancelled))


def candidates(paths: Iterable[Path]) -> Iterator[Candidate]:
    """Yield the readable files among some paths and in the folders among them.

    Raises:
        InputError: a file that was named cannot be read, or a folder cannot be listed.
    """
    from inquit.loaders.folder_listing import candidates_in

    return candidates_in(paths)


def require_file(path: Path) -> None:
    """Make sure that a file could be opened, without reading it.

    Raises:
        InputError: it is missing, may not be read, or is no regular file.
    """
    open_regular(path).close()


def open_stream(stream: BinaryIO) -> Article:
    """Return the article that a stream holds, read to its end.

    Raises:
        InputError: the stream cannot be read as an article.
    """
    return load_document_stream(stream)


def open_bytes(data: bytes, *, article_id: ArticleId, origin: str) -> Article:
    """Return the article that some bytes hold.

    Args:
        data: the whole input.
        article_id: its id.
        origin: what the user named.

    Raises:
        InputError: the bytes cannot be read as an article.
    """
    return load(data, article_id=article_id, origin=origin)


def open_corpus(path: Path) -> Iterator[Article | InputError]:
    """Yield the articles of a JSON Lines corpus, ids and texts unchanged.

    Yields:
        An article; for a line that is none, the error that names the line.

    Raises:
        InputError: the file cannot be opened or read on.
    """
    return load_corpus(path)


def open_corpus_lines(stream: BinaryIO, name: str) -> Iterator[Article | InputError]:
    """Yield the articles of a JSON Lines corpus from a stream, ids and texts unchanged.

    Args:
        stream: the corpus, in UTF-8.
        name: how to call it in an error.

    Yields:
        An article; for a line that is none, the error that names the line.

    Raises:
        InputError: the stream cannot be read on.
    """
    return load_corpus_stream(stream, name)


def user_cache() -> AnalysisCache:
    """Return the analyses kept in the user's cache folder."""
    from inquit.store.analysis_cache import AnalysisCache
    from inquit.store.folders import cache_dir

    return AnalysisCache(cache_dir())


def placed(article: Article, corrections: Iterable[Correction]) -> tuple[PlacedCorrection, ...]:
    """Return corrections, each with where its passage is in an article now."""
    from inquit.store.anchors.anchoring import locate

    found = ((each, locate(each.target, article)) for each in corrections)
    return tuple(
        PlacedCorrection(
            correction=each,
            span=None if place is None else place.span,
            to_check=place is None or not place.sure,
        )
        for each, place in found
    )


def lay_over(article: Article, analysis: Analysis, corrections: Iterable[Correction]) -> Corrected:
    """Return an analysis with what the reader set right in it, and what has to be checked."""
    from inquit.correcting import corrected

    return corrected(article, analysis, placed(article, corrections))


def set_right(article: Article, analysis: Analysis, corrections: Iterable[Correction]) -> Analysis:
    """Return an analysis with what the reader set right in it."""
    return lay_over(article, analysis, corrections).analysis


class Analyst:
    """Analyses articles with one model, which is loaded when the first article needs it."""

    def __init__(self, model: str = DEFAULT_MODEL, cache: AnalysisCache | None = None) -> None:
        """Take what to analyse with.

        Args:
            model: a spaCy pipeline's name or folder.
            cache: where analyses are kept, or None to keep none.
        """
        self._model = model
        self.cache = cache
        self._nlp: Language | None = None
        self.warning: str | None = None
        """Why the last analysis that was to be kept was not, or None."""

    def kept(self, article: Article) -> Analysis | None:
        """Return the analysis of this very text by this engine and model if it was kept."""
        if self.cache is None:
            return None
        return self.cache.get(article, ENGINE_VERSION, self._model)

    def batches(self, article: Article, *, keep: bool = True) -> Iterator[AnalysisBatch]:
        """Yield what is found in an article while it is read; a kept analysis is one batch.

        Whoever exhausts this has the analysis kept, or `warning` told why not; whoever stops before
        leaves no trace.

        Args:
            article: what to analyse.
            keep: whether to keep what is found.

        Raises:
            ModelError: the model is missing or cannot be used.
        """
        self.warning = None
        if (kept := self.kept(article)) is not None:
            yield whole(article, kept)
            return
        from inquit.attribution.engine import analyse_batches

        seen = []
        for batch in analyse_batches(article, self._language()):
            seen.append(batch)
            yield batch
        if self.cache is not None and keep:
            try:
                self.cache.put(article, self.collected(article, seen))
            except StoreError as error:
                self.warning = str(error)

    def analyse(self, article: Article) -> Analysis:
        """Return all that is found in an article.

        Raises:
            ModelError: the model is missing or cannot be used.
        """
        return self.collected(article, self.batches(article))

    def collected(self, article: Article, batches: Iterable[AnalysisBatch]) -> Analysis:
        """Return the analysis that the batches of an article add up to."""
        return collect(article, batches, engine_version=ENGINE_VERSION, model_name=self._model)

    def _language(self) -> Language:
        """Return the model, loaded on first use.

        Raises:
            ModelError: the model is missing or cannot be used.
        """
        if self._nlp is None:
            from inquit.attribution.pipeline import load_pipeline

            self._nlp = load_pipeline(self._model)
        return self._nlp
