"""A stretch that the reader selected, as the content of a quote."""

from __future__ import annotations

import re

from inquit.model.passage import is_enclosed
from inquit.model.quotation import QuoteType
from inquit.model.span import Span

_QUOTED = re.compile('“[^“”]*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»')
_DOUBLE = frozenset('“”"„«»')


Content = tuple[tuple[Span, ...], QuoteType]
"""Content spans, in order and disjoint, and how they are marked."""


def content_of(text: str, selected: Span) -> Content | None:
    """Return what of a selection is content, and how it is marked; None where nothing is left.

    White space and quotation marks around the words are left out. Words between quotation marks
    are direct, also where an inquit splits them; those with some quoted among them are mixed,
    others indirect.

    Args:
        text: the article's text.
        selected: what the reader selected of it.
    """
    start, end = _stripped(text, selected.start, selected.end)
    if start >= end:
        return None
    if is_enclosed(text, Span(start, end)):
        start, end = _stripped(text, start + 1, end - 1)
        return ((Span(start, end),), QuoteType.DIRECT) if start < end else None
    if len(parts := _parts(text, start, end)) > 1:
        return parts, QuoteType.DIRECT
    marked = start > 0 and is_enclosed(text, Span(start - 1, min(len(text), end + 1)))
    if marked:
        kind = QuoteType.DIRECT
    else:
        inside = _DOUBLE.intersection(text[start:end])
        kind = QuoteType.MIXED if inside else QuoteType.INDIRECT
    return (Span(start, end),), kind


def _parts(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the quoted parts of a stretch that begins and ends with one; else none."""
    matches = list(_QUOTED.finditer(text, start, end))
    if not matches or (matches[0].start(), matches[-1].end()) != (start, end):
        return ()
    inner = (_stripped(text, match.start() + 1, match.end() - 1) for match in matches)
    return tuple(Span(first, last) for first, last in inner if first < last)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
