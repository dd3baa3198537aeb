"""A stretch that the reader selected, as the content of a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inquit.model.passage import is_enclosed
from inquit.model.quotation import QuoteType
from inquit.model.span import Span
from inquit.model.units import words_in

_QUOTED = re.compile(
    '“[^“”]*(?:\\n\\s*“[^“”]*)*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»|‘(?:[^‘’]|’(?=\\w))*’'
)
DOUBLE = frozenset('“”"„«»')


Content = tuple[tuple[Span, ...], QuoteType]
"""Content spans, in order and disjoint, and how they are marked."""

_LONGEST_WORD = 64
"""Code points on either side of an offset within which its word is looked for."""


def content_of(text: str, selected: Span) -> Content | None:
    """Return what of a selection is content, and how it is marked; None where nothing is left.

    Words that are selected in part are taken whole; white space and quotation marks around them
    are left out. Words between quotation marks are direct, also where an inquit or a paragraph's
    end splits them; those with some quoted among them are mixed, others indirect.

    Args:
        text: the article's text.
        selected: what the reader selected of it.
    """
    start, end = stripped(text, selected.start, selected.end)
    if start >= end:
        return None
    start, end = _word_at(text, start).start, _word_at(text, end - 1).end
    if is_enclosed(text, Span(start, end)):
        start, end = stripped(text, start + 1, end - 1)
        return ((Span(start, end),), QuoteType.DIRECT) if start < end else None
    if parts := _parts(text, start, end):
        return parts, QuoteType.DIRECT
    marked = start > 0 and is_enclosed(text, Span(start - 1, min(len(text), end + 1)))
    if marked:
        kind = QuoteType.DIRECT
    else:
        inside = DOUBLE.intersection(text[start:end])
        kind = QuoteType.MIXED if inside else QuoteType.INDIRECT
    return (Span(start, end),), kind


def _parts(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the quoted parts of a stretch that begins and ends with one; else none."""
    matches = list(_QUOTED.finditer(text, start, end))
    if not matches or (matches[0].start(), matches[-1].end()) != (start, end):
        return ()
    inner = (part for match in matches for part in _paragraphs(match))
    return tuple(Span(first, last) for first, last in inner if first < last)


def _paragraphs(quoted: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a quotation, without the marks that open each and close the last."""
    text, start = quoted.string, quoted.start() + 1
    for again in re.finditer(r"\n\s*“", quoted[0]):
        yield stripped(text, start, quoted.start() + again.start())
        start = quoted.start() + again.end()
    yield stripped(text, start, quoted.end() - 1)


def _word_at(text: str, offset: int) -> Span:
    """Return the word that an offset is in, or the one character there."""
    near = Span(max(0, offset - _LONGEST_WORD), min(len(text), offset + _LONGEST_WORD))
    here = (word for word in words_in(text, near) if offset in word)
    return next(here, Span(offset, offset + 1))


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
