"""From rows of the token table to spans of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inquit.attribution.finding.token_table import TokenTable
from inquit.attribution.letters import of_any_script
from inquit.model.span import Span

LOOSE = frozenset(",;:—–-. ")
"""What is cut from the ends of a content that no mark closes."""
LOOSE_SOURCE = " ,;"
APPOSED = re.compile(of_any_script(r"(?<=[^\W\d_]), (?:[A-Z][\w.’'\-]*)(?: [A-Z][\w.’'\-]*){1,3}$"))
"""A full name in apposition to a description."""


def content_spans(table: TokenTable, content: Iterable[int], text: str) -> tuple[Span, ...]:
    """Return the spans of a content: in order, disjoint, outermost marks dropped."""
    spans = []
    for stretch in stretches(table, content, text):
        span = _bare(table, stretch[0], stretch[-1], text)
        if any(letter.isalnum() for letter in span.of(text)):
            spans.append(span)
    return tuple(spans)


def rows_span(table: TokenTable, rows: Iterable[int]) -> Span | None:
    """Return the span from the first to the last of rows, None where there are none."""
    listed = list(rows)
    if not listed:
        return None
    return Span(int(table.start[min(listed)]), int(table.end[max(listed)]))


def tight(source: Span | None, text: str) -> Span | None:
    """Return a source span without commas at its ends and without a name in apposition.

    Linking reads the name that follows: `A spokesman for the port, Paul Renn, said`.
    """
    if source is None:
        return None
    words = source.of(text)
    shown = words.strip(LOOSE_SOURCE)
    apposed = APPOSED.search(shown)
    if apposed is not None:
        shown = shown[: apposed.start()]
    start = source.start + words.index(shown)
    return Span(start, start + len(shown)) if shown else source


def stretches(table: TokenTable, content: Iterable[int], text: str) -> list[list[int]]:
    """Return rows grouped where only punctuation of the same paragraph stands between them."""
    groups: list[list[int]] = []
    for row in sorted(content):
        if groups and _joined(table, groups[-1][-1], row, text):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _has_words(table: TokenTable, row: int, text: str) -> bool:
    return any(letter.isalnum() for letter in text[int(table.start[row]) : int(table.end[row])])


def _joined(table: TokenTable, before: int, row: int, text: str) -> bool:
    if table.paragraph[before] != table.paragraph[row]:
        return False
    between = text[int(table.end[before]) : int(table.start[row])]
    if len(between) > 200 or any(letter.isalnum() for letter in between):
        return False
    # Two whole quotations beside each other stay two stretches.
    return bool(row == before + 1) or table.run[before] == table.run[row]


def _bare(table: TokenTable, first: int, last: int, text: str) -> Span:
    start, end = int(table.start[first]), int(table.end[last])
    while last > first and table.run[last] < 0 and not _has_words(table, last, text):
        last -= 1
    head, tail = int(table.run[first]), int(table.run[last])
    if head >= 0 and head == tail:
        end = int(table.end[last])
    if head >= 0 and head == tail:
        inner = table.runs[head].inner
        start, end = max(start, inner.start), min(end, inner.end)
        if end == inner.end and text[:end].endswith(","):
            end -= 1  # It is the inquit's comma, not the speaker's.
        return Span(start, max(start, end))
    while end > start and tail < 0 and text[end - 1] in LOOSE:
        end -= 1
    while start < end and head < 0 and text[start] in LOOSE:
        start += 1
    return Span(start, end)
