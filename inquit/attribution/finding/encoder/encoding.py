"""Paragraphs encoded once each, as many together as the encoder takes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inquit.attribution.finding.encoder.network import Encoding, PairModel
from inquit.attribution.finding.encoder.pieces import (
    PieceTable,
    join_tables,
    neutral_pieces,
    pieces_of,
)
from inquit.attribution.finding.encoder.wordpieces import WordpieceSplitter
from inquit.attribution.passage import Paragraph

CHUNK = 448
"""Wordpieces that are encoded together at most."""
FEWEST = 100
"""Wordpieces that are encoded together at least; the encoder learned from articles."""


class ParagraphEncoder:
    """Encodes the paragraphs of one article; those of the call before are remembered."""

    def __init__(self, model: PairModel, splitter: WordpieceSplitter) -> None:
        """Take the encoder and what cuts text into its wordpieces."""
        self._model = model
        self._splitter = splitter
        self._neutral = neutral_pieces(splitter)
        self._known: dict[int, tuple[PieceTable, Encoding]] = {}

    def encode(self, passages: Sequence[Paragraph]) -> tuple[PieceTable, Encoding]:
        """Return the wordpieces of paragraphs and their encoding.

        Args:
            passages: in the order of the text.
        """
        starts = [passage.span.start for passage in passages]
        fresh = [one for one in passages if one.span.start not in self._known]
        tables = [pieces_of([one], self._splitter) for one in fresh]
        known = [self._known[at] for at in starts if at in self._known]
        read = self._read(join_tables(tables), join_tables([table for table, _ in known]))
        found, first = dict(self._known), 0
        for passage, table in zip(fresh, tables, strict=True):
            found[passage.span.start] = (table, _rows(read, first, first + len(table)))
            first += len(table)
        self._known = {at: found[at] for at in starts}
        parts = list(self._known.values())
        return join_tables([table for table, _ in parts]), _join([part for _, part in parts])

    def _read(self, pieces: PieceTable, before: PieceTable) -> Encoding:
        """Return the encoding of wordpieces, a short chunk read after what comes before it."""
        return _join([self._chunk(pieces, low, high, before) for low, high in cut_chunks(pieces)])

    def _chunk(self, pieces: PieceTable, low: int, high: int, before: PieceTable) -> Encoding:
        numbers, features = pieces.numbers[low:high], pieces.features[low:high]
        if high - low >= FEWEST:
            return self._model.read(numbers, features)
        lead = next(one for one in (before, self._neutral) if len(one))
        lead_numbers = np.concatenate([lead.numbers, pieces.numbers[:low]])[-FEWEST:]
        lead_features = np.concatenate([lead.features, pieces.features[:low]])[-FEWEST:]
        read = self._model.read(
            np.concatenate([lead_numbers, numbers]), np.concatenate([lead_features, features])
        )
        return _rows(read, len(lead_numbers), len(read.cues))


def cut_chunks(pieces: PieceTable) -> list[tuple[int, int]]:
    """Return chunks of about one length, first row and end of each, cut at paragraphs if they can.

    Args:
        pieces: the wordpieces of consecutive paragraphs.
    """
    count, chunks, at = len(pieces), [], 0
    starts = [*pieces.paragraphs.tolist(), count]
    while at < count:
        left = count - at
        aim = at + -(-left // -(-left // CHUNK))
        ends = [one for one in starts if at < one <= min(count, at + CHUNK)]
        end = min(ends, key=lambda one: abs(one - aim), default=aim)
        chunks.append((at, end))
        at = end
    return chunks


def _rows(encoding: Encoding, low: int, high: int) -> Encoding:
    return Encoding(
        cues=encoding.cues[low:high],
        tokens=encoding.tokens[low:high],
        anchors=encoding.anchors[low:high],
    )


def _join(parts: Sequence[Encoding]) -> Encoding:
    if len(parts) == 1:
        return parts[0]
    if not parts:
        empty = np.zeros((0, 3), np.float32)
        return Encoding(cues=empty, tokens=empty, anchors=empty)
    return Encoding(
        cues=np.concatenate([one.cues for one in parts]),
        tokens=np.concatenate([one.tokens for one in parts]),
        anchors=np.concatenate([one.anchors for one in parts]),
    )
