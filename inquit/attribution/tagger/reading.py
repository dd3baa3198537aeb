"""What the networks say of a stretch of paragraphs, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from inquit.attribution.tagger.field import Draws, fields_together
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.recurrent import read_together
from inquit.attribution.tagger.table import Floats, Ints, TokenTable
from inquit.attribution.tagger.windows import Windows, windows_of

SOURCE, CONTENT, CUE = 1, 2, 3
"""Columns of a labelling's chances; column 0 is none of these."""
DRAWS = 24
"""Labellings drawn of each network."""
MOST_CELLS = 12_000
"""Cells that networks read in step at once; one alone may read more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """One cue's window as labelled.

    Attributes:
        top: row of the cue's head token.
        rows: the window's rows in the token table, consecutive.
        chances: for each of the rows the probability of each label.
        draws: for each of the rows its label in each of the labellings drawn.
    """

    top: int
    rows: Ints
    chances: Floats
    draws: Draws


class Reader:
    """Reads one token table with one or several networks, whose probabilities are averaged."""

    def __init__(self, networks: tuple[Network, ...], table: TokenTable) -> None:
        self._networks = networks
        self._field = fields_together([network.field for network in networks])
        self._table = table
        self._bridged: list[Floats] = []
        each = []
        for group in _groups(networks, len(table)):
            drives = [one.drive(table.features, table.tensor) for one in group]
            states = read_together([one.reader for one in group], drives, table.bounds)
            self._bridged += [n.bridged(s) for n, s in zip(group, states, strict=True)]
            each += [n.cue_chances(s) for n, s in zip(group, states, strict=True)]
        self.cue_chances: Floats = sum(each[1:], each[0]) / np.float32(len(each))

    def label(self, tops: Sequence[int]) -> list[Labelling]:
        """Return the labellings of cues by their head tokens' rows, in their order."""
        if not tops:
            return []
        windows = windows_of(self._table, tops)
        chance = _chance(int(np.diff(windows.bounds).max()))
        read, drawn = self._field.read(self._emissions(windows), windows.bounds, chance)
        chances, draws = read.mean(axis=0), np.concatenate(list(drawn), axis=1)
        return [
            Labelling(top=top, rows=windows.rows[a:b], chances=chances[a:b], draws=draws[a:b])
            for top, (a, b) in zip(tops, pairwise(windows.bounds.tolist()), strict=True)
        ]

    def _emissions(self, windows: Windows) -> Floats:
        """Return the scores [networks, cells, labels] of windows."""
        bridged, scores = iter(self._bridged), []
        for group in _groups(self._networks, len(windows.rows)):
            drives = [one.labeller_drive(next(bridged), windows) for one in group]
            states = read_together([one.labeller for one in group], drives, windows.bounds)
            scores += [one.scores(s) for one, s in zip(group, states, strict=True)]
        return np.stack(scores)


def _groups(networks: tuple[Network, ...], cells: int) -> Iterator[tuple[Network, ...]]:
    """Yield networks in groups that together read no more cells than memory is meant to hold."""
    size = max(1, MOST_CELLS // max(1, cells))
    for first in range(0, len(networks), size):
        yield networks[first : first + size]


def _chance(steps: int) -> Floats:
    """Return the same numbers between 0 and 1 each time, evenly spread at each step."""
    chance = np.random.default_rng(DRAWS)
    even = (np.arange(DRAWS, dtype=np.float32) + 0.5) / DRAWS
    return chance.permuted(np.repeat(even[None], steps, axis=0), axis=1)
