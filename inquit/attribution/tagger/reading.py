"""What the networks say of a stretch of paragraphs, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.field import Draws
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.table import Floats, Ints, TokenTable
from inquit.attribution.tagger.windows import RUN_KIND, Anchor, windows_of

SOURCE, CONTENT, CUE = 1, 2, 3
"""Columns of a labelling's chances; column 0 is none of these."""
DRAWS = 24
"""Labellings drawn of each network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """One anchor's window as labelled.

    Attributes:
        anchor: what it is about.
        rows: the window's rows in the token table, consecutive.
        chances: for each of the rows the probability of each label.
        draws: for each of the rows its label in each of the labellings drawn.
        accepted: probability that the run is a quote; 1 for a cue.
    """

    anchor: Anchor
    rows: Ints
    chances: Floats
    draws: Draws
    accepted: float


class Reader:
    """Reads one token table with one or several networks, whose probabilities are averaged."""

    def __init__(self, networks: tuple[Network, ...], table: TokenTable) -> None:
        self._networks = networks
        self._table = table
        states = [n.states(table.features, table.tensor, table.bounds) for n in networks]
        self._bridged = [n.bridged(s) for n, s in zip(networks, states, strict=True)]
        each = [n.cue_chances(s) for n, s in zip(networks, states, strict=True)]
        self.cue_chances: Floats = sum(each[1:], each[0]) / np.float32(len(each))

    def label(self, anchors: list[Anchor]) -> list[Labelling]:
        """Return the labellings of anchors, in their order."""
        if not anchors:
            return []
        windows = windows_of(self._table, anchors)
        chance = _chance(int(np.diff(windows.bounds).max()))
        each = [
            network.label(bridged, windows)
            for network, bridged in zip(self._networks, self._bridged, strict=True)
        ]
        read = [
            network.field.read(emissions, windows.bounds, chance)
            for network, (emissions, _) in zip(self._networks, each, strict=True)
        ]
        chances = sum((one[0] for one in read[1:]), read[0][0]) / np.float32(len(each))
        draws = np.concatenate([one[1] for one in read], axis=1)
        found = []
        for number, anchor in enumerate(anchors):
            a, b = int(windows.bounds[number]), int(windows.bounds[number + 1])
            rows = windows.rows[a:b]
            accepted = 1.0
            if anchor.kind == RUN_KIND:
                low, high = anchor.first - rows[0] + a, anchor.last - rows[0] + a
                votes = [
                    network.accept(states[low:high])
                    for network, (_, states) in zip(self._networks, each, strict=True)
                ]
                accepted = sum(votes) / len(votes)
            found.append(
                Labelling(
                    anchor=anchor,
                    rows=rows,
                    chances=chances[a:b],
                    draws=draws[a:b],
                    accepted=accepted,
                )
            )
        return found


def _chance(steps: int) -> Floats:
    """Return the same numbers between 0 and 1 each time, evenly spread at each step."""
    chance = np.random.default_rng(DRAWS)
    even = (np.arange(DRAWS, dtype=np.float32) + 0.5) / DRAWS
    return chance.permuted(np.repeat(even[None], steps, axis=0), axis=1)
