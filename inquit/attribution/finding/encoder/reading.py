"""What the encoder says of the tokens of a stretch of paragraphs, before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.finding.encoder.arithmetic import Floats, Ints
from inquit.attribution.finding.encoder.network import Encoding, PairModel
from inquit.attribution.finding.encoder.pieces import PieceTable
from inquit.attribution.finding.token_table import TokenTable

SOURCE, CONTENT, CUE = 1, 2, 3
"""Columns of a labelling's chances; column 0 is none of these."""

LEFT, RIGHT = 144, 208
"""Wordpieces before and after an anchor that are labelled at most."""
NEAR_LEFT, NEAR_RIGHT = 80, 128
"""Those that are labelled at first; they hold all of 98 quotes in 100."""
AROUND = 1
"""Paragraphs before and after the anchor's beyond which nothing is labelled."""
EDGE = 0.2
"""Chance of a label at an edge of what was labelled from which more is."""
BATCH = 16
"""Anchors that are labelled together at most."""
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
        self, model: PairModel, table: TokenTable, pieces: PieceTable, encoding: Encoding
    ) -> None:
        """Take what was read.

        Args:
            model: the encoder.
            table: the tokens.
            pieces: the wordpieces of those of the same paragraphs that were read.
            encoding: what the model made of them.
        """
        self._model = model
        self._table = table
        self._encoding = encoding
        self._low = np.searchsorted(pieces.end, table.start, side="right")
        self._high = np.searchsorted(pieces.start, table.end, side="left")
        self._paragraphs = np.append(pieces.paragraphs, len(pieces))
        self.cue_chances: Floats = self._of_tokens(encoding.cues)
        self._anchor = self._anchors(encoding.cues)

    def label(self, tops: Sequence[int]) -> list[Labelling]:
        """Return the labellings of cues by their head tokens' rows, in their order."""
        anchors = self._anchor[list(tops)]
        starts, ends = self._windows(anchors, NEAR_LEFT, NEAR_RIGHT)
        labels = self._label(anchors, starts, ends)
        wide_starts, wide_ends = self._windows(anchors, LEFT, RIGHT)
        more = [
            n
            for n, chances in enumerate(labels)
            if (starts[n] > wide_starts[n] and chances[0, 1:].sum() > EDGE)
            or (ends[n] < wide_ends[n] and chances[-1, 1:].sum() > EDGE)
        ]
        starts[more], ends[more] = wide_starts[more], wide_ends[more]
        again = self._label(anchors[more], starts[more], ends[more])
        for n, chances in zip(more, again, strict=True):
            labels[n] = chances
        return [
            self._labelling(top, start, chances)
            for top, start, chances in zip(tops, starts.tolist(), labels, strict=True)
        ]

    def _windows(self, anchors: Ints, left: int, right: int) -> tuple[Ints, Ints]:
        """Return first row and end of what may be labelled around each anchor."""
        number = np.searchsorted(self._paragraphs, anchors, side="right") - 1
        first = self._paragraphs[np.maximum(number - AROUND, 0)]
        last = self._paragraphs[np.minimum(number + 1 + AROUND, len(self._paragraphs) - 1)]
        return np.maximum(anchors - left, first), np.minimum(anchors + right, last)

    def _label(self, anchors: Ints, starts: Ints, ends: Ints) -> list[Floats]:
        """Return the chances of the rows of each window; windows of like length go together."""
        order = np.argsort(ends - starts, kind="stable")
        found: dict[int, Floats] = {}
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            labels = self._model.label(self._encoding, anchors[batch], starts[batch], ends[batch])
            found.update(zip(batch.tolist(), labels, strict=True))
        return [found[n] for n in range(len(anchors))]

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
