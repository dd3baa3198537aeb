"""The stretches of a passage that are inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from inquit.correcting.quotation_depth import depth_changes
from inquit.model.span import Span


def quotation_level(text: str, span: Span) -> int:
    """Return how many quotations a span begins inside of.

    A quotation counts as well if its opening mark comes before any word of the span.
    """
    depth = 0
    for change in depth_changes(text, span):
        if change.mark.end <= span.start:
            depth = change.depth
        elif depth or has_words(text, Span(span.start, change.mark.start)):
            break
        elif change.depth:
            return change.depth
    return depth


def quoted_stretches(text: str, span: Span, level: int) -> tuple[Span, ...]:
    """Return the stretches of a span that are nested in at least so many quotations.

    Args:
        text: the article's text.
        span: the span.
        level: the number of quotations; with 0 it is the whole span.

    Returns:
        The stretches between the marks, in order, including those without words.
    """
    found: list[Span] = []
    depth, start = 0, span.start
    for change in depth_changes(text, span):
        if depth >= level > change.depth and change.mark.start >= span.start:
            found.append(Span(start, change.mark.start))
        if depth < level <= change.depth:
            start = max(span.start, change.mark.end)
        depth = change.depth
    if depth >= level:
        found.append(Span(min(start, span.end), span.end))
    return tuple(found)


def split_at_inquits(text: str, span: Span) -> tuple[Span, ...]:
    """Return the pieces of the quotation that a span begins in, without what interrupts it.

    Of nested quotations it is the outermost that is interrupted inside the span.

    Args:
        text: the article's text.
        span: the span.

    Returns:
        The pieces between the marks, in order; the span itself if nothing interrupts it.
    """
    for level in range(1, quotation_level(text, span) + 1):
        stretches = quoted_stretches(text, span, level)
        if len(stretches) > 1:
            return stretches
    return (span,)


def gaps_between(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the gaps between spans that are in order and disjoint."""
    return tuple(Span(one.end, other.start) for one, other in pairwise(spans))


def subtract_spans(spans: Sequence[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of spans once holes are cut out of them, in order."""
    left = tuple(spans)
    for hole in holes:
        left = tuple(rest for span in left for rest in _subtract(span, hole) if len(rest))
    return left


def _subtract(span: Span, hole: Span) -> tuple[Span, ...]:
    """Return what is left of a span before and after a hole."""
    if not len(hole) or not span.overlaps(hole):
        return (span,)
    before = Span(span.start, max(span.start, hole.start))
    return before, Span(min(span.end, hole.end), span.end)


def keep_spans_with_words(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans that have words in them, without white space at their ends."""
    return tuple(
        Span(*strip_white_space(text, span.start, span.end))
        for span in spans
        if has_words(text, span)
    )


def has_words(text: str, span: Span) -> bool:
    """Tell whether there is a letter or a digit in a span."""
    return any(letter.isalnum() for letter in span.of(text))


def strip_white_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
