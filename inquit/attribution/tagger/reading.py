"""What the networks say of a stretch of paragraphs, before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from inquit.attribution.tagger.field import Draws
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.table import Floats, Ints, TokenTable
from inquit.attribution.tagger.windows import windows_of

SOURCE, CONTENT, CUE = 1, 2, 3
"""Columns of a labelling's chances; column 0 is none of these."""
DRAWS = 24
"""Labellings drawn of each network."""


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
        self._table = table
        states = [n.states(table.features, table.tensor, table.bounds) for n in networks]
        self._bridged = [n.bridged(s) for n, s in zip(networks, states, strict=True)]
        each = [n.cue_chances(s) for n, s in zip(networks, states, strict=True)]
        self.cue_chances: Floats = sum(each[1:], each[0]) / np.float32(len(each))

    def label(self, tops: Sequence[int]) -> list[Labelling]:
        """Return the labellings of cues by their head tokens' rows, in their order."""
        if not tops:
            return []
        windows = windows_of(self._table, tops)
        chance = _chance(int(np.diff(windows.bounds).max()))
        read = [
            network.field.read(network.label(bridged, windows), windows.bounds, chance)
            for network, bridged in zip(self._networks, self._bridged, strict=True)
        ]
        chances = sum((one[0] for one in read[1:]), read[0][0]) / np.float32(len(read))
        draws = np.concatenate([one[1] for one in read], axis=1)
        return [
            Labelling(top=top, rows=windows.rows[a:b], chances=chances[a:b], draws=draws[a:b])
            for top, (a, b) in zip(tops, pairwise(windows.bounds.tolist()), strict=True)
        ]


def _chance(steps: int) -> Floats:
    """Return the same numbers between 0 and 1 each time, evenly spread at each step."""
    chance = np.random.default_rng(DRAWS)
    even = (np.arange(DRAWS, dtype=np.float32) + 0.5) / DRAWS
    return chance.permuted(np.repeat(even[None], steps, axis=0), axis=1)
