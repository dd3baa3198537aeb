"""Where a quote begins and ends, by what the reader selected."""

from __future__ import annotations

from inquit.correcting.selection import DOUBLE, content_of, stripped
from inquit.model.quotation import Quote, QuoteType
from inquit.model.span import Span


def ends_of(text: str, quote: Quote, selected: Span) -> tuple[Span, ...] | None:
    """Return the content that a quote has once it begins and ends as a selection does.

    The quote has nothing outside of the selection then. What an inquit keeps apart inside of it
    stays apart, and a direct quote does not go on past the mark that ends it.

    Args:
        text: the article's text.
        quote: the quote.
        selected: what the reader selected.

    Returns:
        Its content spans, in order and disjoint; None where none of its words are selected.
    """
    content = content_of(text, selected)
    if content is None:
        return None
    parts, kind = content
    span = Span(parts[0].start, parts[-1].end)
    inside = [part for part in quote.content_spans if part.overlaps(span)]
    if not inside:
        return None
    if len(parts) > 1 and kind is QuoteType.DIRECT:
        return parts
    if quote.type is QuoteType.DIRECT:
        span = _within_marks(text, span, inside[0], inside[-1])
    if len(inside) == 1:
        return (span,)
    return Span(span.start, inside[0].end), *inside[1:-1], Span(inside[-1].start, span.end)


def _within_marks(text: str, span: Span, first: Span, last: Span) -> Span:
    """Return a stretch without what lies beyond the marks around the parts that it overlaps."""
    start, end = span.start, span.end
    before, after = text[start : first.start], text[last.end : end]
    marks = [at for at, letter in enumerate(before) if letter in DOUBLE]
    if len(marks) % 2:
        start += marks[-1] + 1
    marks = [at for at, letter in enumerate(after) if letter in DOUBLE]
    if len(marks) % 2:
        end = last.end + marks[0]
    return Span(*stripped(text, start, end))
