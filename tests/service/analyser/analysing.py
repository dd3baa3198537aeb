"""An article, and analysts that find in it what was made by hand."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from inquit.errors import ModelError
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span
from inquit.service.analyser.installation import Installation
from tests.app.conftest import TEXT, article_of, whole_batch

ARTICLE = article_of(TEXT)
BATCHES = tuple(
    replace(whole_batch(ARTICLE), done=span.end, total=len(TEXT)) for span in ARTICLE.block_spans
)
INSTALLED = Installation(version="1", engine="2", model="any", digest="0123456789abcdef")


class FakeAnalyst:
    """Yields a batch for each paragraph, or fails."""

    def __init__(self, *, fails: bool = False, warning: str | None = None) -> None:
        self.fails, self.warning = fails, warning

    def load(self) -> None:
        if self.fails:
            raise ModelError("no such model")

    def batches(
        self,
        article: Article,
        *,
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        self.load()
        yield from BATCHES[: len(article.block_spans)]


class HeldAnalyst(FakeAnalyst):
    """Yields a batch, and the others once it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.given_up = threading.Event()

    def batches(
        self,
        article: Article,
        *,
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        rest = super().batches(article)
        try:
            yield next(rest)
            assert self.go.wait(20)
            yield from rest
        except GeneratorExit:
            self.given_up.set()
            raise


class WatchingAnalyst(FakeAnalyst):
    """Previews what is on the screen, and again once that is something else."""

    def batches(
        self,
        article: Article,
        *,
        visible: Callable[[], Span | None] = lambda: None,
    ) -> Iterator[AnalysisBatch]:
        first = visible()
        yield replace(whole_batch(article), preview=first)
        while visible() == first:
            time.sleep(0.01)
        yield replace(whole_batch(article), preview=visible())


class FaultyAnalyst(FakeAnalyst):
    """Has a fault in it."""

    def batches(
        self,
        article: Article,
        *,
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        raise ZeroDivisionError(article.id)
