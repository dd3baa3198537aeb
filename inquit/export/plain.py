"""An article to be listened to: one column, its attributions announced in words.

For screen readers, braille and pipes. A piece is told as soon as its analysis is there.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inquit.export.announcing import Announcement, announcements, paragraph
from inquit.export.numbering import Numbered, Numbering
from inquit.export.row import NOT_ENGLISH
from inquit.export.speaking import heard, kind_of_block, speakers, told_of
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, as_single_batch
from inquit.model.quotation import Analysis

SEPARATOR = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How an article is told.

    Attributes:
        width: characters of a line at most, or 0 to put each paragraph on one line.
        quotes_only: whether what stands between the quotes is left out.
        analysed: whether attributions are told.
    """

    width: int = 0
    quotes_only: bool = False
    analysed: bool = True


def render(article: Article, analysis: Analysis) -> str:
    """Return the whole article with its attributions in words."""
    return "".join(told(article, (as_single_batch(article, analysis),), Manner()))


def told(article: Article, batches: Iterable[AnalysisBatch], manner: Manner) -> Iterator[str]:
    """Yield an article in words, in pieces that end with a line feed, as its analysis comes.

    Args:
        article: the article.
        batches: what is found in it; without any it is the bare text.
        manner: how to tell it.
    """
    yield _lines(_head(article), manner) + "\n"
    numbering = Numbering(article.text)
    telling = _Telling(article, manner)
    english = True
    for batch in batches:
        if english and not batch.english:
            yield _lines((f"Notice: {NOT_ENGLISH}",), manner) + "\n"
        english = batch.english
        yield from telling.on(numbering.take_in(batch), batch.done)
    yield from telling.on((), len(article.text))
    if manner.analysed:
        yield _lines(speakers(numbering.all), manner)


class _Telling:
    """Tells an article from its beginning to its end."""

    def __init__(self, article: Article, manner: Manner) -> None:
        self._article = article
        self._manner = manner
        self._kinds = {block.span: block for block in article.blocks}
        self._waiting: list[Announcement] = []
        self._next = 0

    def on(self, quotes: Iterable[Numbered], done: int) -> Iterator[str]:
        """Yield what can be told once the text up to an offset is analysed.

        Args:
            quotes: those that are new, in reading order.
            done: the offset, in code points.
        """
        if self._manner.quotes_only:
            for quote in quotes:
                words = f"Quote {told_of(quote)}: {heard(quote.row.printed)}"
                yield _lines((words,), self._manner) + "\n"
            return
        for quote in quotes:
            self._waiting += announcements(self._article.text, quote)
        self._waiting.sort()
        yield from self._paragraphs(done)

    def _paragraphs(self, done: int) -> Iterator[str]:
        blocks = self._article.block_spans
        while self._next < len(blocks) and blocks[self._next].end <= done:
            block = blocks[self._next]
            here = [each for each in self._waiting if each.offset <= block.end]
            del self._waiting[: len(here)]
            words = paragraph(self._article.text, block, here)
            if here or self._next or words != heard(self._article.title or ""):
                yield _lines((kind_of_block(self._kinds.get(block)) + words,), self._manner) + "\n"
            self._next += 1


def _head(article: Article) -> Iterator[str]:
    """Yield what an article is, a line for each thing that is known."""
    known = (
        ("Title", article.title),
        ("Byline", article.byline),
        ("Publication", article.site),
        ("Published", article.published),
        ("Origin", article.origin),
        ("Length", f"{article.word_count} words"),
        *(("Notice", notice) for notice in article.notices),
    )
    yield from (f"{name}: {heard(value)}" for name, value in known if value)


def _lines(paragraphs: Iterable[str], manner: Manner) -> str:
    """Return paragraphs, each wrapped where that is wanted and ended by a line feed."""
    if manner.width:
        paragraphs = (
            textwrap.fill(each, manner.width, break_long_words=False, break_on_hyphens=False)
            for each in paragraphs
        )
    return "".join(f"{each}\n" for each in paragraphs)
