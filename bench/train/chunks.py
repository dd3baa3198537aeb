"""The chunks that an article is learned from; they overlap, so that a cue is seen from both sides.

The product cuts its own, which do not, see `inquit.attribution.finding.encoder.encoding`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inquit.attribution.finding.encoder.arithmetic import Ints
from inquit.attribution.finding.encoder.encoding import CHUNK
from inquit.attribution.finding.encoder.pieces import PieceTable

SHARED = 96
"""Least number of wordpieces that a chunk shares with the one before."""


def cut_chunks(pieces: PieceTable) -> list[tuple[int, int]]:
    """Return chunks, first row and end of each, that begin and end at paragraphs if they can."""
    count, starts = len(pieces), pieces.paragraphs.tolist()
    chunks, at = [], 0
    while at < count:
        end = min(count, at + CHUNK)
        if end < count:
            end = max((s for s in starts if at + CHUNK // 2 < s <= end), default=end)
        chunks.append((at, end))
        if end == count:
            break
        back = end - SHARED
        at = max((s for s in starts if max(at, end - CHUNK // 2) < s <= back), default=back)
    return chunks


def owners_of(chunks: Sequence[tuple[int, int]], count: int) -> Ints:
    """Return for each row the chunk that sees most on its nearer side.

    Args:
        chunks: as `cut_chunks` gives them.
        count: how many rows there are; beyond the first and the last nothing is missing.
    """
    owner, best = np.zeros(count, np.int64), np.full(count, -1)
    for number, (low, high) in enumerate(chunks):
        rows = np.arange(low, high)
        before = rows - low + (CHUNK if low == 0 else 0)
        after = high - rows + (CHUNK if high == count else 0)
        room = np.minimum(before, after)
        better = room > best[rows]
        owner[rows[better]], best[rows[better]] = number, room[better]
    return owner
