"""Finding again the quote that a correction is about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from inquit.model.quotation import Quote
from inquit.model.span import Span

SAME_QUOTE = 0.5
"""Overlap (Jaccard index) of two spans from which they count as one quote."""

SAME_BOUNDS = 0.8
"""The same for a quote that the reader added: the engine may well find another one inside it."""


def measure_overlap(one: Span, other: Span) -> float:
    """Return what two spans share, as a part of what they cover together (Jaccard), 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    return shared / (len(one) + len(other) - shared)


def find_quote_at(span: Span, quotes: Iterable[Quote], least: float = SAME_QUOTE) -> Quote | None:
    """Return the quote that overlaps a passage most, or None where none overlaps it enough.

    Args:
        span: the passage.
        quotes: the quotes to look through.
        least: the least overlap that counts, from 0 to 1.
    """
    best, found = least, None
    for quote in quotes:
        spans = quote.content_spans
        if spans[0].start < span.end and span.start < spans[-1].end:
            overlap = measure_overlap(span, quote.span)
            if overlap > best or (found is None and overlap == best):
                best, found = overlap, quote
    return found


def format_spans(spans: Iterable[Span], origin: int) -> str:
    """Return content spans as text, with offsets counted from an origin."""
    return " ".join(f"{span.start - origin}:{span.end - origin}" for span in spans)


def parse_spans(text: str, origin: int) -> tuple[Span, ...]:
    """Return the content spans that `format_spans` wrote; empty for any other text."""
    try:
        pairs = [pair.split(":") for pair in text.split()]
        spans = tuple(Span(origin + int(first), origin + int(last)) for first, last in pairs)
    except ValueError:
        return ()
    in_order = all(one.end <= other.start for one, other in pairwise(spans))
    return spans if in_order and all(map(len, spans)) else ()


def find_parts(parts: Iterable[Span], exact: str, text: str, within: Span) -> tuple[Span, ...]:
    """Return where the words of content spans stand in a changed passage; empty if any is gone.

    Args:
        parts: the content spans as they were, counted from the start of exact.
        exact: the words of the passage as they were.
        text: the article's text.
        within: the passage as it is now.
    """
    found, at = [], within.start
    for part in parts:
        words = part.of(exact)
        at = text.find(words, at, within.end) if words else -1
        if at < 0:
            return ()
        found.append(Span(at, at := at + len(words)))
    return tuple(found)
