"""Marginals of a linear-chain conditional random field (Lafferty et al., 2001), in numpy."""

from __future__ import annotations

import numpy as np

from inquit.attribution.tagger.table import Floats, Ints


def marginals(
    emissions: Floats, bounds: Ints, *, moves: Floats, begin: Floats, finish: Floats
) -> Floats:
    """Return each cell's probability of each label, by the forward-backward algorithm.

    Args:
        emissions: [cells, labels], windows laid end to end.
        bounds: where each window starts, and after the last its end.
        moves: [from label, to label].
        begin: score of a label at a window's start.
        finish: score of a label at a window's end.
    """
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    lengths, first = lengths[order], bounds[:-1][order]
    peak = emissions.max(axis=1, keepdims=True)
    chances = np.exp(emissions - peak)
    steps = np.exp(moves)
    longest = int(lengths[0])
    counts = np.searchsorted(-lengths, -np.arange(longest), side="left").tolist()
    forward, backward = np.empty_like(chances), np.empty_like(chances)
    alpha = np.exp(begin) * chances[first]
    for at in range(longest):
        rows = first[: counts[at]] + at
        if at:
            alpha = (alpha[: counts[at]] @ steps) * chances[rows]
        alpha /= alpha.sum(axis=1, keepdims=True)
        forward[rows] = alpha
    ends = first + lengths - 1
    beta = np.repeat(np.exp(finish)[None], len(first), axis=0)
    beta /= beta.sum(axis=1, keepdims=True)
    for at in range(longest):
        rows = ends[: counts[at]] - at
        if at:
            beta = (beta[: counts[at]] * chances[rows + 1]) @ steps.T
            beta /= beta.sum(axis=1, keepdims=True)
        backward[rows] = beta
    both: Floats = forward * backward
    both /= both.sum(axis=1, keepdims=True)
    return both
