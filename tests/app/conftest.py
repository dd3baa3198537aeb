"""An article with hand-made findings, and a reader that works on a folder of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App
from textual.worker import Worker, WorkerCancelled

from inquit.errors import InputError
from inquit.model.article import Article
from inquit.model.article import article_of as bare_article
from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import (
    Attribution,
    Cue,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    Source,
    SourceKind,
    quote_id,
    source_id,
)
from inquit.model.span import Span
from inquit.service.records import KeptDrafts
from inquit.store.reading_state import ReadingState
from inquit.store.records.repository import Repository
from tui.services.dependencies import ReaderServices
from tui.services.feed_executor import FeedExecutor
from tui.services.load_task import LoadTask
from tui.services.store_executor import StoreExecutor

TEXT = """The harbour [sic] opens on Monday.
“We are ready,” said Ada Byrne.
A dock worker told the Post that the cranes were late [/b].
“They are not,” Byrne added.
“Who moved the [@click=app.quit]crane[/]?” somebody wrote.
The mayor said that the “bill” was paid.
""" + "\n".join(
    f"Paragraph {number} has nothing in quotation marks at all." for number in range(60)
)


def article_of(text: str, name: str = "test:harbour") -> Article:
    bare = bare_article(text, article_id=name, origin=name)
    return replace(bare, title="Harbour [b]news[/b]")


def found(
    article: Article, words: str, kind: QuoteType, **given: object
) -> tuple[Quote, Attribution]:
    """Return the quote of some words with its attribution."""
    start = article.text.index(words)
    span = Span(start, start + len(words))
    name = quote_id(article.text_digest, span)

    def place(key: str) -> Span | None:
        asked = given.get(key)
        if not isinstance(asked, str):
            return None
        at = article.text.index(asked, max(0, start - 60))
        return Span(at, at + len(asked))

    cue, mention, source = place("cue"), place("mention"), given.get("source")
    return Quote(id=name, type=kind, content_spans=(span,)), Attribution(
        quote_id=name,
        cue=Cue(span=cue, lemma="say") if cue else None,
        mention=Mention(span=mention, kind=MentionKind.NAME, source_id=source)  # type: ignore[arg-type]
        if mention
        else None,
        source_id=source,  # type: ignore[arg-type]
        addressee=place("addressee"),
        method="hand",
        confidence=0.9,
        reason="written [by] hand",
    )


def whole_batch(article: Article) -> AnalysisBatch:
    digest = article.text_digest
    byrne, worker, mayor = (source_id(digest, Span(n, n + 1)) for n in (1, 2, 3))
    pairs = [
        found(
            article, "We are ready,", QuoteType.DIRECT,
            cue="said", mention="Ada Byrne", source=byrne,
        ),
        found(
            article, "that the cranes were late [/b]", QuoteType.INDIRECT,
            cue="told", mention="A dock worker", addressee="the Post", source=worker,
        ),
        found(
            article, "They are not,", QuoteType.DIRECT,
            cue="added", mention="Byrne", source=byrne,
        ),
        found(article, "Who moved the [@click=app.quit]crane[/]?", QuoteType.DIRECT),
        found(
            article, "that the “bill” was paid", QuoteType.MIXED,
            cue="said", mention="The mayor", source=mayor,
        ),
    ]  # fmt: skip
    return AnalysisBatch(
        done=len(article.text),
        total=len(article.text),
        quotes=tuple(quote for quote, _ in pairs),
        mentions=(),
        sources=(
            Source(id=byrne, name="Ada Byrne", kind=SourceKind.PERSON, role="harbour [master]"),
            Source(id=worker, name="A dock worker", kind=SourceKind.UNNAMED),
            Source(id=mayor, name="The mayor", kind=SourceKind.PERSON),
        ),
        attributions=tuple(attribution for _, attribution in pairs),
    )


class HandAnalyst:
    """Yields batches made by hand; holds them back until told otherwise."""

    def __init__(self, batches: Callable[[Article], list[AnalysisBatch]]) -> None:
        self.made = batches
        self.go = threading.Event()
        self.go.set()
        self.closed = False

    def batches(
        self,
        article: Article,
        wanted: Callable[[], bool],
        visible: Callable[[], Span | None] = lambda: None,  # noqa: ARG002 - the protocol's
    ) -> Iterator[AnalysisBatch]:
        for batch in self.made(article):
            while not self.go.wait(0.01):
                if not wanted() or self.closed:
                    return
            yield batch

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def article() -> Article:
    return article_of(TEXT)


@pytest.fixture
def analyst() -> HandAnalyst:
    return HandAnalyst(lambda article: [whole_batch(article)] if article.text == TEXT else [])


@pytest.fixture(autouse=True)
def true_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def desk(tmp_path: Path, analyst: HandAnalyst) -> ReaderServices:
    """Collaborators that keep everything in an empty folder."""
    return desk_in(tmp_path, analyst)


@pytest.fixture
def restarted(tmp_path: Path) -> Callable[[], ReaderServices]:
    """Return what makes collaborators on the same folder, as after a restart."""
    return lambda: desk_in(tmp_path, HandAnalyst(lambda article: [whole_batch(article)]))


def desk_in(folder: Path, analyst: HandAnalyst) -> ReaderServices:
    def open_article(reference: str, _: LoadTask | None = None) -> Article:
        if reference == "other":
            return article_of("Another article.\nIt is short.", "test:other")
        raise InputError(f"there is no [b]{reference}[/b]")

    return ReaderServices(
        open_article=open_article,
        kept=lambda _: None,
        analyst=analyst,
        store=StoreExecutor(
            lambda: Repository.open(folder / "data"), lambda: KeptDrafts(folder / "data")
        ),
        state=ReadingState.open(folder / "config"),
        config=folder / "config",
        data=folder / "data",
        feeds=FeedExecutor(folder / "data"),
    )


async def workers_done(app: App[int], workers: Iterable[Worker[object]] | None = None) -> None:
    """Wait for workers, all or some; one that is cancelled for another is done, too."""
    for worker in tuple(app.workers if workers is None else workers):
        with suppress(WorkerCancelled):
            await worker.wait()
