"""Who is credited with a quotation, and whether two articles mean the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inquit.model.folding import fold_text
from inquit.model.quotation import Analysis, QuoteId, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is credited with a quotation.

    Attributes:
        name: as its article names them.
        kind: person, organisation, group or unnamed.
        role: title or function, or None.
        confidence: probability from 0 to 1 that the article credits them.
    """

    name: str
    kind: SourceKind = SourceKind.PERSON
    role: str | None = None
    confidence: float = 1.0


def speakers_of(text: str, analysis: Analysis) -> Mapping[QuoteId, Speaker]:
    """Return who is credited with each quote of an analysis; one that is nobody's is left out.

    Args:
        text: the article's text.
        analysis: what was found in it.
    """
    sources = {source.id: source for source in analysis.sources}
    found = {}
    for given in analysis.attributions:
        source = sources.get(given.source_id) if given.source_id is not None else None
        if source is not None:
            found[given.quote_id] = Speaker(
                name=source.name,
                kind=source.kind,
                role=source.role,
                confidence=given.confidence,
            )
        elif given.mention is not None:
            found[given.quote_id] = Speaker(
                name=given.mention.span.of(text),
                kind=SourceKind.UNNAMED,
                confidence=given.confidence,
            )
    return found


def are_same(one: Speaker, other: Speaker) -> bool | None:
    """Tell whether two articles credit the same one; None where their words do not tell.

    A body and a person who may speak for it are not told apart, nor is one who goes without a
    name, nor are two who share a family name and an initial.
    """
    if one.kind is not other.kind or one.kind in (SourceKind.UNNAMED, SourceKind.GROUP):
        return True if fold_text(one.name) == fold_text(other.name) else None
    here, there = _parts(one.name), _parts(other.name)
    if not here or not there:
        return None
    if set(here) <= set(there) or set(there) <= set(here):
        return True
    if one.kind is SourceKind.PERSON:
        return _are_same_person(here, there)
    return None if set(here) & set(there) or _is_short_for(here, there) else False


def _are_same_person(here: list[str], there: list[str]) -> bool | None:
    if here[-1] == there[-1]:
        return None if here[0][0] == there[0][0] else False
    return None if any(len(part) > 2 for part in set(here) & set(there)) else False


def _is_short_for(one: list[str], other: list[str]) -> bool:
    """Tell whether one body's name is made of the first letters of the other's."""
    initials = ["".join(part[0] for part in parts) for parts in (one, other)]
    return one == [initials[1]] or other == [initials[0]]


def _parts(name: str) -> list[str]:
    folded = fold_text(name).replace(".", " ")
    return [part for part in folded.split() if part not in ("the", "jr", "sr", "of", "and")]
