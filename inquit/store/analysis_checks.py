"""Whether an analysis that was read from a file or a socket is one that the reader can show."""

from __future__ import annotations

from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Analysis, Attribution, Mention, Quote, Source
from inquit.model.span import Span


def is_whole(analysis: Analysis) -> bool:
    """Tell whether every value is of its kind and every id names something in the analysis."""
    return are_of_their_kinds(analysis) and _names_only_its_own(analysis)


def are_of_their_kinds(found: Analysis | AnalysisBatch) -> bool:
    """Tell whether every value is of its kind."""
    return (
        all(_is_quote(quote) for quote in found.quotes)
        and all(_is_source(source) for source in found.sources)
        and all(_is_mention(mention) for mention in found.mentions)
        and all(_is_attribution(given) for given in found.attributions)
    )


def _names_only_its_own(analysis: Analysis) -> bool:
    quotes = [quote.id for quote in analysis.quotes]
    sources = {source.id for source in analysis.sources}
    mentions = [*analysis.mentions, *(a.mention for a in analysis.attributions if a.mention)]
    credited = {mention.source_id for mention in mentions}
    credited |= {given.source_id for given in analysis.attributions}
    return (
        {quote.within for quote in analysis.quotes} <= {None, *quotes}
        and credited <= {None, *sources}
        and sorted(quotes) == sorted(given.quote_id for given in analysis.attributions)
    )


def _is_quote(quote: Quote) -> bool:
    spans = quote.content_spans
    return isinstance(quote.id, str) and bool(spans) and all(_is_span(span) for span in spans)


def _is_source(source: Source) -> bool:
    texts = (source.id, source.name, source.role or "")
    return all(isinstance(text, str) for text in texts)


def _is_mention(mention: Mention) -> bool:
    return _is_span(mention.span)


def _is_attribution(given: Attribution) -> bool:
    texts = (given.method, given.reason, given.cue.lemma if given.cue else "")
    spans = (given.cue.span if given.cue else None, given.addressee)
    return (
        all(isinstance(text, str) for text in texts)
        and all(span is None or _is_span(span) for span in spans)
        and (given.mention is None or _is_mention(given.mention))
        and all(map(_is_chance, (given.confidence, *_apart(given))))
    )


def _apart(given: Attribution) -> tuple[float, ...]:
    apart = given.confidences
    return () if apart is None else (apart.quote, apart.ends, apart.source)


def _is_chance(number: float) -> bool:
    return isinstance(number, float | int) and 0 <= number <= 1


def _is_span(span: Span) -> bool:
    return type(span.start) is int and type(span.end) is int
