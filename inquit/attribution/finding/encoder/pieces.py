"""The wordpieces of consecutive paragraphs, with what the encoder is told of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.finding.encoder.arithmetic import Ints
from inquit.attribution.finding.encoder.wordpieces import Piece, WordpieceSplitter
from inquit.attribution.marks import QuotedRun
from inquit.attribution.passage import Paragraph

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


def pieces_of(passages: Sequence[Paragraph], splitter: WordpieceSplitter) -> PieceTable:
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


def join_tables(tables: Sequence[PieceTable]) -> PieceTable:
    """Return the wordpieces of several stretches, in their order, as one table."""
    if not tables:
        return _table([], [], [])
    before = np.cumsum([0, *(len(one) for one in tables)])
    return PieceTable(
        numbers=np.concatenate([one.numbers for one in tables]),
        start=np.concatenate([one.start for one in tables]),
        end=np.concatenate([one.end for one in tables]),
        features=np.concatenate([one.features for one in tables]),
        paragraphs=np.concatenate(
            [one.paragraphs + first for one, first in zip(tables, before.tolist(), strict=False)]
        ),
    )


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
