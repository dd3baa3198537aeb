"""Articles to rendered text, in order, on any number of processes."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import TYPE_CHECKING

from inquit.errors import InquitError
from inquit.export import FORMATS
from inquit.model.annotation import Correction
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.engine import AnalysisSetup
from inquit.service.analyser.borrowing import BorrowedAnalyser
from inquit.service.analysis import Analyst, user_cache
from inquit.service.corrections import describe_left_out, lay_over
from inquit.store.analysis_cache import MOST_ENTRIES

if TYPE_CHECKING:
    from inquit.service.analysis import Helper

_AHEAD = 4
"""Articles handed out a process: enough to keep it busy, few enough to bound memory."""

_MOST_KEPT = MOST_ENTRIES // 2
"""Articles of a run whose analyses are kept: a corpus drives out half of the others at most."""

Part = Callable[[float], None]
"""Takes the part of the article at hand that is done, from 0 to 1."""

Corrections = Callable[[Article], tuple[Correction, ...]]
"""Tells what the reader set right in an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What is wanted of an article; goes to the process that does it.

    Attributes:
        format_name: a key of `FORMATS`.
        setup: what to analyse with.
        cached: whether an analysis of an earlier run is taken.
        keep: whether a new analysis is kept for later ones.
        topics: whether what was talked about is given too.
        corrections: what to lay over the analysis.
    """

    format_name: str
    setup: AnalysisSetup
    cached: bool
    keep: bool
    topics: bool
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rendered:
    """An article as text, and what to tell the user of it."""

    text: str
    warnings: tuple[str, ...] = ()


def render_articles(
    articles: Iterable[Article],
    *,
    format_name: str,
    setup: AnalysisSetup,
    topics: bool = False,
    jobs: int = 1,
    part: Part | None = None,
    corrections: Corrections | None = None,
    cached: bool = True,
    warn: Callable[[str], None] | None = None,
) -> Generator[str, None, None]:
    """Yield each article with its attributions as text, in the order of the articles.

    Args:
        articles: what to analyse; read only a little ahead of what is yielded.
        format_name: a key of `FORMATS`.
        setup: what to analyse with.
        topics: whether to give what was talked about too.
        jobs: how many processes to use; the result is the same for any number.
        part: told of the progress in each article, if only one process is used.
        corrections: what to lay over the analyses.
        cached: whether analyses of earlier runs are taken, and new ones kept.
        warn: told why analyses are not kept, each reason once, and what is left out.

    Raises:
        ModelError: the model is missing or cannot be used.
        InquitError: a process died.
    """
    usual = _Order(
        format_name=format_name,
        setup=setup,
        cached=cached,
        keep=cached,
        topics=topics,
    )
    ordered = (
        (article, replace(usual, keep=cached and count < _MOST_KEPT, corrections=own))
        for count, article in enumerate(articles)
        for own in [corrections(article) if corrections is not None else ()]
    )
    told: set[str] = set()
    with closing(_results(ordered, jobs, setup, part)) as results:
        for result in results:
            new = [warning for warning in result.warnings if warning not in told]
            told.update(new)
            for warning in new:
                if warn is not None:
                    warn(warning)
            yield result.text


def _results(
    ordered: Iterable[tuple[Article, _Order]],
    jobs: int,
    setup: AnalysisSetup,
    part: Part | None,
) -> Generator[_Rendered, None, None]:
    """Yield what becomes of each article, in order."""
    if jobs == 1:
        yield from _one_by_one(ordered, setup, part)
        return
    # Spawned, not forked: a fork of a process with threads may hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_quietly)
    try:
        yield from _in_order(_submitted(pool, ordered), jobs * _AHEAD)
    except BrokenProcessPool as error:
        raise InquitError("a process that analysed an article ended unexpectedly") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(
    ordered: Iterable[tuple[Article, _Order]], setup: AnalysisSetup, part: Part | None
) -> Generator[_Rendered, None, None]:
    """Yield what becomes of each article in this process, or in one that stayed."""
    with closing(BorrowedAnalyser(setup)) as borrowed:
        for article, order in ordered:
            yield _render(article, order, part, borrowed.batches)


def _submitted(
    pool: ProcessPoolExecutor, ordered: Iterable[tuple[Article, _Order]]
) -> Iterator[Future[_Rendered]]:
    """Yield what becomes of each article, handed out when it is asked for."""
    for article, order in ordered:
        with _interrupts_held():
            result = pool.submit(_render, article, order)
        yield result


def _in_order(submitted: Iterable[Future[_Rendered]], ahead: int) -> Iterator[_Rendered]:
    """Yield results in order with at most `ahead` articles handed out."""
    waiting: deque[Future[_Rendered]] = deque()
    for result in submitted:
        waiting.append(result)
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _render(
    article: Article, order: _Order, part: Part | None = None, helper: Helper | None = None
) -> _Rendered:
    """Return one article with its attributions as text."""
    kept = user_cache() if order.cached else None
    analyst = Analyst(order.setup, kept, topics=order.topics, helper=helper)
    batches = analyst.batches(article, keep=order.keep)
    analysis = analyst.collected(article, _told(batches, part) if part else batches)
    warnings = [analyst.warning]
    if order.corrections:
        done = lay_over(article, analysis, order.corrections)
        analysis = done.analysis
        warnings.append(describe_left_out(article, done))
    text = FORMATS[order.format_name].render(article, analysis)
    return _Rendered(text=text, warnings=tuple(filter(None, warnings)))


def _told(batches: Iterator[AnalysisBatch], part: Part) -> Iterator[AnalysisBatch]:
    """Yield batches, telling of each how far it has come."""
    for batch in batches:
        part(batch.done / max(1, batch.total))
        yield batch


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold interrupts back, here and in a process started meanwhile, until it can end quietly."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_quietly() -> None:
    """Let an interrupt from the terminal end a process at once and without a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
