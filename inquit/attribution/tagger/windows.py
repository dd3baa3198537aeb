"""The surroundings of a cue: which tokens the second network reads, and how they lie to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.table import DEPS, Ints, TokenTable

LEFT, RIGHT, NEAR = 60, 80, 1
"""Tokens to the left and to the right of a cue, and paragraphs on either side."""
CLIMB = 12
"""Steps up the tree after which a token counts as unrelated."""

_DEP = 6
_STEPS = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 24, 40])
_BRANCHES = len(DEPS) + 1
RELATIONS = {
    "distance": 2 * len(_STEPS) + 1,
    "zone": 6,
    "branch": 2 * _BRANCHES + 2,
    "quotation": 6,
    "twig": len(DEPS) + 1,
}
"""The columns of Windows.relations, in order, and how many values each can take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """Windows laid end to end: the i-th is the slice [bounds[i], bounds[i + 1]).

    Attributes:
        rows: row in the token table of each cell.
        bounds: where each window starts, and after the last its end.
        relations: one column for each of RELATIONS.
    """

    rows: Ints
    bounds: Ints
    relations: Ints


def windows_of(table: TokenTable, tops: Sequence[int]) -> Windows:
    """Return the windows of cues, in their order.

    Args:
        table: the tokens.
        tops: row of each cue's head token.
    """
    starts = np.searchsorted(table.paragraph, np.arange(int(table.paragraph[-1]) + 2))
    last = len(starts) - 2
    bounds, rows = [0], []
    for top in tops:
        here = int(table.paragraph[top])
        low = max(top - LEFT, int(starts[max(here - NEAR, 0)]))
        high = min(top + 1 + RIGHT, int(starts[min(here + NEAR, last) + 1]))
        rows.append(np.arange(low, high))
        bounds.append(bounds[-1] + high - low)
    cells = np.concatenate(rows)
    relations = _relations(table, cells, np.repeat(np.array(tops), np.diff(bounds)))
    return Windows(rows=cells, bounds=np.array(bounds), relations=np.stack(relations, axis=1))


def _relations(table: TokenTable, cells: Ints, top: Ints) -> list[Ints]:
    before, after = np.maximum(top - cells, 0), np.maximum(cells - top, 0)
    distance = np.searchsorted(_STEPS, before, side="right")
    ahead = np.searchsorted(_STEPS, after, side="right")
    distance = np.where(ahead > 0, ahead + len(_STEPS), distance)
    shift = np.sign(table.paragraph[cells] - table.paragraph[top])
    same = table.sentence[cells] == table.sentence[top]
    zone = np.where(same, 3, shift + 1)
    branch, twig = _branch(table, cells, top)
    return [distance, zone, branch, _quotation(table, cells, top), twig]


def _branch(table: TokenTable, cells: Ints, top: Ints) -> tuple[Ints, Ints]:
    """Return by which branch of the cue, or of its governor, each cell hangs; and its fork."""
    dep = table.features[:, _DEP]
    governor = table.head[top]
    governed = governor != top
    found = np.zeros(len(cells), dtype=np.int64)
    twig = np.zeros(len(cells), dtype=np.int64)
    current, up, below = cells, top, cells
    for _ in range(CLIMB):
        above = table.head[current]
        open_ = (found == 0) & (above != current)
        under = open_ & (above == top)
        beside = open_ & ~under & governed & (above == governor) & (current != top)
        found = np.where(under, 1 + dep[current], found)
        found = np.where(beside, _BRANCHES + dep[current], found)
        twig = np.where((under | beside) & (current != cells), dep[below], twig)
        up = table.head[up]
        found = np.where((cells == up) & (cells != top), 2 * _BRANCHES, found)
        below, current = current, above
    return np.where(cells == top, 2 * _BRANCHES + 1, found), twig


def _quotation(table: TokenTable, cells: Ints, top: Ints) -> Ints:
    """Return how the run each cell lies in stands to the cue: its own, next to it, farther."""
    opened = np.maximum.accumulate(table.run)
    run, own, passed = table.run[cells], table.run[top], opened[top]
    kind = np.where(run < passed, 4, 5)
    kind = np.where(run == passed, 2, kind)
    kind = np.where(run == passed + 1, 3, kind)
    kind = np.where(run == own, 1, kind)
    kind = np.where((own >= 0) & (run == own - 1), 2, kind)
    return np.where(run < 0, 0, kind)
