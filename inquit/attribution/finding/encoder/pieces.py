"""The wordpieces of consecutive paragraphs, with what the encoder is told of each, and chunks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.finding.encoder.arithmetic import Ints
from inquit.attribution.finding.encoder.wordpieces import Piece, WordpieceSplitter
from inquit.attribution.marks import QuotedRun
from inquit.attribution.passage import Passage

CHUNK = 448
"""Wordpieces that are encoded together at most."""
SHARED = 96
"""Least number of them that a chunk shares with the one before, so that both see the seam."""
NEUTRAL = (
    "The church was built in the eighteenth century, and its tower can be seen from the sea. "
    "Most of the houses are of grey stone."
)
DOUBLE_MARKS = frozenset('“”«»"')

_OUTSIDE, _INSIDE, _MARK = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceTable:
    """The wordpieces of consecutive paragraphs; rows are pieces in reading order.

    Attributes:
        numbers: [n] each piece's number in the vocabulary.
        start: [n] its first code point in the article.
        end: [n] its end.
        features: [n, 3] shape of the letters, state of the quotation marks, and 1 on the first
            piece of a paragraph.
        paragraphs: the first row of each paragraph that has pieces.
    """

    numbers: Ints
    start: Ints
    end: Ints
    features: Ints
    paragraphs: Ints

    def __len__(self) -> int:
        return len(self.numbers)


def pieces_of(passages: Sequence[Passage], splitter: WordpieceSplitter) -> PieceTable:
    """Return the wordpieces of paragraphs, quoted words included.

    Args:
        passages: in the order of the text.
        splitter: cuts by the encoder's vocabulary.
    """
    rows: list[Piece] = []
    features: list[tuple[int, int, int]] = []
    paragraphs = []
    for passage in passages:
        offset = passage.span.start
        states = mark_states(passage.text, passage.runs, offset)
        before = len(rows)
        rows += splitter.split(passage.text, offset)
        features += _features(passage.text, rows[before:], states, offset)
        if len(rows) > before:
            paragraphs.append(before)
            if passage.goes_on:
                features[before] = (*features[before][:2], 0)
    return _table(rows, features, paragraphs)


def neutral_pieces(splitter: WordpieceSplitter) -> PieceTable:
    """Return the wordpieces of a text in which nobody speaks, to be read before a short one.

    Args:
        splitter: cuts by the encoder's vocabulary.
    """
    rows = list(splitter.split(NEUTRAL))
    return _table(rows, _features(NEUTRAL, rows, [_OUTSIDE] * len(NEUTRAL), 0), [0])


def _features(
    text: str, rows: Sequence[Piece], states: Sequence[int], offset: int
) -> list[tuple[int, int, int]]:
    """Return what the encoder is told of each piece of a paragraph that starts at an offset."""
    return [
        (shape_of(text[start - offset : end - offset]), states[start - offset], int(at == 0))
        for at, (_, start, end) in enumerate(rows)
    ]


def _table(
    rows: Sequence[Piece], features: Sequence[tuple[int, int, int]], paragraphs: Sequence[int]
) -> PieceTable:
    columns = np.array(rows, np.int64).reshape(-1, 3)
    return PieceTable(
        numbers=columns[:, 0],
        start=columns[:, 1],
        end=columns[:, 2],
        features=np.array(features, np.int64).reshape(-1, 3),
        paragraphs=np.array(paragraphs, np.int64),
    )


def shape_of(piece: str) -> int:
    """Return 3 for capitals, 2 for a first capital, 1 for lower case, 4 for a digit, else 0."""
    if piece.isupper() and len(piece) > 1:
        return 3
    if piece[:1].isupper():
        return 2
    if piece[:1].islower():
        return 1
    return 4 if piece[:1].isdigit() else 0


def mark_states(text: str, runs: Sequence[QuotedRun], offset: int) -> list[int]:
    """Return for each character 0 outside quotations, 1 inside one, 2 a quotation mark.

    Args:
        text: a paragraph.
        runs: its quotations, with marks of any kind.
        offset: where the paragraph starts in the article.
    """
    states = [_MARK if char in DOUBLE_MARKS else _OUTSIDE for char in text]
    for run in runs:
        outer, inner = run.outer.shifted(-offset), run.inner.shifted(-offset)
        for at in range(outer.start, min(outer.end, len(text))):
            if not inner.start <= at < inner.end:
                states[at] = _MARK
            elif states[at] == _OUTSIDE:
                states[at] = _INSIDE
    return states


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
