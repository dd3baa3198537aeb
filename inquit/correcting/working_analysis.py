"""The analysis of an article while corrections are applied to it, one after the other."""

from __future__ import annotations

from dataclasses import replace

from inquit.correcting.quote_matching import SAME_QUOTE, find_quote_at
from inquit.correcting.source_wording import words_for_source
from inquit.model.article import Article
from inquit.model.folding import fold_text
from inquit.model.quotation import (
    READER,
    Analysis,
    Attribution,
    Mention,
    MentionKind,
    Quote,
    QuoteId,
    Source,
    SourceId,
)
from inquit.model.span import Span


class WorkingAnalysis:
    """Quotes, sources and attributions as the corrections so far have made them."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        """Take what the engine found."""
        self.text = article.text
        self.digest = article.text_digest
        self.quotes: dict[QuoteId, Quote] = {quote.id: quote for quote in analysis.quotes}
        self.given: dict[QuoteId, Attribution] = {
            given.quote_id: given for given in analysis.attributions
        }
        self.sources: dict[SourceId, Source] = {source.id: source for source in analysis.sources}
        self.merged: dict[SourceId, SourceId] = {}
        self._mentions = list(analysis.mentions)
        self._numbers: dict[Span, list[int]] = {}
        for number, mention in enumerate(self._mentions):
            self._numbers.setdefault(mention.span, []).append(number)
        self._analysis = analysis

    def analysis(self) -> Analysis:
        """Return the present state as an analysis."""
        ordered = sorted(self.quotes.values(), key=lambda quote: quote.content_spans)
        return replace(
            self._analysis,
            quotes=tuple(ordered),
            mentions=tuple(self._mentions),
            sources=tuple(self.sources.values()),
            attributions=tuple(self.given[quote.id] for quote in ordered),
        )

    def quote_at(self, span: Span, least: float = SAME_QUOTE) -> Quote | None:
        """Return the quote that overlaps a passage most, as `find_quote_at` does."""
        return find_quote_at(span, self.quotes.values(), least)

    def source_of(self, quote: Quote | None) -> Source | None:
        """Return the source that a quote is credited to."""
        source_id = self.given[quote.id].source_id if quote is not None else None
        return None if source_id is None else self.sources.get(source_id)

    def find_source(self, name: str, first: int | None) -> Source | None:
        """Return the source of a name, or one that speaks in its place under a similar name.

        Args:
            name: the name, in whatever case and spacing.
            first: where the source's first quote began, in code points, or None where that is
                not known; it tells namesakes apart.
        """
        same = [source for source in self.sources.values() if is_same_name(source.name, name)]
        if len(same) == 1:
            return same[0]
        if first is None:
            return None
        if same:
            starts = self._first_offsets()
            return min(same, key=lambda source: abs(starts.get(source.id, -(1 << 60)) - first))
        there = (quote for quote in self.quotes.values() if quote.content_spans[0].start == first)
        speakers = (self.source_of(quote) for quote in there)
        return next((each for each in speakers if each and share_a_word(each.name, name)), None)

    def put_quote(self, quote: Quote) -> None:
        """Add a quote, or replace the one with its id."""
        self.quotes[quote.id] = quote
        if quote.id not in self.given:
            self.given[quote.id] = Attribution(
                quote_id=quote.id,
                cue=None,
                mention=None,
                source_id=None,
                addressee=None,
                method=READER,
                confidence=0.0,
                reason="",
            )

    def put_source(self, source: Source) -> None:
        """Add a source, or replace the one with its id."""
        self.sources[source.id] = source

    def drop_quote(self, quote: Quote) -> None:
        """Remove a quote; the quotes inside it move up to the quote that it was inside of."""
        del self.quotes[quote.id], self.given[quote.id]
        for inner in [each for each in self.quotes.values() if each.within == quote.id]:
            self.quotes[inner.id] = replace(inner, within=quote.within)

    def credit(
        self, quote_id: QuoteId, source: Source | None, reason: str, confidence: float = 1.0
    ) -> None:
        """Credit a quote to a source, or to nobody, because the reader says so."""
        given = self.given[quote_id]
        source_id = None if source is None else source.id
        if source is not None:
            self.put_source(source)
        mention = self._mention_of(given, source)
        if mention is not None:
            self._redirect_mentions(mention.span, source_id)
        self.given[quote_id] = replace(
            given,
            mention=None if mention is None else replace(mention, source_id=source_id),
            source_id=source_id,
            method=READER,
            confidence=confidence,
            reason=reason,
        )

    def with_same_mention(self, quote_id: QuoteId) -> list[QuoteId]:
        """Return a quote and those that are credited through the same mention."""
        mention = self.given[quote_id].mention
        span = mention.span if mention is not None else None
        return [
            each.quote_id
            for each in self.given.values()
            if each.quote_id == quote_id
            or (span is not None and each.mention is not None and each.mention.span == span)
        ]

    def quotes_worded(self, words: str) -> list[QuoteId]:
        """Return the quotes with these words for their source, in whatever case and spacing."""
        return [
            given.quote_id
            for given in self.given.values()
            if (
                own := words_for_source(
                    self.text, given, self.source_of(self.quotes[given.quote_id])
                )
            )
            and is_same_name(own, words)
        ]

    def merge(self, source: Source, into: Source) -> None:
        """Give all that belongs to one source to another."""
        del self.sources[source.id]
        self.put_source(into)
        for earlier, then in self.merged.items():
            if then == source.id:
                self.merged[earlier] = into.id
        self.merged[source.id] = into.id
        for quote_id, given in self.given.items():
            if given.source_id == source.id:
                mention = given.mention and replace(given.mention, source_id=into.id)
                self.given[quote_id] = replace(given, source_id=into.id, mention=mention)
        self._mentions = [
            replace(each, source_id=into.id) if each.source_id == source.id else each
            for each in self._mentions
        ]

    def _mention_of(self, given: Attribution, source: Source | None) -> Mention | None:
        """Return the mention if it can mean the source; the name of somebody else cannot."""
        mention = given.mention
        if mention is None or mention.kind is not MentionKind.NAME:
            return mention
        words = mention.span.of(self.text)
        return mention if source is not None and share_a_word(words, source.name) else None

    def _redirect_mentions(self, span: Span, source_id: SourceId | None) -> None:
        for number in self._numbers.get(span, ()):
            self._mentions[number] = replace(self._mentions[number], source_id=source_id)

    def _first_offsets(self) -> dict[SourceId, int]:
        """Return where each source first speaks, in code points."""
        found: dict[SourceId, int] = {}
        for given in self.given.values():
            start = self.quotes[given.quote_id].content_spans[0].start
            if given.source_id is not None:
                found[given.source_id] = min(start, found.get(given.source_id, start))
        return found


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same, whatever their case, spacing and accents' encoding."""
    return fold_text(one) == fold_text(other)


def share_a_word(one: str, other: str) -> bool:
    """Tell whether two names share a word that is more than a particle."""
    return bool(_words(one) & _words(other))


def _words(name: str) -> set[str]:
    return {word for word in fold_text(name).replace(".", " ").split() if len(word) > 2} - _COMMON


_COMMON = {"the", "and", "for", "von", "van", "der", "den", "del", "who", "another", "one"}
