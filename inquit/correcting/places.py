"""Finding again the quote that a correction is about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from inquit.model.quotation import Quote
from inquit.model.span import Span

SAME_QUOTE = 0.5
"""Shared part of two stretches, of both together, from which they count as one quote."""

SAME_ENDS = 0.8
"""The same for a quote that the reader added: the engine may well find another one inside it."""


def likeness(one: Span, other: Span) -> float:
    """Return the shared part of two stretches, of both together (the Jaccard index), 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    return shared / (len(one) + len(other) - shared)


def quote_at(span: Span, quotes: Iterable[Quote], least: float = SAME_QUOTE) -> Quote | None:
    """Return the quote whose content lies most nearly in a place, or None where none does.

    Args:
        span: the place.
        quotes: the quotes that there are.
        least: how much of quote and place must be shared, from 0 to 1.
    """
    best, found = least, None
    for quote in quotes:
        spans = quote.content_spans
        if spans[0].start < span.end and span.start < spans[-1].end:
            alike = likeness(span, quote.span)
            if alike > best or (found is None and alike == best):
                best, found = alike, quote
    return found


def parts_written(parts: Iterable[Span], start: int) -> str:
    """Return content spans as text, their offsets counted from a place."""
    return " ".join(f"{part.start - start}:{part.end - start}" for part in parts)


def parts_read(written: str, start: int) -> tuple[Span, ...]:
    """Return content spans from their text; empty where it is none that we write."""
    try:
        pairs = [pair.split(":") for pair in written.split()]
        parts = tuple(Span(start + int(first), start + int(last)) for first, last in pairs)
    except ValueError:
        return ()
    in_order = all(one.end <= other.start for one, other in pairwise(parts))
    return parts if in_order and all(map(len, parts)) else ()


def parts_found(parts: Iterable[Span], exact: str, text: str, within: Span) -> tuple[Span, ...]:
    """Return where the words of content spans are in a place that has changed; empty where not.

    Args:
        parts: the content spans as they were, counted from the start of exact.
        exact: the words of the place as it was.
        text: the article's text.
        within: the place as it is.
    """
    found, at = [], within.start
    for part in parts:
        words = part.of(exact)
        at = text.find(words, at, within.end) if words else -1
        if at < 0:
            return ()
        found.append(Span(at, at := at + len(words)))
    return tuple(found)
