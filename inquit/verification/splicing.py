"""Quotations that are put together of words from several places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inquit.verification.candidates import Hit, run_size
from inquit.verification.draft import DraftQuotation
from inquit.verification.passages import said_places, written_places
from inquit.verification.source_text import SourceText

FEWEST_WORDS = 4
"""Words of a quotation that must stand in a row elsewhere to be taken from there; fewer are
found in many places."""

WHOLE = 0.9
"""Share of a quotation's words that must be found so for it to count as joined."""

MOST_PARTS = 4
"""Places that a quotation is joined from at most; words from more are nobody's in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of a quotation that stand in a row in a source.

    Attributes:
        here: the number of the first word in the quotation.
        end: the number after that of the last.
        source: the article.
        words: the numbers of its words in the article.
    """

    here: int
    end: int
    source: SourceText
    words: tuple[int, ...]


def find_parts(
    quotation: DraftQuotation, sources: Sequence[tuple[SourceText, Sequence[Hit]]]
) -> tuple[Part, ...]:
    """Return the parts that make up most of a quotation, in its order; none if it is no splice.

    Args:
        quotation: the quotation.
        sources: the articles that share words with it, and the runs they share.
    """
    size = run_size(len(quotation.words))
    parts = [part for source, hits in sources for part in _rows(source, hits, size)]
    parts.sort(key=lambda part: (part.here - part.end, part.here))
    chosen: list[Part] = []
    for part in parts:
        left = _without(part, chosen)
        if left is not None and left.end - left.here >= FEWEST_WORDS:
            chosen.append(left)
        if len(chosen) == MOST_PARTS:
            break
    covered = sum(part.end - part.here for part in chosen)
    if len(chosen) < 2 or covered < WHOLE * len(quotation.words):
        return ()
    return tuple(sorted(chosen, key=lambda part: part.here))


def find_segments(quotation: DraftQuotation, sources: Sequence[SourceText]) -> tuple[Part, ...]:
    """Return where each segment of a quotation stands word for word; none if one does nowhere.

    Args:
        quotation: a quotation with ellipses or brackets in it.
        sources: the articles; a segment is taken from the first that says it, or that has it.
    """
    found: list[Part] = []
    here = 0
    for segment in quotation.segments:
        places = (
            (source, place)
            for find in (said_places, written_places)
            for source in sources
            for place in find(source, segment)
        )
        source, words = next(places, (None, ()))
        if source is None:
            return ()
        end = here + len(segment)
        found.append(Part(here=here, end=end, source=source, words=words))
        here = end
    return tuple(found)


def _rows(source: SourceText, hits: Sequence[Hit], size: int) -> Iterator[Part]:
    """Yield the longest rows of words that an article shares with a quotation."""
    rows: dict[int, tuple[int, int]] = {}
    for hit in hits:
        offset, end = hit.there - hit.here, hit.here + size
        start, last = rows.get(offset, (hit.here, hit.here))
        if hit.here > last:
            yield _part(source, start, last, offset)
            start = hit.here
        rows[offset] = start, end
    for offset, (start, end) in rows.items():
        yield _part(source, start, end, offset)


def _part(source: SourceText, here: int, end: int, offset: int) -> Part:
    """Return the part that stands in an article by so many words further on."""
    words = tuple(range(here + offset, end + offset))
    return Part(here=here, end=end, source=source, words=words)


def _without(part: Part, chosen: Sequence[Part]) -> Part | None:
    """Return what is left of a part beside those that are chosen, or None."""
    here, end = part.here, part.end
    for other in chosen:
        if other.here <= here < other.end:
            here = other.end
        if other.here < end <= other.end:
            end = other.here
        if here < other.here and other.end < end:
            return None
    if here >= end:
        return None
    words = part.words[here - part.here : end - part.here]
    return Part(here=here, end=end, source=part.source, words=words)
