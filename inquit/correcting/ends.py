"""Where a quote begins and ends, by what the reader selected."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.correcting.quoted_stretches import (
    gaps_between,
    has_words,
    level_of,
    parted,
    quoted_stretches,
    without,
    worded,
)
from inquit.correcting.selection import whole_words
from inquit.model.quotation import Quote, QuoteType
from inquit.model.span import Span


def ends_of(text: str, quote: Quote, selected: Span) -> tuple[Span, ...] | None:
    """Return the content that a quote has once it begins and ends as a selection does.

    The quote has nothing outside of the selection then. What an inquit keeps apart inside of it
    stays apart, and a direct quote has only what stands between quotation marks, if it has any.

    Args:
        text: the article's text.
        quote: the quote.
        selected: what the reader selected.

    Returns:
        Its content spans, in order and disjoint; None where none of its words are selected.
    """
    whole = whole_words(text, selected)
    if whole is None:
        return None
    inside = [part for part in quote.content_spans if part.overlaps(whole)]
    if not inside:
        return None
    if quote.type is QuoteType.DIRECT:
        parts = worded(text, _direct(text, quote, whole, level_of(text, inside[0])))
    else:
        parts = worded(text, _reported(text, quote, whole))
    held = any(part.overlaps(each) for part in parts for each in inside)
    return parts if held else None


def _direct(text: str, quote: Quote, whole: Span, level: int) -> tuple[Span, ...]:
    """Return what of a selection is quoted, on the level of nested quotations that a quote is on.

    The marks of two paragraphs in one part do not part it. The comma that ends a part before an
    inquit is no part of it where the quote had it so.
    """
    stretches = quoted_stretches(text, whole, level)
    gaps = [gap for gap in gaps_between(stretches) if not _joins(text, quote, gap)]
    edges = [
        edge
        for held in gaps_between(quote.content_spans)
        for edge in _shared(held, stretches)
        if not has_words(text, edge) and edge.end < stretches[-1].end
    ]
    ends = [Span(stretches[0].start, stretches[-1].end)] if stretches else []
    return without(ends, [*gaps, *edges])


def _joins(text: str, quote: Quote, gap: Span) -> bool:
    """Tell whether a quote has a gap without words in one of its parts."""
    return not has_words(text, gap) and any(part.encloses(gap) for part in quote.content_spans)


def _reported(text: str, quote: Quote, whole: Span) -> tuple[Span, ...]:
    """Return a selection without what a report keeps apart, and without inquits that it had not.

    The report's own words between quoted ones stay.
    """
    gaps = gaps_between(parted(text, whole))
    new = without([gap for gap in gaps if has_words(text, gap)], quote.content_spans)
    return without([whole], [*gaps_between(quote.content_spans), *new])


def _shared(gap: Span, stretches: Sequence[Span]) -> list[Span]:
    """Return what a gap shares with each of some stretches."""
    return [
        Span(max(gap.start, each.start), min(gap.end, each.end))
        for each in stretches
        if each.overlaps(gap)
    ]
