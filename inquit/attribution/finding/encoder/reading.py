"""What the encoder says of the tokens of a stretch of paragraphs, before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.finding.encoder.arithmetic import Floats, Ints
from inquit.attribution.finding.encoder.network import Encoding, PairModel
from inquit.attribution.finding.encoder.pieces import PieceTable, cut_chunks, owners_of
from inquit.attribution.finding.token_table import TokenTable

SOURCE, CONTENT, CUE = 1, 2, 3
"""Columns of a labelling's chances; column 0 is none of these."""

LEFT, RIGHT = 144, 208
"""Wordpieces before and after an anchor that are labelled."""
BATCH = 16
"""Anchors that are labelled together at most."""
SHORT = 100
"""Wordpieces below which a text is read after a neutral one: the encoder learned from articles."""
PLAIN = 24
"""Pieces that a token has at most; more are those of a whole quotation, read as one token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """One cue's surroundings as labelled.

    Attributes:
        top: row of the cue's head token.
        rows: the window's rows in the token table, consecutive.
        chances: for each of the rows the probability of each label.
    """

    top: int
    rows: Ints
    chances: Floats


class EncoderReader:
    """Reads one token table with the encoder; what it says of pieces is told of tokens."""

    def __init__(
        self, model: PairModel, table: TokenTable, pieces: PieceTable, *, before: PieceTable
    ) -> None:
        """Read all pieces.

        Args:
            model: the encoder.
            table: the tokens.
            pieces: the wordpieces of the same paragraphs.
            before: those of a text that is read before a short one.
        """
        self._model = model
        self._before = before
        self._table = table
        self._pieces = pieces
        self._chunks = cut_chunks(pieces)
        self._owner = owners_of(self._chunks, len(pieces))
        self._encodings = [self._read(low, high) for low, high in self._chunks]
        self._low = np.searchsorted(pieces.end, table.start, side="right")
        self._high = np.searchsorted(pieces.start, table.end, side="left")
        cues = self._cues()
        self.cue_chances: Floats = self._of_tokens(cues)
        self._anchor = self._anchors(cues)

    def label(self, tops: Sequence[int]) -> list[Labelling]:
        """Return the labellings of cues by their head tokens' rows, in their order."""
        anchors = self._anchor[list(tops)]
        found: dict[int, Labelling] = {}
        for number, (low, high) in enumerate(self._chunks):
            mine = [n for n, row in enumerate(anchors.tolist()) if self._owner[row] == number]
            for first in range(0, len(mine), BATCH):
                batch = mine[first : first + BATCH]
                rows = anchors[batch]
                starts, ends = np.maximum(rows - LEFT, low), np.minimum(rows + RIGHT, high)
                encoding = self._encodings[number]
                labels = self._model.label(encoding, rows - low, starts - low, ends - low)
                for n, start, chances in zip(batch, starts.tolist(), labels, strict=True):
                    found[n] = self._labelling(tops[n], start, chances)
        return [found[n] for n in range(len(tops))]

    def _read(self, low: int, high: int) -> Encoding:
        """Return what is read of a chunk, with the neutral text before it where all is short."""
        pieces, before = self._pieces, self._before
        if len(pieces) >= SHORT or not len(before):
            return self._model.read(pieces.numbers[low:high], pieces.features[low:high])
        read = self._model.read(
            np.concatenate([before.numbers, pieces.numbers[low:high]]),
            np.concatenate([before.features, pieces.features[low:high]]),
        )
        first = len(before)
        return Encoding(
            cues=read.cues[first:], tokens=read.tokens[first:], anchors=read.anchors[first:]
        )

    def _cues(self) -> Floats:
        """Return each piece's chances to be a cue, from the chunk that sees most around it."""
        cues = np.zeros((len(self._pieces), 3), np.float32)
        for number, ((low, high), encoding) in enumerate(
            zip(self._chunks, self._encodings, strict=True)
        ):
            own = self._owner[low:high] == number
            cues[low:high][own] = encoding.cues[own]
        return cues

    def _of_tokens(self, cues: Floats) -> Floats:
        """Return each token's chances to be a cue: those of its likeliest piece."""
        chances = np.zeros((len(self._table), 3), np.float32)
        chances[:, 0] = 1
        for row, (low, high) in enumerate(
            zip(self._low.tolist(), self._high.tolist(), strict=True)
        ):
            if 0 < high - low <= PLAIN:
                chances[row] = cues[low + int(np.argmin(cues[low:high, 0]))]
        return chances

    def _anchors(self, cues: Floats) -> Ints:
        """Return for each token its likeliest piece."""
        anchors = np.minimum(self._low, len(cues) - 1)
        for row, (low, high) in enumerate(
            zip(self._low.tolist(), self._high.tolist(), strict=True)
        ):
            if high > low:
                anchors[row] = low + int(np.argmin(cues[low:high, 0]))
        return anchors

    def _labelling(self, top: int, start: int, chances: Floats) -> Labelling:
        """Return a labelling of tokens by one of pieces."""
        end = start + len(chances)
        inside = (self._high > self._low) & (self._low < end) & (self._high > start)
        rows = np.flatnonzero(inside)
        rows = np.arange(rows[0], rows[-1] + 1)
        summed = np.concatenate([np.zeros((1, 4), np.float32), np.cumsum(chances, axis=0)])
        low = np.clip(self._low[rows] - start, 0, len(chances))
        high = np.clip(self._high[rows] - start, 0, len(chances))
        count = np.maximum(high - low, 1)[:, None].astype(np.float32)
        means: Floats = (summed[high] - summed[low]) / count
        means[high == low] = (1, 0, 0, 0)
        return Labelling(top=top, rows=rows, chances=means)
