"""The articles of the library that may have said what a draft quotes, as the index has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from inquit.library.index.entries import IndexedQuote
from inquit.library.index.reading import fetch_article, fetch_quotes, fetch_text, find_number
from inquit.library.index.shingles import SIZE, find_candidates, fold_words
from inquit.model.article import Article, article_of
from inquit.model.quotation import (
    Analysis,
    Attribution,
    Quote,
    QuoteId,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
)
from inquit.model.span import Span
from inquit.verification.draft import DraftQuotation

if TYPE_CHECKING:
    from sqlite3 import Connection

_MOST = 8
"""Articles that are looked at for each part of a quotation: those that share most with it."""


class SourceArticles:
    """Articles as the index has them: their text, and their quotes as corrected."""

    def __init__(self, index: Connection) -> None:
        """Take the open index, brought up to date."""
        self._index = index

    def that_may_have(self, quotations: Sequence[DraftQuotation]) -> Iterator[Article]:
        """Yield the articles that share words with quotations, each once."""
        seen: set[int] = set()
        for quotation in quotations:
            for segment in quotation.segments:
                words = " ".join(span.of(quotation.text) for span in segment.spans)
                for number in self._numbers_of(fold_words(words)):
                    if number not in seen and (article := self._article(number)) is not None:
                        seen.add(number)
                        yield article

    def analysis_of(self, article: Article) -> Analysis | None:
        """Return the quotes of one of these articles; None where it is not analysed yet."""
        number = find_number(self._index, article.id)
        indexed = None if number is None else fetch_article(self._index, number)
        if number is None or indexed is None or indexed.engine is None:
            return None
        return _analysis(article, indexed.engine, fetch_quotes(self._index, number))

    def _numbers_of(self, words: tuple[str, ...]) -> list[int]:
        """Return the numbers of the articles that share most with some words."""
        if len(words) >= SIZE:
            return [each.article for each in find_candidates(self._index, words, most=_MOST)]
        phrase = f'text : "{" ".join(words)}"'
        rows = self._index.execute(
            "SELECT rowid FROM article_words WHERE article_words MATCH ? LIMIT ?", (phrase, _MOST)
        )
        return [int(number) for (number,) in rows] if words else []

    def _article(self, number: int) -> Article | None:
        indexed = fetch_article(self._index, number)
        if indexed is None:
            return None
        made = article_of(
            fetch_text(self._index, number),
            article_id=indexed.article_id,
            origin=indexed.article_id,
        )
        return replace(
            made,
            title=indexed.title,
            site=indexed.site or None,
            byline=indexed.byline or None,
            published=indexed.day,
        )


def _analysis(article: Article, engine: str, quotes: Sequence[IndexedQuote]) -> Analysis:
    """Return what the index knows of an article's quotes; cues and mentions it does not."""
    speakers = {each.speaker: each for each in quotes if each.speaker}
    return Analysis(
        article_id=article.id,
        text_digest=article.text_digest,
        engine_version=engine,
        model_name="",
        quotes=tuple(_quote(each) for each in quotes),
        mentions=(),
        sources=tuple(
            Source(
                id=SourceId(name),
                name=name,
                kind=SourceKind(each.source_kind or SourceKind.UNNAMED),
                role=each.role or None,
            )
            for name, each in speakers.items()
        ),
        attributions=tuple(
            Attribution(
                quote_id=QuoteId(each.quote_id),
                cue=None,
                mention=None,
                source_id=SourceId(each.speaker) if each.speaker else None,
                addressee=None,
                method="index",
                confidence=each.confidence,
                reason="",
            )
            for each in quotes
        ),
    )


def _quote(indexed: IndexedQuote) -> Quote:
    return Quote(
        id=QuoteId(indexed.quote_id),
        type=QuoteType(indexed.kind),
        content_spans=(Span(indexed.start, indexed.end),),
        negated=indexed.denied,
    )
