"""Topics left out: what was talked about and not said, found but shown only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import Source


def without_topics(batches: Iterable[AnalysisBatch]) -> Iterator[AnalysisBatch]:
    """Yield the batches of one article without topics and without sources of topics alone.

    Args:
        batches: in the order of the text; a source may be credited in a later batch than told.
    """
    topics: set[str] = set()
    held: dict[str, Source] = {}
    shown: set[str] = set()
    for batch in batches:
        topics |= {quote.id for quote in batch.quotes if quote.topic}
        given = tuple(one for one in batch.attributions if one.quote_id not in topics)
        held |= {source.id: source for source in batch.sources}
        shown |= {one.source_id for one in given if one.source_id is not None}
        sources = tuple(source for key, source in held.items() if key in shown)
        held = {key: source for key, source in held.items() if key not in shown}
        yield replace(
            batch,
            quotes=tuple(
                replace(quote, within=None) if quote.within in topics else quote
                for quote in batch.quotes
                if not quote.topic
            ),
            attributions=given,
            sources=sources,
        )
