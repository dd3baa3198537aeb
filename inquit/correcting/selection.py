"""What the reader selected, as the content of a quote."""

from __future__ import annotations

from inquit.correcting.quoted_stretches import (
    has_words,
    keep_spans_with_words,
    quotation_level,
    quoted_stretches,
    split_at_inquits,
    strip_white_space,
)
from inquit.model.passage import is_enclosed
from inquit.model.quotation import QuoteType
from inquit.model.span import Span
from inquit.model.units import words_in

_DOUBLE = frozenset('“”"„«»')

Content = tuple[tuple[Span, ...], QuoteType]
"""Content spans, in order and disjoint, and the type of quote that they make."""

_LONGEST_WORD = 64
"""Code points on either side of an offset within which its word is looked for."""


def content_from_selection(text: str, selected: Span) -> Content | None:
    """Return the content of a selection and the type of quote it makes; None if nothing is left.

    Words that are partly selected are taken whole; white space and quotation marks around them
    are left out. A selection that begins in a quotation and goes on into the next one is direct,
    without what stands between the two. Otherwise a selection is direct inside of quotation
    marks, mixed where some of its words are quoted, and indirect where none are.

    Args:
        text: the article's text.
        selected: what the reader selected of it.
    """
    whole = expand_to_words(text, selected)
    if whole is None:
        return None
    stretches = _quoted_pieces(text, whole)
    if len(stretches) > 1:
        parts = keep_spans_with_words(text, stretches)
        return (parts, QuoteType.DIRECT) if parts else None
    if not has_words(text, whole):
        return None
    if whole.start > 0 and is_enclosed(text, Span(whole.start - 1, min(len(text), whole.end + 1))):
        kind = QuoteType.DIRECT
    else:
        inside = _DOUBLE.intersection(whole.of(text))
        kind = QuoteType.MIXED if inside else QuoteType.INDIRECT
    return (whole,), kind


def expand_to_words(text: str, selected: Span) -> Span | None:
    """Return a selection grown to whole words, without white space or marks around it."""
    start, end = strip_white_space(text, selected.start, selected.end)
    if start >= end:
        return None
    start, end = _word_at(text, start).start, _word_at(text, end - 1).end
    if is_enclosed(text, Span(start, end)):
        start, end = strip_white_space(text, start + 1, end - 1)
    return Span(start, end) if start < end else None


def _quoted_pieces(text: str, whole: Span) -> tuple[Span, ...]:
    """Return the pieces of a selection that belong to the quotation it begins in.

    A selection that begins and ends with the marks of nested quotations means the nested ones.
    """
    stretches = split_at_inquits(text, whole)
    if stretches == (whole,) and (level := quotation_level(text, whole)):
        inner = quoted_stretches(text, whole, level + 1)
        if len(inner) > 1 and (inner[0].start, inner[-1].end) == (whole.start + 1, whole.end - 1):
            return inner
    return stretches


def _word_at(text: str, offset: int) -> Span:
    """Return the word at an offset, or the one character there."""
    near = Span(max(0, offset - _LONGEST_WORD), min(len(text), offset + _LONGEST_WORD))
    here = (word for word in words_in(text, near) if offset in word)
    return next(here, Span(offset, offset + 1))
