"""Whether two analyses of one article look different to the reader."""

from __future__ import annotations

from inquit.model.quotation import READER, Analysis, Source
from inquit.model.span import Span


def look_different(before: Analysis, after: Analysis, *, compare_credit: bool = True) -> bool:
    """Tell whether two analyses of one text show different quotes or sources.

    Args:
        before: one of them.
        after: the other.
        compare_credit: whether it also counts who credited a quote, the engine or the reader.
    """
    if _quotes(before) != _quotes(after) or _sources(before) != _sources(after):
        return True
    return compare_credit and _credit(before) != _credit(after)


def _quotes(analysis: Analysis) -> list[tuple[object, ...]]:
    return [(each.id, each.type, each.content_spans, each.within) for each in analysis.quotes]


def _sources(analysis: Analysis) -> list[tuple[object, ...]]:
    """Return the credited sources with the spans of their quotes, whatever their ids."""
    sources: dict[str, Source] = {source.id: source for source in analysis.sources}
    spans_of: dict[str, list[Span]] = {}
    for quote, given in zip(analysis.quotes, analysis.attributions, strict=True):
        if given.source_id is not None:
            spans_of.setdefault(given.source_id, []).append(quote.span)
    credited = ((spans, sources[each]) for each, spans in spans_of.items())
    return sorted((spans, one.name, one.kind.value, one.role or "") for spans, one in credited)


def _credit(analysis: Analysis) -> list[tuple[object, ...]]:
    return [(each.method == READER, each.confidence) for each in analysis.attributions]
