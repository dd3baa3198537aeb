"""Of all contents that a report may have, the one most like the others to be expected.

Minimum Bayes risk decoding (Kumar and Byrne, 2004): whole labellings are drawn from the networks'
random fields; the content that has most in common with those drawn is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inquit.attribution.finding.token_table import Floats, Ints

Grid = npt.NDArray[np.bool_]

ALIKE = 0.8
"""Likeness from which two contents count as the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The contents that were drawn for one anchor.

    Attributes:
        rows: the window's rows in the token table, consecutive.
        letters: weight of each of the rows: its width if it is a word.
        grid: [contents, rows], which rows are in each; no two contents are equal.
        share: how often each of them was drawn, adding up to 1.
    """

    rows: Ints
    letters: Floats
    grid: Grid
    share: Floats

    def best(self) -> set[int]:
        """Return the rows of the content most like all others, weighted by their shares."""
        held = self.grid * self.letters
        shared = held @ self.grid.T
        sizes = held.sum(axis=1)
        alike = _ratio(shared, sizes[:, None] + sizes[None] - shared)
        return self._rows(int(np.argmax(_worth(alike) @ self.share)))

    def likeness(self, content: Collection[int]) -> float:
        """Return how like the true content some rows are to be expected, from 0 to 1."""
        return float(self._alike(content) @ self.share)

    def _alike(self, content: Collection[int]) -> Floats:
        """Return how like each of the contents some rows are; those outside the window differ."""
        mine = np.isin(self.rows, list(content)).astype(np.float32)
        outside = len(content) - int(mine.sum())
        held = self.grid * self.letters
        shared = held @ mine
        size = float(self.letters @ mine) + outside * float(self.letters.mean())
        whole = held.sum(axis=1) + size - shared
        return _ratio(shared.astype(np.float32), whole.astype(np.float32))

    def _rows(self, number: int) -> set[int]:
        return set(self.rows[self.grid[number]].tolist())


def contents_of(rows: Ints, letters: Floats, draws: Grid) -> Contents:
    """Return the different contents among those drawn.

    Args:
        rows: the window's rows.
        letters: weight of each of them.
        draws: [rows, draws], which rows are content in each draw.
    """
    # Rows as bytes are counted and put in order ten times as fast as by `np.unique`.
    drawn = Counter(row.tobytes() for row in np.packbits(draws.T, axis=1))
    contents = sorted(drawn)
    bits = np.frombuffer(b"".join(contents), np.uint8).reshape(len(contents), -1)
    grid = np.unpackbits(bits, axis=1, count=len(rows)).astype(np.bool_)
    counts = np.array([drawn[content] for content in contents])
    share = (counts / counts.sum()).astype(np.float32)
    return Contents(rows=rows, letters=letters, grid=grid, share=share)


def _worth(alike: Floats) -> Floats:
    """Return what a likeness is worth: itself, and as much again where it is near enough."""
    return alike + (alike >= ALIKE).astype(np.float32)


def _ratio(shared: Floats, whole: Floats) -> Floats:
    return (shared / np.maximum(whole, 1e-6)).astype(np.float32)
