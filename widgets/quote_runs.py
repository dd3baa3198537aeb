"""Quotes that may lie inside one another, as stretches of text that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inquit.model.quotation import Quote, QuoteId

_BEYOND = 1 << 60


@dataclass(frozen=True, slots=True)
class QuoteRun:
    """Quoted words at the code points [start, end), of the innermost quote that they are in."""

    start: int
    end: int
    quote_id: QuoteId


def flatten(quotes: Iterable[Quote]) -> Iterator[QuoteRun]:
    """Yield disjoint runs in order; where quotes lie inside one another the innermost counts."""
    spans = sorted(
        (span.start, -span.end, quote.id) for quote in quotes for span in quote.content_spans
    )
    covering: list[tuple[int, QuoteId]] = []
    here = 0
    for start, negative_end, quote_id in [*spans, (_BEYOND, -_BEYOND, QuoteId(""))]:
        while covering and covering[-1][0] <= start:
            end, outer = covering.pop()
            if here < end:
                yield QuoteRun(here, end, outer)
                here = end
        if covering and here < start:
            yield QuoteRun(here, start, covering[-1][1])
        here = max(here, start)
        covering.append((-negative_end, quote_id))
