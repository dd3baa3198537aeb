"""Articles to rendered text, in order, on any number of processes."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from inquit.errors import InquitError
from inquit.export import FORMATS
from inquit.model.annotation import Correction
from inquit.model.article import Article, ArticleId
from inquit.model.batch import AnalysisBatch
from inquit.service import Analyst, set_right
from tui.one_thread import crunch_on_one_thread

_AHEAD = 4
"""Articles handed out a process: enough to keep it busy, few enough to bound memory."""

_analysts: dict[str, Analyst] = {}

Part = Callable[[float], None]
"""Takes the part of the article at hand that is done, from 0 to 1."""

Corrections = Mapping[ArticleId, tuple[Correction, ...]]
"""What the reader set right, by article."""


def rendered(
    articles: Iterable[Article],
    *,
    format_name: str,
    model: str,
    jobs: int = 1,
    part: Part | None = None,
    corrections: Corrections | None = None,
) -> Generator[str, None, None]:
    """Yield each article with its attributions as text, in the order of the articles.

    Args:
        articles: what to analyse; read only a little ahead of what is yielded.
        format_name: a key of `FORMATS`.
        model: a spaCy pipeline's name or folder.
        jobs: how many processes to use; the result is the same for any number.
        part: told of the progress in each article, if only one process is used.
        corrections: what to lay over the analyses.

    Raises:
        ModelError: the model is missing or cannot be used.
        InquitError: a process died.
    """
    corrections = corrections or {}
    if jobs == 1:
        for article in articles:
            own = corrections.get(article.id, ())
            yield _render(article, format_name, model, own, part)
        return
    # Spawned, not forked: a fork of a process with threads may hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_quietly)
    try:
        submitted = _submitted(pool, articles, format_name, model, corrections)
        yield from _in_order(submitted, jobs * _AHEAD)
    except BrokenProcessPool as error:
        raise InquitError("a process that analysed an article ended unexpectedly") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor,
    articles: Iterable[Article],
    format_name: str,
    model: str,
    corrections: Corrections,
) -> Iterator[Future[str]]:
    """Yield what becomes of each article, handed out when it is asked for."""
    for article in articles:
        own = corrections.get(article.id, ())
        with _interrupts_held():
            result = pool.submit(_render, article, format_name, model, own)
        yield result


def _in_order(submitted: Iterable[Future[str]], ahead: int) -> Iterator[str]:
    """Yield results in order with at most `ahead` articles handed out."""
    waiting: deque[Future[str]] = deque()
    for result in submitted:
        waiting.append(result)
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _render(
    article: Article,
    format_name: str,
    model: str,
    corrections: tuple[Correction, ...] = (),
    part: Part | None = None,
) -> str:
    """Return one article with its attributions as text; a process loads its model once."""
    if model not in _analysts:
        crunch_on_one_thread()
        _analysts[model] = Analyst(model)
    analyst = _analysts[model]
    batches = _told(analyst.batches(article), part) if part else analyst.batches(article)
    analysis = analyst.collected(article, batches)
    if corrections:
        analysis = set_right(article, analysis, corrections)
    return FORMATS[format_name].render(article, analysis)


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
