"""Where a source has words that are most like a quotation's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from inquit.verification.candidates import Hit, most_together
from inquit.verification.draft import DraftQuotation
from inquit.verification.source_text import SourceText

_LONG = 200
"""Words from which the runs that are shared tell where a quotation is."""

_REACH = 12
"""Words by which either end of what is like a quotation is moved to see if that fits better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Words of a source that are like a quotation's.

    Attributes:
        words: their numbers, in order.
        similarity: 1 less the words that differ as a share of all, from 0 to 1.
        said: whether they stand between quotation marks, or in a direct quote without.
    """

    words: tuple[int, ...]
    similarity: float
    said: bool


def align_said(quotation: DraftQuotation, source: SourceText, hits: Sequence[Hit]) -> Alignment:
    """Return what a source says that is most like a quotation.

    Args:
        quotation: the quotation.
        source: the article.
        hits: the runs of words that they share.
    """
    place_of = source.said_place_of
    inside = [
        Hit(there=place_of[hit.there], here=hit.here) for hit in hits if hit.there in place_of
    ]
    forms = source.said_forms
    places, similarity = _align(quotation, forms, inside)
    numbers = tuple(source.said[place] for place in places)
    return Alignment(words=numbers, similarity=similarity, said=True)


def align_written(quotation: DraftQuotation, source: SourceText, hits: Sequence[Hit]) -> Alignment:
    """Return what of a source's text, said or not, is most like a quotation; see `align_said`."""
    places, similarity = _align(quotation, source.words.forms, hits)
    said = bool(places) and all(source.run_of[place] >= 0 for place in places)
    return Alignment(words=places, similarity=similarity, said=said)


def _align(
    quotation: DraftQuotation, forms: Sequence[str], hits: Sequence[Hit]
) -> tuple[tuple[int, ...], float]:
    """Return the places of the words that are most like a quotation, and how like they are.

    Its segments are aligned one by one, as anything may stand between them.
    """
    places: list[int] = []
    cost = size = at = 0
    for segment in quotation.segments:
        end = at + len(segment)
        own = [hit for hit in hits if at <= hit.here < end]
        start, stop, distance = _nearest(segment.forms, forms, own)
        places += range(start, stop)
        cost += distance
        size += max(len(segment), stop - start)
        at = end
    return tuple(sorted(set(places))), max(0.0, 1 - cost / max(1, size))


def _nearest(
    wanted: Sequence[str], forms: Sequence[str], hits: Sequence[Hit]
) -> tuple[int, int, int]:
    """Return from where to where the words are that are most like others, and how many differ."""
    from rapidfuzz.distance import Levenshtein

    if not hits:
        return 0, 0, len(wanted)
    slack = max(3, len(wanted) // 3)
    _, first = most_together(hits, len(wanted) + slack)
    low = max(0, first - len(wanted) - slack)
    window = forms[low : first + 2 * len(wanted) + 2 * slack]
    begins, ends = _place_in(wanted, window, hits, low)
    # Words at either end may be matched to a twin further off, at the same cost.
    slack = min(slack, _REACH)
    starts = range(min(begins + slack, len(window)), max(0, begins - slack) - 1, -1)
    stop = min(ends + slack, len(window))
    start = min(starts, key=lambda at: Levenshtein.distance(wanted, window[at:stop]))
    stops = range(max(start, ends - slack), stop + 1)
    stop = min(stops, key=lambda at: Levenshtein.distance(wanted, window[start:at]))
    return low + start, low + stop, Levenshtein.distance(wanted, window[start:stop])


def _place_in(
    wanted: Sequence[str], window: Sequence[str], hits: Sequence[Hit], low: int
) -> tuple[int, int]:
    """Return about where in a window the words are that are most like others.

    Args:
        wanted: the words.
        window: where they are looked for.
        hits: the runs that they share with the source.
        low: where in the source the window begins.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(wanted, window) if len(wanted) <= _LONG else None
    if found is not None:
        return found.dest_start, found.dest_end
    # Of a whole speech the runs tell the place, and far sooner.
    within = (hit for hit in hits if low <= hit.there < low + len(window))
    offsets = Counter(hit.there - hit.here - low for hit in within)
    begins = max(0, max(offsets, key=lambda each: offsets[each], default=0))
    return begins, min(len(window), begins + len(wanted))
