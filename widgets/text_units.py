"""Steps through a text by characters, words, sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from rich.cells import split_graphemes

from inquit.model.span import Span
from inquit.model.units import sentences_in, words_in

_REACH = 4000
"""Code points on either side within which a unit's ends are looked for; the rest is cut off."""


class Unit(StrEnum):
    """What a step goes over."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Edge(StrEnum):
    """Which character of a unit a step ends at."""

    FIRST = "first"
    LAST = "last"


def last_character(text: str, span: Span) -> int:
    """Return where the last character of a stretch begins, its combining marks included."""
    start = max(span.start, span.end - 64)
    return start + split_graphemes(text[start : span.end])[0][-1][0] if len(span) else span.start


def character_end(text: str, offset: int) -> int:
    """Return the offset after the character that begins at an offset."""
    near = text[offset : offset + 64]
    return offset + split_graphemes(near)[0][0][1] if near else offset


def word_at(text: str, offset: int) -> Span:
    """Return the word that an offset is in, or the one character there."""
    around = Span(max(0, offset - 64), min(len(text), offset + 64))
    found = (word for word in words_in(text, around) if word.start <= offset < word.end)
    return next(found, Span(offset, character_end(text, offset)))


def step(
    text: str, paragraphs: Sequence[Span], unit: Unit, offset: int, *, ahead: bool, to: Edge
) -> int:
    """Return where the character begins that a step over one unit leads to.

    At the text's ends the step leads nowhere.

    Args:
        text: the text.
        paragraphs: its paragraphs, in order and disjoint.
        unit: what to go over.
        offset: where the character begins from which to go.
        ahead: whether to go on and not back.
        to: the character of the unit that the step ends at.
    """
    at = max(0, bisect_right(paragraphs, offset, key=lambda span: span.start) - 1)
    order = range(at, len(paragraphs)) if ahead else range(at, -1, -1)
    for index in order:
        units = list(_UNITS[unit](text, _near(paragraphs[index], offset, unit)))
        edges = [each.start if to is Edge.FIRST else last_character(text, each) for each in units]
        beyond = (edge for edge in edges if edge > offset)
        before = (edge for edge in reversed(edges) if edge < offset)
        if (found := next(beyond if ahead else before, None)) is not None:
            return found
    return offset


def _near(paragraph: Span, offset: int, unit: Unit) -> Span:
    """Return the part of a paragraph in which the ends of a unit are looked for."""
    if unit is Unit.PARAGRAPH:
        return paragraph
    reach = 64 if unit is Unit.CHARACTER else _REACH
    here = min(max(offset, paragraph.start), paragraph.end)
    return Span(max(paragraph.start, here - reach), min(paragraph.end, here + reach))


def _characters(text: str, within: Span) -> Iterator[Span]:
    for first, last, _ in split_graphemes(text[within.start : within.end])[0]:
        yield Span(within.start + first, within.start + last)


def _paragraph(_: str, within: Span) -> Iterator[Span]:
    yield within


_UNITS: dict[Unit, Callable[[str, Span], Iterator[Span]]] = {
    Unit.CHARACTER: _characters,
    Unit.WORD: words_in,
    Unit.SENTENCE: sentences_in,
    Unit.PARAGRAPH: _paragraph,
}
