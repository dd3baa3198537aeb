"""Letting a quote begin and end where the reader's selection does."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.correcting.quoted_stretches import (
    gaps_between,
    has_words,
    keep_spans_with_words,
    quotation_level,
    quoted_stretches,
    split_at_inquits,
    subtract_spans,
)
from inquit.correcting.selection import expand_to_words
from inquit.model.quotation import Quote, QuoteType
from inquit.model.span import Span


def content_within_selection(text: str, quote: Quote, selected: Span) -> tuple[Span, ...] | None:
    """Return the content of a quote once it begins and ends where a selection does.

    Nothing outside of the selection is left. Parts that an inquit separates stay separate, and a
    direct quote has only what stands between quotation marks, if there are any.

    Args:
        text: the article's text.
        quote: the quote.
        selected: what the reader selected.

    Returns:
        Its content spans, in order and disjoint; None where none of its words are selected.
    """
    whole = expand_to_words(text, selected)
    if whole is None:
        return None
    inside = [part for part in quote.content_spans if part.overlaps(whole)]
    if not inside:
        return None
    if quote.type is QuoteType.DIRECT:
        parts = keep_spans_with_words(
            text, _direct_content(text, quote, whole, quotation_level(text, inside[0]))
        )
    else:
        parts = keep_spans_with_words(text, _reported_content(text, quote, whole))
    held = any(part.overlaps(each) for part in parts for each in inside)
    return parts if held else None


def _direct_content(text: str, quote: Quote, whole: Span, level: int) -> tuple[Span, ...]:
    """Return what is quoted in a selection, at the quote's own level of nesting.

    The marks at the break between two paragraphs do not split a part. The comma before an inquit
    is left out where the quote left it out.
    """
    stretches = quoted_stretches(text, whole, level)
    gaps = [gap for gap in gaps_between(stretches) if not _is_inside_part(text, quote, gap)]
    edges = [
        edge
        for own in gaps_between(quote.content_spans)
        for edge in _intersect(own, stretches)
        if not has_words(text, edge) and edge.end < stretches[-1].end
    ]
    ends = [Span(stretches[0].start, stretches[-1].end)] if stretches else []
    return subtract_spans(ends, [*gaps, *edges])


def _is_inside_part(text: str, quote: Quote, gap: Span) -> bool:
    """Tell whether a gap has no words and lies inside one of the quote's parts."""
    return not has_words(text, gap) and any(part.encloses(gap) for part in quote.content_spans)


def _reported_content(text: str, quote: Quote, whole: Span) -> tuple[Span, ...]:
    """Return a selection without the gaps of a quote, and without inquits that are new to it.

    The quote's own unquoted words between quoted ones stay.
    """
    gaps = gaps_between(split_at_inquits(text, whole))
    new = subtract_spans([gap for gap in gaps if has_words(text, gap)], quote.content_spans)
    return subtract_spans([whole], [*gaps_between(quote.content_spans), *new])


def _intersect(gap: Span, stretches: Sequence[Span]) -> list[Span]:
    """Return the overlap of a gap with each of some stretches."""
    return [
        Span(max(gap.start, each.start), min(gap.end, each.end))
        for each in stretches
        if each.overlaps(gap)
    ]
