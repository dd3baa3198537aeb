"""A linear-chain conditional random field (Lafferty et al., 2001), in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inquit.attribution.tagger.table import Floats, Ints

Draws = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The scores of labels beside each other, of one network or of several.

    Attributes:
        moves: [networks, from label, to label].
        begin: [networks, labels], of each label at a window's start.
        finish: [networks, labels], of each label at a window's end.
    """

    moves: Floats
    begin: Floats
    finish: Floats

    def read(self, emissions: Floats, bounds: Ints, chance: Floats) -> tuple[Floats, Draws]:
        """Return each cell's probability of each label, and whole labellings drawn by chance.

        By the forward-backward algorithm, and by sampling backward from the forward pass.

        Args:
            emissions: [networks, cells, labels], windows laid end to end.
            bounds: where each window starts, and after the last its end.
            chance: [at least the longest window, draws], uniform from 0 to 1; the same for each
                window, so that what a window gives does not depend on those beside it.

        Returns:
            [networks, cells, labels] and [networks, cells, draws].
        """
        lengths = np.diff(bounds)
        order = np.argsort(-lengths, kind="stable")
        lengths, first = lengths[order], bounds[:-1][order]
        counts = np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left").tolist()
        chances = np.exp(emissions - emissions.max(axis=2, keepdims=True))
        forward = self._forward(chances, first, counts)
        backward = self._backward(chances, first + lengths - 1, counts)
        both: Floats = forward * backward
        both /= both.sum(axis=2, keepdims=True)
        return both, self._draws(forward, first + lengths - 1, counts, chance)

    def _forward(self, chances: Floats, first: Ints, counts: list[int]) -> Floats:
        forward, steps = np.empty_like(chances), np.exp(self.moves)
        alpha = np.exp(self.begin)[:, None] * chances[:, first]
        for at, count in enumerate(counts):
            rows = first[:count] + at
            if at:
                alpha = (alpha[:, :count] @ steps) * chances[:, rows]
            alpha /= alpha.sum(axis=2, keepdims=True)
            forward[:, rows] = alpha
        return forward

    def _backward(self, chances: Floats, ends: Ints, counts: list[int]) -> Floats:
        backward, steps = np.empty_like(chances), np.exp(self.moves).swapaxes(1, 2)
        beta = np.repeat(np.exp(self.finish)[:, None], len(ends), axis=1)
        beta /= beta.sum(axis=2, keepdims=True)
        for at, count in enumerate(counts):
            rows = ends[:count] - at
            if at:
                beta = (beta[:, :count] * chances[:, rows + 1]) @ steps
                beta /= beta.sum(axis=2, keepdims=True)
            backward[:, rows] = beta
        return backward

    def _draws(self, forward: Floats, ends: Ints, counts: list[int], chance: Floats) -> Draws:
        drawn = np.empty((*forward.shape[:2], chance.shape[1]), np.int8)
        onward = np.exp(self.moves).swapaxes(1, 2)
        each = np.arange(len(onward))[:, None, None]
        after = np.repeat(np.exp(self.finish)[:, None, None], len(ends), axis=1)
        for at, count in enumerate(counts):
            rows = ends[:count] - at
            ladder = np.cumsum(forward[:, rows][:, :, None] * after[:, :count], axis=3)
            labels = (ladder[..., :-1] < chance[at][:, None] * ladder[..., -1:]).sum(axis=3)
            drawn[:, rows] = labels
            after = onward[each, labels]
        return drawn


def fields_together(fields: Sequence[Field]) -> Field:
    """Return the fields of several networks as one."""
    return Field(
        moves=np.concatenate([one.moves for one in fields]),
        begin=np.concatenate([one.begin for one in fields]),
        finish=np.concatenate([one.finish for one in fields]),
    )
