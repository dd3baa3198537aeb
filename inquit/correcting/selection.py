"""A stretch that the reader selected, as the content of a quote."""

from __future__ import annotations

from inquit.correcting.quoted_stretches import (
    has_words,
    level_of,
    parted,
    quoted_stretches,
    stripped,
    worded,
)
from inquit.model.passage import is_enclosed
from inquit.model.quotation import QuoteType
from inquit.model.span import Span
from inquit.model.units import words_in

_DOUBLE = frozenset('“”"„«»')

Content = tuple[tuple[Span, ...], QuoteType]
"""Content spans, in order and disjoint, and how they are marked."""

_LONGEST_WORD = 64
"""Code points on either side of an offset within which its word is looked for."""


def content_of(text: str, selected: Span) -> Content | None:
    """Return what of a selection is content, and how it is marked; None where nothing is left.

    Words that are selected in part are taken whole; white space and quotation marks around them
    are left out. Where a selection begins inside a quotation, or with the mark that opens one,
    and another follows that one in it, what is between and after them is out, and the rest is
    direct. Otherwise words with some quoted among them are mixed, others indirect.

    Args:
        text: the article's text.
        selected: what the reader selected of it.
    """
    whole = whole_words(text, selected)
    if whole is None:
        return None
    stretches = _parted(text, whole)
    if len(stretches) > 1:
        parts = worded(text, stretches)
        return (parts, QuoteType.DIRECT) if parts else None
    if not has_words(text, whole):
        return None
    if whole.start > 0 and is_enclosed(text, Span(whole.start - 1, min(len(text), whole.end + 1))):
        kind = QuoteType.DIRECT
    else:
        inside = _DOUBLE.intersection(whole.of(text))
        kind = QuoteType.MIXED if inside else QuoteType.INDIRECT
    return (whole,), kind


def whole_words(text: str, selected: Span) -> Span | None:
    """Return a selection with its words whole, without white space or marks around all of it."""
    start, end = stripped(text, selected.start, selected.end)
    if start >= end:
        return None
    start, end = _word_at(text, start).start, _word_at(text, end - 1).end
    if is_enclosed(text, Span(start, end)):
        start, end = stripped(text, start + 1, end - 1)
    return Span(start, end) if start < end else None


def _parted(text: str, whole: Span) -> tuple[Span, ...]:
    """Return the stretches of a selection that are of the quotation which it begins in.

    A selection that begins and ends with the marks of quotations inside another one means these.
    """
    stretches = parted(text, whole)
    if stretches == (whole,) and (level := level_of(text, whole)):
        inner = quoted_stretches(text, whole, level + 1)
        if len(inner) > 1 and (inner[0].start, inner[-1].end) == (whole.start + 1, whole.end - 1):
            return inner
    return stretches


def _word_at(text: str, offset: int) -> Span:
    """Return the word that an offset is in, or the one character there."""
    near = Span(max(0, offset - _LONGEST_WORD), min(len(text), offset + _LONGEST_WORD))
    here = (word for word in words_in(text, near) if offset in word)
    return next(here, Span(offset, offset + 1))
