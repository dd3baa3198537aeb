"""From labels to claims: who is credited with which tokens, by which cue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inquit.attribution.tagger.reading import CONTENT, CUE, SOURCE, Labelling
from inquit.attribution.tagger.table import Floats, Ints, TokenTable

CONTENT_FLOOR = 0.42
QUOTED_FLOOR = 0.6
"""Least probability of a token that is taken into a content without, with a quoted run."""
NEGLIGIBLE = 0.02
CRUMB = 0.7
APART = 2
"""A stretch this likely is kept though more than so many other tokens part it from the main."""
SOURCE_FLOOR = 0.35
CUE_FLOOR = 0.5
"""Least probability of a token that is taken into a source, a cue."""


@dataclass(slots=True, kw_only=True)
class Claim:
    """Words credited to somebody; contents still grow and shrink.

    Attributes:
        content: rows of the words.
        cue: rows of the reporting words, none where a run stands alone.
        source: rows of who is credited, none where this place does not say.
        source_chance: mean probability of the source's rows.
        chance: probability that the anchor reports anything.
        speech: probability that it reports speech, given that it reports anything.
        top: row of the cue's head token, -1 without a cue.
        method: how it was found.
        runs: the quoted runs it holds.
        weights: probability of each row of the window to be content, where it is not negligible.
    """

    content: set[int]
    cue: Ints
    source: Ints
    source_chance: float
    chance: float
    speech: float
    top: int
    method: str
    runs: set[int]
    weights: dict[int, float]

    def expected_likeness(self, content: set[int]) -> float:
        """Return how like the true content some rows are to be expected, from 0 to 1.

        The probable rows among them, by all that are among them or probable.
        """
        inside = sum(self.weights.get(row, 0.0) for row in content)
        missed = sum(weight for row, weight in self.weights.items() if row not in content)
        return inside / (len(content) + missed) if content else 0.0


def claim_of(
    labelling: Labelling, table: TokenTable, *, chance: float, speech: float, method: str
) -> Claim:
    """Return what an anchor claims by its labels.

    Args:
        labelling: the anchor's window.
        table: the tokens.
        chance: probability that the anchor reports anything.
        speech: probability that what it reports is speech.
        method: how it was found.
    """
    rows, chances = labelling.rows, labelling.chances
    sure = chances[:, CONTENT] > QUOTED_FLOOR
    quoted = bool((table.inside[rows] & sure).any())
    held = sure if quoted else chances[:, CONTENT] > CONTENT_FLOOR
    content = set(_without_crumbs(rows, chances, held).tolist())
    source, weight = best_stretch(rows, chances[:, SOURCE])
    cue = rows[chances[:, CUE] > CUE_FLOOR]
    return Claim(
        content=content,
        cue=cue,
        source=source,
        source_chance=weight,
        chance=chance,
        speech=speech,
        top=labelling.anchor.top,
        method=method,
        runs=set(),
        weights={
            row: weight
            for row, weight in zip(rows.tolist(), chances[:, CONTENT].tolist(), strict=True)
            if weight > NEGLIGIBLE
        },
    )


def _without_crumbs(rows: Ints, chances: Floats, held: npt.NDArray[np.bool_]) -> Ints:
    """Return the held rows but for stretches that are unlikely and stand apart from the main one.

    Apart is what has other words than source and cue between itself and the main stretch.
    """
    at = np.flatnonzero(held)
    if not len(at):
        return rows[at]
    other = np.cumsum(chances[:, 0] > 0.5)
    groups = np.split(at, np.flatnonzero(np.diff(at) > 1) + 1)
    main = max(groups, key=lambda group: float(chances[group, CONTENT].sum()))
    kept = [
        group
        for group in groups
        if abs(int(other[group[0]]) - int(other[main[0]])) <= APART
        or float(chances[group, CONTENT].mean()) > CRUMB
    ]
    return rows[np.concatenate(kept)]


def best_stretch(rows: Ints, chances: Floats) -> tuple[Ints, float]:
    """Return the consecutive rows most likely to be the source, and their peak probability."""
    above = np.flatnonzero(chances > SOURCE_FLOOR)
    if not len(above):
        return above, float(1 - chances.max(initial=0.0))
    groups = np.split(above, np.flatnonzero(np.diff(above) > 1) + 1)
    best = max(groups, key=lambda group: float(chances[group].max()) + 0.01 * len(group))
    return rows[best], float(chances[best].max())


def snap(claim: Claim, table: TokenTable) -> None:
    """Make a claim hold whole runs: all of one of which it has half, nothing of any other."""
    touched = {int(table.run[row]) for row in claim.content} - {-1}
    own = int(table.run[claim.top]) if claim.top >= 0 and claim.method == "cue" else -1
    claim.runs = set()
    for run in touched - {own}:
        rows = run_rows(table, run)
        width = table.end[rows] - table.start[rows]
        held = np.array([row in claim.content for row in rows.tolist()])
        if 2 * width[held].sum() >= width.sum():
            claim.content.update(rows.tolist())
            claim.runs.add(run)
        else:
            claim.content.difference_update(rows.tolist())


def run_rows(table: TokenTable, run: int) -> Ints:
    """Return the rows of a quoted run, marks included."""
    low = int(np.searchsorted(table.end, table.runs[run].outer.start, side="right"))
    high = int(np.searchsorted(table.start, table.runs[run].outer.end, side="left"))
    return np.arange(low, high)
