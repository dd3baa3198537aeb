"""From labels to claims: who is credited with which tokens, by which cue."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from inquit.attribution.finding.encoder.reading import CONTENT, CUE, SOURCE, Labelling
from inquit.attribution.finding.mbr_decoding import Contents, Grid, contents_of
from inquit.attribution.finding.token_table import Floats, Ints, TokenTable

LEVELS = (np.arange(24, dtype=np.float32) + 0.5) / 24
"""Probabilities above which rows are content, each giving one content to weigh."""
SOURCE_FLOOR = 0.35
CUE_FLOOR = 0.5
"""Least probability of a token that is taken into a source, a cue."""

HOLE_FLOOR = 0.3
"""Least probability of each token that fills a hole in a content."""
LONGEST_HOLE = 8
"""Most tokens of such a hole."""

_ARTICLES = ("DT", "PRP$")
_PUNCTUATION = ("''", ",", ".", ":", "-LRB-", "-RRB-", "HYPH", "NFP", "``", "_SP")


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
        holds_more_than_runs: words outside of quotations belong to the content.
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
    holds_more_than_runs: bool = False

    def likeness(self) -> float:
        """Return how like the true content this one is to be expected, from 0 to 1."""
        return self.drawn.likeness(self.content)


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
    apart = {*cue.tolist(), *source.tolist()}
    likely = rows[chances[:, CONTENT] >= HOLE_FLOOR]
    content = drawn.best() - apart
    return Claim(
        content=content | _holes(content, set(likely.tolist()) - apart, table),
        cue=cue,
        source=source,
        source_chance=weight,
        chance=chance,
        speech=speech,
        top=labelling.top,
        runs=set(),
        drawn=drawn,
    )


def _holes(content: set[int], likely: set[int], table: TokenTable) -> set[int]:
    """Return the rows that a content leaves out inside of a sentence, though they may belong to it.

    Args:
        content: rows of the content.
        likely: rows that may be filled in; neither the cue's nor the source's.
        table: the tokens.
    """
    holes: set[int] = set()
    for before, after in pairwise(sorted(content)):
        hole = set(range(before + 1, after))
        together = table.paragraph[before] == table.paragraph[after]
        if 0 < len(hole) <= LONGEST_HOLE and hole <= likely and together:
            holes |= hole
    return holes


def letters(table: TokenTable, rows: Ints) -> Floats:
    """Return how wide each of some rows is, nothing for punctuation."""
    words = [not table.tags[row].startswith(_PUNCTUATION) for row in rows.tolist()]
    width: Floats = ((table.end[rows] - table.start[rows]) * words).astype(np.float32)
    return width


def _whole_runs(labelling: Labelling, table: TokenTable) -> Grid:
    """Return which rows are content in each draw, a run in the window held whole or not at all."""
    rows = labelling.rows
    held: Grid = labelling.chances[:, CONTENT, None] > LEVELS
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
        if table.tags[row].startswith(_ARTICLES)
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
    bare = [row for row in claim.content if int(table.run[row]) not in claim.runs]
    claim.holds_more_than_runs = bool(letters(table, np.array(bare, np.int64)).any())


def run_rows(table: TokenTable, run: int) -> Ints:
    """Return the rows of a quoted run, marks included."""
    low = int(np.searchsorted(table.end, table.runs[run].outer.start, side="right"))
    high = int(np.searchsorted(table.start, table.runs[run].outer.end, side="left"))
    return np.arange(low, high)
