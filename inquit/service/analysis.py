"""Articles to analyses, kept where a cache is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.attribution import DEFAULT_MODEL, ENGINE_VERSION, version_of
from inquit.errors import AnalysisStoppedError, StoreError
from inquit.model.engine import AnalysisSetup, Engine
from inquit.service.blas_threads import crunch_on_one_thread

if TYPE_CHECKING:
    from spacy.language import Language

    from inquit.attribution.preview import Visible
    from inquit.model.article import Article
    from inquit.model.batch import AnalysisBatch
    from inquit.model.quotation import Analysis
    from inquit.service.reading.second_process import SecondProcess
    from inquit.service.reading.window_reader import WindowReader
    from inquit.store.analysis_cache import AnalysisCache
    from inquit.store.window_readings import WindowReadings

    Helper = Callable[[Article], Iterator[AnalysisBatch]]
    """Finds what is in an article, topics included, or raises AnalysisStoppedError on the way."""

LONG = 30_000
"""Code points of a text from which a second process pays for its own load, and what was read is
kept: some ten seconds of work."""

__all__ = [
    "DEFAULT_MODEL",
    "ENGINE_VERSION",
    "USUAL_SETUP",
    "Analyst",
    "Engine",
    "cache_in",
    "user_cache",
    "version_of",
]

USUAL_SETUP = AnalysisSetup(model=DEFAULT_MODEL)
"""What articles are analysed with unless somebody asks for another model or engine."""


def user_cache() -> AnalysisCache:
    """Return the analyses kept in the user's cache folder."""
    from inquit.store.folders import cache_dir

    return cache_in(cache_dir())


def cache_in(folder: Path) -> AnalysisCache:
    """Return the analyses kept in a cache folder."""
    from inquit.store.analysis_cache import AnalysisCache

    return AnalysisCache(folder)


def _noting(batches: Iterable[AnalysisBatch], seen: list[AnalysisBatch]) -> Iterator[AnalysisBatch]:
    """Yield batches and note those that are final."""
    for batch in batches:
        if batch.preview is None:
            seen.append(batch)
        yield batch


class Analyst:
    """Analyses articles with one model, which is loaded when the first article needs it."""

    def __init__(
        self,
        setup: AnalysisSetup = USUAL_SETUP,
        cache: AnalysisCache | None = None,
        *,
        topics: bool = False,
        helper: Helper | None = None,
        second: bool = False,
    ) -> None:
        """Take what to analyse with.

        Args:
            setup: the spaCy pipeline and the engine.
            cache: where analyses are kept, or None to keep none; topics are kept in any case.
            topics: whether to give what was talked about as well as what was said.
            helper: asked first for what nobody looks at; what it leaves open is found here.
            second: whether a second process may help with a long text, where there is a core.
        """
        self._helper = helper
        self._setup = setup
        self._topics = topics
        self._second = second
        self._cache = cache
        self.warning: str | None = None
        """Why the last analysis that was to be kept was not, or None."""

    def load(self) -> None:
        """Load the engine and the model, which the first article otherwise waits for.

        Raises:
            ModelError: the model or the engine's weights are missing or cannot be used.
        """
        import inquit.attribution.engine  # noqa: F401 - its import takes as long as the model
        from inquit.attribution.finding.encoder.weights import load_encoder

        _pipeline(self._setup.model)
        load_encoder(self._setup.engine)

    def may_be_kept(self, article: Article) -> bool:
        """Tell whether an analysis seems to be kept, without reading it."""
        if self._cache is None:
            return False
        return self._cache.has(article, self._version, self._setup.model)

    def kept(self, article: Article) -> Analysis | None:
        """Return the analysis of this very text by this engine and model if it was kept."""
        found = self._cached(article)
        return None if found is None else self.collected(article, self._asked(article, found))

    def batches(
        self, article: Article, *, keep: bool = True, visible: Visible | None = None
    ) -> Iterator[AnalysisBatch]:
        """Yield what is found in an article while it is read; a kept analysis is one batch.

        Whoever exhausts this has the analysis kept, or `warning` told why not; of a long text what
        was read is kept for whoever comes next, also where one stops before the end.

        Args:
            article: what to analyse.
            keep: whether to keep what is found.
            visible: asked now and then what part of the text the reader looks at; there previews
                come first. None where nobody looks.

        Raises:
            ModelError: the model is missing or cannot be used.
        """
        self.warning = None
        if (found := self._cached(article)) is not None:
            yield from self._asked(article, found)
            return
        seen: list[AnalysisBatch] = []
        kept = self._readings_of(article) if keep else None
        yield from self._chosen(_noting(self._found(article, visible, kept), seen))
        if self._cache is not None and keep:
            try:
                self._cache.put(article, self.collected(article, seen))
            except StoreError as error:
                self.warning = str(error)
            else:
                if kept is not None:
                    kept.drop()

    def analyse(self, article: Article) -> Analysis:
        """Return all that is found in an article.

        Raises:
            ModelError: the model is missing or cannot be used.
        """
        return self.collected(article, self.batches(article))

    def collected(self, article: Article, batches: Iterable[AnalysisBatch]) -> Analysis:
        """Return the analysis that the batches of an article add up to."""
        from inquit.model.batch import collect

        return collect(article, batches, engine_version=self._version, model_name=self._setup.model)

    @property
    def _version(self) -> str:
        return version_of(self._setup.engine)

    def _cached(self, article: Article) -> Analysis | None:
        """Return the analysis that was kept, topics included."""
        if self._cache is None:
            return None
        return self._cache.get(article, self._version, self._setup.model)

    def _found(
        self, article: Article, visible: Visible | None, kept: WindowReadings | None
    ) -> Iterator[AnalysisBatch]:
        """Yield what is found in an article, by the helper as far as it gets."""
        helped = 0
        if self._helper is not None and visible is None:
            try:
                for batch in self._helper(article):
                    helped += 1
                    yield batch
            except AnalysisStoppedError:
                pass
            else:
                return
        from inquit.attribution.engine import analyse_batches

        nlp = _pipeline(self._setup.model)
        with closing(self._reader(article, nlp, kept)) as reader:
            found = analyse_batches(
                article, nlp, self._setup.engine, visible=visible, readings=reader.readings
            )
            yield from islice(found, helped, None)
            self.warning = reader.warning

    def _readings_of(self, article: Article) -> WindowReadings | None:
        """Return what is kept of a long text while its analysis is not finished."""
        if self._cache is None or len(article.text) < LONG:
            return None
        return self._cache.readings(article, self._version, self._setup.model)

    def _reader(self, article: Article, nlp: Language, kept: WindowReadings | None) -> WindowReader:
        """Return what reads the windows of an article."""
        from inquit.attribution.choice import encoder_for
        from inquit.attribution.window_reading import decode_reading, read_window
        from inquit.service.reading.window_reader import WindowReader

        return WindowReader(
            lambda window: read_window(window, nlp, encoder_for(article, self._setup.engine)),
            decode_reading,
            kept=kept,
            second=lambda: self._second_process(article),
        )

    def _second_process(self, article: Article) -> SecondProcess | None:
        """Start a second process for a long text, if there is a core for it."""
        from inquit.service.reading.cores import usable_cores
        from inquit.service.reading.second_process import SecondProcess

        if not self._second or len(article.text) < LONG or usable_cores() < 2:
            return None
        try:
            return SecondProcess(article, self._setup)
        except OSError:
            return None  # one process does as well

    def _asked(self, article: Article, analysis: Analysis) -> Iterator[AnalysisBatch]:
        from inquit.model.batch import as_single_batch

        return self._chosen(iter([as_single_batch(article, analysis)]))

    def _chosen(self, batches: Iterator[AnalysisBatch]) -> Iterator[AnalysisBatch]:
        """Return batches with or without topics, as is wanted."""
        from inquit.service.topics import without_topics

        return batches if self._topics else without_topics(batches)


@cache
def _pipeline(model: str) -> Language:
    """Return a model, loaded once in a process: loading it takes as long as many articles do.

    Raises:
        ModelError: the model is missing or cannot be used.
    """
    crunch_on_one_thread()
    from inquit.attribution.pipeline import load_pipeline

    return load_pipeline(model)
