"""The surroundings of an anchor: which tokens the second network reads, and how they lie to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.table import DEPS, Ints, TokenTable

CUE_KIND, RUN_KIND = 0, 1
"""What an anchor is: the head token of a cue, or a whole quoted run."""
REACH = {CUE_KIND: (60, 80, 1), RUN_KIND: (80, 40, 2)}
"""Tokens to the left and to the right of an anchor, and paragraphs on either side."""
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
    "kind": 2,
    "twig": len(DEPS) + 1,
}
"""The columns of Windows.relations, in order, and how many values each can take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a window is about: rows [first, last), governed by the token at row top."""

    first: int
    last: int
    top: int
    kind: int


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


def cue_anchor(row: int) -> Anchor:
    """Return the anchor of a cue's head token."""
    return Anchor(first=row, last=row + 1, top=row, kind=CUE_KIND)


def run_anchor(table: TokenTable, number: int) -> Anchor | None:
    """Return the anchor of a quoted run, None where no token lies in it."""
    rows = np.flatnonzero(table.run == number)
    if not len(rows):
        return None
    first, last = int(rows[0]), int(rows[-1]) + 1
    heads = table.head[first:last]
    outside = (heads < first) | (heads >= last) | (heads == np.arange(first, last))
    body = outside & table.inside[first:last]
    choice = np.flatnonzero(body if body.any() else outside)
    top = first + int(choice[0]) if len(choice) else first
    return Anchor(first=first, last=last, top=top, kind=RUN_KIND)


def windows_of(table: TokenTable, anchors: list[Anchor]) -> Windows:
    """Return the windows of anchors, in the order of the anchors."""
    starts = np.searchsorted(table.paragraph, np.arange(int(table.paragraph[-1]) + 2))
    last = len(starts) - 2
    bounds, rows = [0], []
    for anchor in anchors:
        left, right, near = REACH[anchor.kind]
        here = int(table.paragraph[anchor.first])
        low = max(anchor.first - left, int(starts[max(here - near, 0)]))
        high = min(anchor.last + right, int(starts[min(here + near, last) + 1]))
        rows.append(np.arange(low, high))
        bounds.append(bounds[-1] + high - low)
    cells = np.concatenate(rows)
    sizes = np.diff(bounds)
    spread = [
        np.repeat(np.array([getattr(anchor, name) for anchor in anchors]), sizes)
        for name in ("first", "last", "top", "kind")
    ]
    relations = _relations(table, cells, *spread)
    return Windows(rows=cells, bounds=np.array(bounds), relations=np.stack(relations, axis=1))


def _relations(
    table: TokenTable, cells: Ints, first: Ints, last: Ints, top: Ints, kind: Ints
) -> list[Ints]:
    before, after = np.maximum(first - cells, 0), np.maximum(cells - last + 1, 0)
    distance = np.searchsorted(_STEPS, before, side="right")
    ahead = np.searchsorted(_STEPS, after, side="right")
    distance = np.where(ahead > 0, ahead + len(_STEPS), distance)
    shift = np.sign(table.paragraph[cells] - table.paragraph[first])
    same = table.sentence[cells] == table.sentence[top]
    zone = np.where(same, 3, shift + 1)
    branch, twig = _branch(table, cells, top)
    return [distance, zone, branch, _quotation(table, cells, first, top), kind, twig]


def _branch(table: TokenTable, cells: Ints, top: Ints) -> tuple[Ints, Ints]:
    """Return by which branch of the anchor, or of its governor, each cell hangs; and its fork."""
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


def _quotation(table: TokenTable, cells: Ints, first: Ints, top: Ints) -> Ints:
    """Return how the run each cell lies in stands to the anchor: its own, next to it, farther."""
    opened = np.maximum.accumulate(table.run)
    run, own, passed = table.run[cells], table.run[top], opened[first]
    kind = np.where(run < passed, 4, 5)
    kind = np.where(run == passed, 2, kind)
    kind = np.where(run == passed + 1, 3, kind)
    kind = np.where(run == own, 1, kind)
    kind = np.where((own >= 0) & (run == own - 1), 2, kind)
    return np.where(run < 0, 0, kind)
