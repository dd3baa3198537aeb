"""Some words around what a search found, on one line and safe to show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from inquit.library.index.results import Snippet
from inquit.model.printable import replace_hidden
from inquit.model.span import Span

_SPACES = re.compile(r"\s+")
_BEFORE = 0.3  # share of a snippet that stands before the first word that was found
_MORE = "…"


def snippet_of(text: str, marks: Sequence[Span], longest: int) -> Snippet:
    """Return the stretch of a text that has most of what was found, on one line.

    Args:
        text: the text.
        marks: the spans of what was found, in order.
        longest: code points of the text that are taken at most.
    """
    window = best_window(text, marks, longest)
    shown, kept = "", []
    edges = sorted({window.start, window.end} | _edges_within(marks, window))
    if window.start > 0:
        shown = _MORE
    for start, end in pairwise(edges):
        piece = _clean(text[start:end], after_space=not shown or shown[-1] == " ")
        if any(mark.start <= start and end <= mark.end for mark in marks) and piece:
            kept.append(Span(len(shown), len(shown) + len(piece)))
        shown += piece
    shown = shown.rstrip()
    return Snippet(text=shown + (_MORE if window.end < len(text) else ""), marks=tuple(kept))


def best_window(text: str, marks: Sequence[Span], longest: int) -> Span:
    """Return the stretch of a text, from word to word, that has most of what was found."""
    if len(text) <= longest:
        return Span(0, len(text))
    first = 0
    if marks:
        reach = int(longest * (1 - _BEFORE))
        counts = [
            sum(mark.start <= other.start and other.end <= mark.start + reach for other in marks)
            for mark in marks[:100]
        ]
        first = max(0, marks[counts.index(max(counts))].start - int(longest * _BEFORE))
    first = min(first, len(text) - longest)
    return Span(_word_start(text, first), _word_end(text, first + longest))


def _edges_within(marks: Sequence[Span], window: Span) -> set[int]:
    edges = {edge for mark in marks for edge in (mark.start, mark.end)}
    return {edge for edge in edges if window.start < edge < window.end}


def _clean(piece: str, *, after_space: bool) -> str:
    clean = replace_hidden(_SPACES.sub(" ", piece), lambda _: "")
    return clean.lstrip() if after_space else clean


def _word_start(text: str, offset: int) -> int:
    """Return an offset at or soon after another where a word begins."""
    if offset == 0 or text[offset - 1].isspace():
        return offset
    space = _SPACES.search(text, offset, offset + 40)
    return space.end() if space else offset


def _word_end(text: str, offset: int) -> int:
    """Return an offset at or soon before another where a word ends."""
    if offset >= len(text) or text[offset].isspace():
        return min(offset, len(text))
    before = text[max(0, offset - 40) : offset]
    cut = max(before.rfind(" "), before.rfind("\n"))
    return offset if cut < 0 else offset - len(before) + cut
