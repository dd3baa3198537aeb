"""Where a text holds something like a passage, in time that grows with the text's length alone.

Candidates come from short runs that passage and text share, each voting for the place where the
passage would begin (the "seed and vote" of BLAST, Altschul et al. 1990). Within a candidate's
window the passage's bounds are those of fewest edits, by the bit-parallel search of Myers (1999),
which is also what Hypothesis' approx-string-match does. Long passages are bounded by their first
and last PIECE code points.
"""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import Levenshtein

PIECE = 256
"""Code points at either end that bound a long passage."""

_SEED = 10
_MOST_SEEDS = 48
_MOST_PLACES = 200  # a run that stands in more places says nothing about any of them
_BUCKET = 64
_MOST_CANDIDATES = 12
_SLACK = 64

Match = tuple[int, int, float]
"""Start and end in code points, and likeness from 0 to 1."""


def similar_places(text: str, passage: str, before: str, after: str) -> list[Match]:
    """Return where text may hold passage, its context helping to find the places.

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
    """Return what stands in a text between a passage's contexts where it is about as long.

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
    begin, end, errors = fewest_edits(passage, window)
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
    begin, end, errors = fewest_edits(tail, window)
    if begin == end:
        return None
    likeness = min(begins[2], 1 - errors / max(PIECE, end - begin))
    return begins[0], first + end, likeness


def fewest_edits(needle: str, hay: str) -> tuple[int, int, int]:
    """Return start, end and edits of the stretch of hay that turns into needle most cheaply.

    Insertions, deletions and substitutions of one code point cost one each.
    """
    end, errors = _cheapest_end(needle, hay, anchored=False)
    reach = len(needle) + errors
    back = hay[max(0, end - reach) : end][::-1]
    length, _ = _cheapest_end(needle[::-1], back, anchored=True)
    return end - length, end, errors


def _cheapest_end(needle: str, hay: str, *, anchored: bool) -> tuple[int, int]:
    """Return where the cheapest match ends, and its cost (Myers 1999, figure 8).

    One step for each code point of hay; a column of the edit matrix is two integers of
    len(needle) bits, up (+1) and down (-1). Of equally cheap ends in a row the last counts.
    Where anchored, the match begins where hay does (Hyyrö 2003), else anywhere.
    """
    mask, top = (1 << len(needle)) - 1, 1 << (len(needle) - 1)
    places: dict[str, int] = {}
    for index, char in enumerate(needle):
        places[char] = places.get(char, 0) | 1 << index
    up, down, cost = mask, 0, len(needle)
    best_end, best_cost = 0, cost
    for index, char in enumerate(hay, start=1):
        equal = places.get(char, 0)
        across = ((((equal & up) + up) ^ up) | equal) & mask
        rise, fall = down | (mask & ~(across | up)), up & across
        cost += 1 if rise & top else -1 if fall & top else 0
        rise, fall = (rise << 1 | anchored) & mask, (fall << 1) & mask
        diagonal = equal | down
        up, down = fall | (mask & ~(diagonal | rise)), rise & diagonal
        if cost < best_cost or (cost == best_cost and index == best_end + 1 and best_end):
            best_end, best_cost = index, cost
    return best_end, best_cost
