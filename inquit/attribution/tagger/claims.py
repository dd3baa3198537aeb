"""From labels to claims: who is credited with which tokens, by which cue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.likeness import Contents, Grid, contents_of
from inquit.attribution.tagger.reading import CONTENT, CUE, SOURCE, Labelling
from inquit.attribution.tagger.table import TAG_COLUMN, Floats, Ints, TokenTable, tag_numbers

SOURCE_FLOOR = 0.35
CUE_FLOOR = 0.5
"""Least probability of a token that is taken into a source, a cue."""

_ARTICLES = tag_numbers("DT", "PRP$")
_PUNCTUATION = tag_numbers("''", ",", ".", ":", "-LRB-", "-RRB-", "HYPH", "NFP", "``", "_SP")


@dataclass(slots=True, kw_only=True)
class Claim:
    """Words credited to somebody; contents still grow and shrink.

    Attributes:
        content: rows of the words.
        cue: rows of the reporting words.
        source: rows of who is credited, none where this place does not say.
        source_chance: mean probability of the source's rows.
        chance: probability that the cue reports anything.
        speech: probability that it reports speech, given that it reports anything.
        top: row of the cue's head token.
        runs: the quoted runs it holds.
        drawn: what the content may be.
    """

    content: set[int]
    cue: Ints
    source: Ints
    source_chance: float
    chance: float
    speech: float
    top: int
    runs: set[int]
    drawn: Contents


def claim_of(labelling: Labelling, table: TokenTable, *, chance: float, speech: float) -> Claim:
    """Return what a cue claims by its labels.

    Args:
        labelling: the cue's window.
        table: the tokens.
        chance: probability that the cue reports anything.
        speech: probability that what it reports is speech.
    """
    rows, chances = labelling.rows, labelling.chances
    drawn = contents_of(rows, letters(table, rows), _whole_runs(labelling, table))
    source, weight = best_stretch(rows, chances[:, SOURCE])
    cue = rows[chances[:, CUE] > CUE_FLOOR]
    return Claim(
        content=drawn.best() - set(cue.tolist()) - set(source.tolist()),
        cue=cue,
        source=source,
        source_chance=weight,
        chance=chance,
        speech=speech,
        top=labelling.top,
        runs=set(),
        drawn=drawn,
    )


def letters(table: TokenTable, rows: Ints) -> Floats:
    """Return how wide each of some rows is, nothing for punctuation."""
    words = ~np.isin(table.features[rows, TAG_COLUMN], list(_PUNCTUATION))
    width: Floats = ((table.end[rows] - table.start[rows]) * words).astype(np.float32)
    return width


def _whole_runs(labelling: Labelling, table: TokenTable) -> Grid:
    """Return which rows are content in each draw, a run in the window held whole or not at all."""
    rows = labelling.rows
    held: Grid = labelling.draws == CONTENT
    runs = table.run[rows]
    width = (table.end[rows] - table.start[rows]).astype(np.float32)
    for run in set(runs.tolist()) - {-1, int(table.run[labelling.top])}:
        inside = runs == run
        held[inside] = 2 * (width[inside] @ held[inside]) >= width[inside].sum()
    return held


def best_stretch(rows: Ints, chances: Floats) -> tuple[Ints, float]:
    """Return the consecutive rows most likely to be the source, and their peak probability."""
    above = np.flatnonzero(chances > SOURCE_FLOOR)
    if not len(above):
        return above, float(1 - chances.max(initial=0.0))
    groups = np.split(above, np.flatnonzero(np.diff(above) > 1) + 1)
    best = max(groups, key=lambda group: float(chances[group].max()) + 0.01 * len(group))
    return rows[best], float(chances[best].max())


def with_articles(claim: Claim, table: TokenTable) -> set[int]:
    """Return the rows of a claim's content, with the articles of the nouns that it starts with."""
    apart = {*claim.cue.tolist(), *claim.source.tolist(), *claim.content}
    before = {row - 1 for row in claim.content if row > 0} - apart
    return claim.content | {
        row
        for row in before
        if int(table.features[row, TAG_COLUMN]) in _ARTICLES
        and int(table.head[row]) in claim.content
        and table.run[row] == table.run[row + 1]
        and table.paragraph[row] == table.paragraph[row + 1]
    }


def snap(claim: Claim, table: TokenTable) -> None:
    """Make a claim hold whole runs: all of one of which it has half, nothing of any other."""
    touched = {int(table.run[row]) for row in claim.content} - {-1}
    own = int(table.run[claim.top])
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
