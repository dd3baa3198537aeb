"""An article to listen to: one column, with its quotes announced in words.

For screen readers, braille displays and pipes. Each piece is written as soon as it is analysed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inquit.export.announcement_placement import Announcement, announce_quote, insert_announcements
from inquit.export.announcement_wording import (
    announce_block,
    clean_for_speech,
    describe_quote,
    describe_speakers,
)
from inquit.export.export_row import NOT_ENGLISH
from inquit.export.numbering import NumberedQuote, QuoteNumbering
from inquit.model.article import Article
from inquit.model.batch import AnalysisBatch, as_single_batch
from inquit.model.quotation import Analysis

SEPARATOR = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainOptions:
    """How an article is written.

    Attributes:
        width: the most characters of a line, or 0 to put each paragraph on one line.
        quotes_only: whether the text between the quotes is left out.
        analysed: whether quotes are announced.
    """

    width: int = 0
    quotes_only: bool = False
    analysed: bool = True


def render(article: Article, analysis: Analysis) -> str:
    """Return the whole article with its quotes announced."""
    return "".join(render_in_pieces(article, (as_single_batch(article, analysis),), PlainOptions()))


def render_in_pieces(
    article: Article, batches: Iterable[AnalysisBatch], options: PlainOptions
) -> Iterator[str]:
    """Yield an article piece by piece, as it is analysed; each piece ends with a line feed.

    Args:
        article: the article.
        batches: what is found in it; without any it is the text alone.
        options: how to write it.
    """
    yield _wrap_paragraphs(_describe_article(article), options) + "\n"
    numbering = QuoteNumbering(article.text)
    writer = _ArticleWriter(article, options)
    english = True
    for batch in batches:
        if english and not batch.english:
            yield _wrap_paragraphs((f"Notice: {NOT_ENGLISH}",), options) + "\n"
        english = batch.english
        yield from writer.write_until(numbering.number_batch(batch), batch.done)
    yield from writer.write_until((), len(article.text))
    if options.analysed:
        yield _wrap_paragraphs(describe_speakers(numbering.all), options)


class _ArticleWriter:
    """Writes an article from its beginning to its end."""

    def __init__(self, article: Article, options: PlainOptions) -> None:
        self._article = article
        self._options = options
        self._kinds = {block.span: block for block in article.blocks}
        self._waiting: list[Announcement] = []
        self._next = 0

    def write_until(self, quotes: Iterable[NumberedQuote], done: int) -> Iterator[str]:
        """Yield what can be written once the text is analysed up to an offset.

        Args:
            quotes: the new quotes, in reading order.
            done: the offset, in code points.
        """
        if self._options.quotes_only:
            for quote in quotes:
                words = f"Quote {describe_quote(quote)}: {clean_for_speech(quote.row.formatted)}"
                yield _wrap_paragraphs((words,), self._options) + "\n"
            return
        for quote in quotes:
            self._waiting += announce_quote(self._article.text, quote)
        self._waiting.sort()
        yield from self._paragraphs(done)

    def _paragraphs(self, done: int) -> Iterator[str]:
        blocks = self._article.block_spans
        while self._next < len(blocks) and blocks[self._next].end <= done:
            block = blocks[self._next]
            here = [each for each in self._waiting if each.offset <= block.end]
            del self._waiting[: len(here)]
            words = insert_announcements(self._article.text, block, here)
            if here or self._next or words != clean_for_speech(self._article.title or ""):
                yield (
                    _wrap_paragraphs(
                        (announce_block(self._kinds.get(block)) + words,), self._options
                    )
                    + "\n"
                )
            self._next += 1


def _describe_article(article: Article) -> Iterator[str]:
    """Yield the article's title, byline and so on, a line for each that is known."""
    known = (
        ("Title", article.title),
        ("Byline", article.byline),
        ("Publication", article.site),
        ("Published", article.published),
        ("Origin", article.origin),
        ("Length", f"{article.word_count} words"),
        *(("Notice", notice) for notice in article.notices),
    )
    yield from (f"{name}: {clean_for_speech(value)}" for name, value in known if value)


def _wrap_paragraphs(paragraphs: Iterable[str], options: PlainOptions) -> str:
    """Return paragraphs, wrapped if a width is given, each ended by a line feed."""
    if options.width:
        paragraphs = (
            textwrap.fill(each, options.width, break_long_words=False, break_on_hyphens=False)
            for each in paragraphs
        )
    return "".join(f"{each}\n" for each in paragraphs)
