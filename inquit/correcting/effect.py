"""Whether a correction changes what is shown."""

from __future__ import annotations

from inquit.model.quotation import READER, Analysis, Source
from inquit.model.span import Span


def differ(before: Analysis, after: Analysis, *, in_credit: bool = True) -> bool:
    """Tell whether two analyses of one text show different quotes or sources.

    Args:
        before: one of them.
        after: the other.
        in_credit: whether it counts as well who says so, the engine or the reader.
    """
    if _quotes(before) != _quotes(after) or _sources(before) != _sources(after):
        return True
    return in_credit and _credit(before) != _credit(after)


def _quotes(analysis: Analysis) -> list[tuple[object, ...]]:
    return [(each.id, each.type, each.content_spans, each.within) for each in analysis.quotes]


def _sources(analysis: Analysis) -> list[tuple[object, ...]]:
    """Return the credited sources with where each speaks, whatever their ids."""
    sources: dict[str, Source] = {source.id: source for source in analysis.sources}
    places: dict[str, list[Span]] = {}
    for quote, given in zip(analysis.quotes, analysis.attributions, strict=True):
        if given.source_id is not None:
            places.setdefault(given.source_id, []).append(quote.span)
    made = ((spans, sources[each]) for each, spans in places.items())
    return sorted((spans, one.name, one.kind.value, one.role or "") for spans, one in made)


def _credit(analysis: Analysis) -> list[tuple[object, ...]]:
    return [(each.method == READER, each.confidence) for each in analysis.attributions]
