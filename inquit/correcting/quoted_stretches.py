"""The stretches of a selection that one quotation holds; what an inquit parts stays apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from inquit.correcting.quotation_depth import changes_in
from inquit.model.span import Span


def level_of(text: str, span: Span) -> int:
    """Return how many quotations a stretch begins in, one that its first mark begins included."""
    depth = 0
    for change in changes_in(text, span):
        if change.mark.end <= span.start:
            depth = change.depth
        elif depth or has_words(text, Span(span.start, change.mark.start)):
            break
        elif change.depth:
            return change.depth
    return depth


def quoted_stretches(text: str, span: Span, level: int) -> tuple[Span, ...]:
    """Return what of a stretch is in so many quotations or more, as the marks cut it.

    Args:
        text: the article's text.
        span: the stretch.
        level: in how many quotations; in none is all of it.

    Returns:
        The stretches between the marks, in order, also those without words.
    """
    found: list[Span] = []
    depth, start = 0, span.start
    for change in changes_in(text, span):
        if depth >= level > change.depth and change.mark.start >= span.start:
            found.append(Span(start, change.mark.start))
        if depth < level <= change.depth:
            start = max(span.start, change.mark.end)
        depth = change.depth
    if depth >= level:
        found.append(Span(min(start, span.end), span.end))
    return tuple(found)


def parted(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches of a quotation that begins before or with a stretch and goes on in it.

    Of quotations in one another it is the outermost that ends in the stretch and goes on there.

    Args:
        text: the article's text.
        span: the stretch.

    Returns:
        What is between the marks, in order; the stretch itself where no quotation goes on in it.
    """
    for level in range(1, level_of(text, span) + 1):
        stretches = quoted_stretches(text, span, level)
        if len(stretches) > 1:
            return stretches
    return (span,)


def gaps_between(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return what stands between spans that are in order and disjoint."""
    return tuple(Span(one.end, other.start) for one, other in pairwise(spans))


def without(spans: Sequence[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of spans without some stretches, in order."""
    left = tuple(spans)
    for hole in holes:
        left = tuple(rest for span in left for rest in _rest(span, hole) if len(rest))
    return left


def _rest(span: Span, hole: Span) -> tuple[Span, ...]:
    """Return what is left of a span before and after a stretch."""
    if not len(hole) or not span.overlaps(hole):
        return (span,)
    before = Span(span.start, max(span.start, hole.start))
    return before, Span(min(span.end, hole.end), span.end)


def worded(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans that hold words, without the white space at their ends."""
    return tuple(
        Span(*stripped(text, span.start, span.end)) for span in spans if has_words(text, span)
    )


def has_words(text: str, span: Span) -> bool:
    """Tell whether there is a letter or a figure in a stretch."""
    return any(letter.isalnum() for letter in span.of(text))


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
