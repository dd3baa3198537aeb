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
    final = _TopicFilter()
    for batch in batches:
        # What a preview takes for a topic says nothing of what is found in the end.
        yield (final if batch.preview is None else _TopicFilter()).without(batch)


class _TopicFilter:
    """Remembers which quotes were topics, and the sources of which nothing else is known."""

    def __init__(self) -> None:
        self._topics: set[str] = set()
        self._held: dict[str, Source] = {}
        self._shown: set[str] = set()

    def without(self, batch: AnalysisBatch) -> AnalysisBatch:
        """Return the next batch without topics."""
        topics, shown = self._topics, self._shown
        topics |= {quote.id for quote in batch.quotes if quote.topic}
        given = tuple(one for one in batch.attributions if one.quote_id not in topics)
        held = self._held | {source.id: source for source in batch.sources}
        shown |= {one.source_id for one in given if one.source_id is not None}
        self._held = {key: source for key, source in held.items() if key not in shown}
        return replace(
            batch,
            quotes=tuple(
                replace(quote, within=None) if quote.within in topics else quote
                for quote in batch.quotes
                if not quote.topic
            ),
            attributions=given,
            sources=tuple(source for key, source in held.items() if key in shown),
        )
