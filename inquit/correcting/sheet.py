"""The analysis of an article while corrections are laid over it, one after the other."""

from __future__ import annotations

from dataclasses import replace

from inquit.correcting.places import SAME_QUOTE, quote_at
from inquit.correcting.worded import wording
from inquit.model.article import Article
from inquit.model.folding import folded
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


class Sheet:
    """Quotes, sources and attributions as they are after the corrections so far."""

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
        """Return it as an analysis."""
        ordered = sorted(self.quotes.values(), key=lambda quote: quote.content_spans)
        return replace(
            self._analysis,
            quotes=tuple(ordered),
            mentions=tuple(self._mentions),
            sources=tuple(self.sources.values()),
            attributions=tuple(self.given[quote.id] for quote in ordered),
        )

    def quote_at(self, span: Span, least: float = SAME_QUOTE) -> Quote | None:
        """Return the quote that lies most nearly in a place, as `places.quote_at` does."""
        return quote_at(span, self.quotes.values(), least)

    def source_of(self, quote: Quote | None) -> Source | None:
        """Return whom a quote is credited to."""
        source_id = self.given[quote.id].source_id if quote is not None else None
        return None if source_id is None else self.sources.get(source_id)

    def source_called(self, name: str, place: int | None) -> Source | None:
        """Return the source of a name, or where it is called otherwise now the one that is like it.

        Args:
            name: the name, whatever case and spacing.
            place: where the source's first quote was, in code points, or None where that is not
                known; several of one name are told apart by it.
        """
        same = [source for source in self.sources.values() if is_same_name(source.name, name)]
        if len(same) == 1:
            return same[0]
        if place is None:
            return None
        if same:
            firsts = self._firsts()
            return min(same, key=lambda source: abs(firsts.get(source.id, -(1 << 60)) - place))
        there = (quote for quote in self.quotes.values() if quote.content_spans[0].start == place)
        speakers = (self.source_of(quote) for quote in there)
        return next((each for each in speakers if each and share_a_word(each.name, name)), None)

    def put_quote(self, quote: Quote) -> None:
        """Add a quote, or put it in the place of the one with its id."""
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

    def drop_quote(self, quote: Quote) -> None:
        """Take a quote away; what it is reported inside of is where those inside it are then."""
        del self.quotes[quote.id], self.given[quote.id]
        for inner in [each for each in self.quotes.values() if each.within == quote.id]:
            self.quotes[inner.id] = replace(inner, within=quote.within)

    def credit(
        self, quote_id: QuoteId, source: Source | None, reason: str, confidence: float = 1.0
    ) -> None:
        """Credit a quote to a source, or to nobody, by the reader's word."""
        given = self.given[quote_id]
        source_id = None if source is None else source.id
        if source is not None:
            self.sources[source.id] = source
        mention = self._mention_of(given, source)
        if mention is not None:
            self._refer(mention.span, source_id)
        self.given[quote_id] = replace(
            given,
            mention=None if mention is None else replace(mention, source_id=source_id),
            source_id=source_id,
            method=READER,
            confidence=confidence,
            reason=reason,
        )

    def with_same_mention(self, quote_id: QuoteId) -> list[QuoteId]:
        """Return a quote with those that the same source span is credited with."""
        mention = self.given[quote_id].mention
        span = mention.span if mention is not None else None
        return [
            each.quote_id
            for each in self.given.values()
            if each.quote_id == quote_id
            or (span is not None and each.mention is not None and each.mention.span == span)
        ]

    def worded(self, words: str) -> list[QuoteId]:
        """Return the quotes whose source is told in some words, whatever case and spacing."""
        return [
            given.quote_id
            for given in self.given.values()
            if (own := wording(self.text, given, self.source_of(self.quotes[given.quote_id])))
            and is_same_name(own, words)
        ]

    def merge(self, source: Source, into: Source) -> None:
        """Make all that is of one source another's."""
        del self.sources[source.id]
        self.sources[into.id] = into
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
        """Return the source span if it can mean the source; another's name cannot."""
        mention = given.mention
        if mention is None or mention.kind is not MentionKind.NAME:
            return mention
        words = mention.span.of(self.text)
        return mention if source is not None and share_a_word(words, source.name) else None

    def _refer(self, span: Span, source_id: SourceId | None) -> None:
        for number in self._numbers.get(span, ()):
            self._mentions[number] = replace(self._mentions[number], source_id=source_id)

    def _firsts(self) -> dict[SourceId, int]:
        """Return where each source first speaks."""
        found: dict[SourceId, int] = {}
        for given in self.given.values():
            start = self.quotes[given.quote_id].content_spans[0].start
            if given.source_id is not None:
                found[given.source_id] = min(start, found.get(given.source_id, start))
        return found


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same, however they are typed."""
    return folded(one) == folded(other)


def share_a_word(one: str, other: str) -> bool:
    """Tell whether two names have a word in common that is not a mere particle."""
    return bool(_words(one) & _words(other))


def _words(name: str) -> set[str]:
    return {word for word in folded(name).replace(".", " ").split() if len(word) > 2} - _COMMON


_COMMON = {"the", "and", "for", "von", "van", "der", "den", "del", "who", "another", "one"}
