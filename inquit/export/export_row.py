"""One quote and its source, as every format prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from inquit.model.article import Article
from inquit.model.quotation import (
    READER,
    UNREAD,
    Analysis,
    Attribution,
    Quote,
    QuoteId,
    Source,
    SourceKind,
)
from inquit.model.quoted_words import format_quote, words_of
from inquit.model.span import Span

NOT_ENGLISH = "Not English; who speaks is not looked for"
"""What exports say of a text that is not English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """A quote, its attribution and the source that the attribution resolves to.

    Attributes:
        text: the article's text, which all spans count in.
        quote: the quote.
        attribution: whom it is credited to.
        source: the source, or None where that is unresolved.
        nested: the quotes inside of this one, in reading order.
    """

    text: str
    quote: Quote
    attribution: Attribution
    source: Source | None
    nested: tuple[ExportRow, ...] = ()

    @property
    def content(self) -> str:
        """The quoted words, as `quoted_words.words_of` gives them."""
        return words_of(self.text, self.quote)

    @property
    def formatted(self) -> str:
        """The quoted words, in quotation marks if the quote is direct."""
        return format_quote(self.text, self.quote)

    @property
    def confidence(self) -> float | None:
        """How probable it is that the source is right; None if the text was not read."""
        return None if self.attribution.method == UNREAD else self.attribution.confidence

    @property
    def mention(self) -> Span | None:
        """The span that names the source, or None where the text has none."""
        return self.attribution.mention.span if self.attribution.mention else None

    @property
    def speaker(self) -> str | None:
        """The name of the source, or the words of an unresolved mention, or None."""
        if self.source is not None:
            return self.source.name
        return self.mention.of(self.text) if self.mention else None

    @property
    def credited_by_reader(self) -> bool:
        """Whether the reader, and not the engine, credited the source."""
        return self.attribution.method == READER

    @property
    def corrected(self) -> str | None:
        """What the reader corrected about quote, attribution or source, in words."""
        source = self.source.corrected if self.source is not None else None
        reason = self.attribution.reason if self.credited_by_reader else None
        remarks = [words for words in (reason, self.quote.corrected, source) if words]
        return "; ".join(dict.fromkeys(remarks)) or None

    @property
    def named(self) -> bool:
        """Whether the text names the source."""
        return self.source is not None and self.source.kind is not SourceKind.UNNAMED


def describe_kind(quote: Quote) -> tuple[str, ...]:
    """Return in words what sets a quote apart from what somebody said, nothing mostly."""
    negated = ("denied: the text says that it was not said",) if quote.negated else ()
    return (*negated, "topic") if quote.topic else negated


def rows_of(article: Article, analysis: Analysis) -> Iterator[ExportRow]:
    """Yield the outermost quotes of an article in reading order, each with its attribution."""
    sources = {source.id: source for source in analysis.sources}
    quotes = {quote.id: quote for quote in analysis.quotes}
    outermost: list[ExportRow] = []
    nested: dict[QuoteId, list[ExportRow]] = {}
    for given in analysis.attributions:
        quote = quotes[given.quote_id]
        source = sources[given.source_id] if given.source_id is not None else None
        row = ExportRow(text=article.text, quote=quote, attribution=given, source=source)
        if quote.within is None:
            outermost.append(row)
        else:
            nested.setdefault(_outermost(quote, quotes), []).append(row)
    for row in outermost:
        yield replace(row, nested=tuple(nested.get(row.quote.id, ())))


def _outermost(quote: Quote, quotes: Mapping[QuoteId, Quote]) -> QuoteId:
    while quote.within is not None:
        quote = quotes[quote.within]
    return quote.id
