"""Finds where a text holds something like a passage, in time linear in the text's length.

Candidates come from short runs that passage and text share, each voting for the place where the
passage would begin (the "seed and vote" of BLAST, Altschul et al. 1990). Within a candidate's
window rapidfuzz says which stretch is most like the passage. Long passages are bounded by their
first and last PIECE code points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

PIECE = 256
"""Code points at either end that bound a long passage."""

_SEED = 10
_MOST_SEEDS = 48
_MOST_PLACES = 200  # a run that stands in more places says nothing about any of them
_BUCKET = 64
_MOST_CANDIDATES = 12
_SLACK = 64
_STEP = 8

Match = tuple[int, int, float]
"""Start and end in code points, and likeness from 0 to 1."""


def similar_places(text: str, passage: str, before: str, after: str) -> list[Match]:
    """Return where text may hold something like passage; its context helps to find the places.

    Args:
        text: the text searched.
        passage: what is looked for; not empty.
        before: what stood before it.
        after: what stood after it.
    """
    starts = _likely_starts(text, before + passage[: 2 * PIECE], len(before))
    if len(passage) > 2 * PIECE:
        found = [_long_match(text, passage, start) for start in starts]
    else:
        whole = before + passage + after
        starts += _likely_starts(text, whole[-len(passage + after) :], 0)
        found = [_short_match(text, passage, start) for start in starts]
    return sorted({match for match in found if match is not None})


def between(text: str, passage: str, before: str, after: str) -> list[Match]:
    """Return what stands between a passage's contexts in a text, where it is about as long.

    Args:
        text: the text searched.
        passage: what stood there.
        before: what stood before it; where it is empty, nothing is found.
        after: what stood after it; the same.
    """
    found = []
    for place in _occurrences(text, before):
        start = place + len(before)
        end = text.find(after, start, start + 2 * len(passage) + len(after)) if after else -1
        if 2 * (end - start) >= len(passage):
            likeness = Levenshtein.normalized_similarity(passage, text[start:end])
            found.append((start, end, likeness))
    return found


def _likely_starts(text: str, needle: str, offset: int) -> list[int]:
    """Return where in text a passage that begins at offset in needle probably begins."""
    last = max(0, len(needle) - _SEED)
    step = max(1, last // _MOST_SEEDS)
    votes: Counter[int] = Counter()
    for place in range(0, last + 1, step):
        seed = needle[place : place + _SEED]
        votes.update({found - place + offset for found in _occurrences(text, seed)})
    buckets: Counter[int] = Counter()
    for start, count in votes.items():
        buckets[start // _BUCKET] += count
        buckets[start // _BUCKET + 1] += count
    best = [bucket for bucket, _ in buckets.most_common(_MOST_CANDIDATES)]
    return sorted({max(0, bucket * _BUCKET) for bucket in best})


def _occurrences(text: str, seed: str) -> list[int]:
    """Return where seed begins in text, or nothing where it is too common to say anything."""
    found, place = [], text.find(seed) if seed else -1
    while place >= 0:
        found.append(place)
        if len(found) > _MOST_PLACES:
            return []
        place = text.find(seed, place + 1)
    return found


def _short_match(text: str, passage: str, start: int) -> Match | None:
    slack = _SLACK + len(passage) // 3
    first = max(0, start - _BUCKET - slack)
    window = text[first : start + _BUCKET + len(passage) + slack]
    begin, end, errors = closest_stretch(passage, window)
    if begin == end:
        return None
    return first + begin, first + end, 1 - errors / max(len(passage), end - begin)


def _long_match(text: str, passage: str, start: int) -> Match | None:
    head, tail, length = passage[:PIECE], passage[-PIECE:], len(passage)
    begins = _short_match(text, head, start)
    if begins is None:
        return None
    first = begins[0] + length // 2
    window = text[first : begins[0] + length + length // 2]
    begin, end, errors = closest_stretch(tail, window)
    if begin == end:
        return None
    likeness = min(begins[2], 1 - errors / max(PIECE, end - begin))
    return begins[0], first + end, likeness


def closest_stretch(needle: str, hay: str) -> tuple[int, int, int]:
    """Return start, end and edits of a stretch of hay that takes few edits to become needle.

    The stretch of needle's own length that is most like it comes first; then its end and its start
    move to where it takes the fewest. An edit puts in, takes out or changes one code point.
    """
    found = fuzz.partial_ratio_alignment(needle, hay)
    if found is None or not hay:
        return 0, 0, len(needle)
    start, end, reach = found.dest_start, found.dest_end, len(needle) // 3

    def edits(first: int, last: int) -> int:
        return Levenshtein.distance(needle, hay[first:last])

    ends = range(max(start + 1, end - reach), min(len(hay), end + reach) + 1)
    end = _cheapest(ends, lambda last: edits(start, last))
    starts = range(max(0, start - reach), min(end, start + reach + 1))
    start = _cheapest(starts, lambda first: edits(first, end))
    return start, end, edits(start, end)


def _cheapest(places: range, cost: Callable[[int], int]) -> int:
    """Return the cheapest place: the best of every `_STEP`th, then the best of those around it."""
    near = min(places[::_STEP], key=cost)
    lowest, highest = max(places.start, near - _STEP), min(places.stop, near + _STEP + 1)
    return min(range(lowest, highest), key=cost)
