"""A bidirectional LSTM over many stretches at once, in numpy.

Stretches are sorted by length and read in step, so that each step is one product of matrices
and padding costs nothing. Hochreiter and Schmidhuber (1997), gates as in PyTorch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inquit.attribution.tagger.table import Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """Weights of both directions, gates in the order input, forget, output, cell.

    The first three gates are scaled by one half, so that a single tanh serves all four.

    Attributes:
        inward: [size, 8 * hidden], onward direction first.
        across: [2, hidden, 4 * hidden].
        bias: [8 * hidden].
    """

    inward: Floats
    across: Floats
    bias: Floats

    def read(self, cells: Floats, bounds: Ints) -> Floats:
        """Return the states [cells, 2 * hidden] of stretches laid end to end.

        Args:
            cells: [cells, size].
            bounds: where each stretch starts, and after the last its end.
        """
        return self.read_projected(cells @ self.inward, bounds)

    def read_projected(self, drive: Floats, bounds: Ints) -> Floats:
        """Return the states for cells that are multiplied by `inward` already."""
        return read_together([self], [drive], bounds)[0]


def read_together(
    layers: Sequence[Recurrence], drives: Sequence[Floats], bounds: Ints
) -> list[Floats]:
    """Return the states of layers of one size that read the same stretches, all in step.

    Args:
        layers: the layers.
        drives: for each of them [cells, 8 * hidden], the cells multiplied by its `inward`.
        bounds: where each stretch starts, and after the last its end.
    """
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    lengths, begin = lengths[order], bounds[:-1][order]
    steps = np.arange(int(lengths[0]))
    counts = np.searchsorted(-lengths, -steps, side="left")
    hidden = layers[0].across.shape[1]
    step = np.repeat(steps, counts)
    edges = np.concatenate([[0], np.cumsum(counts)])
    rank = np.arange(len(step)) - np.repeat(edges[:-1], counts)
    ahead, behind = begin[rank] + step, begin[rank] + lengths[rank] - 1 - step
    packed = np.empty((2 * len(layers), len(step), 4 * hidden), np.float32)
    for number, (layer, drive) in enumerate(zip(layers, drives, strict=True)):
        packed[2 * number] = drive[ahead, : 4 * hidden]
        packed[2 * number + 1] = drive[behind, 4 * hidden :]
        packed[2 * number : 2 * number + 2] += layer.bias.reshape(2, 1, 4 * hidden)
    states = _steps(np.concatenate([layer.across for layer in layers]), packed, counts, edges)
    found = []
    for number in range(len(layers)):
        out = np.empty((len(step), 2 * hidden), np.float32)
        out[ahead, :hidden] = states[2 * number]
        out[behind, hidden:] = states[2 * number + 1]
        found.append(out)
    return found


def _steps(across: Floats, packed: Floats, counts: Ints, edges: Ints) -> Floats:
    """Return the states [directions, cells, hidden], cells packed step by step."""
    hidden = across.shape[1]
    states = np.empty((*packed.shape[:2], hidden), np.float32)
    state = np.zeros((len(packed), int(counts[0]), hidden), np.float32)
    cell = np.zeros_like(state)
    for count, edge in zip(counts.tolist(), edges.tolist(), strict=False):
        gates = np.matmul(state[:, :count], across)
        gates += packed[:, edge : edge + count]
        np.tanh(gates, out=gates)
        opened = gates[..., : 3 * hidden]
        opened *= 0.5
        opened += 0.5
        cell = cell[:, :count] * opened[..., hidden : 2 * hidden]
        cell += opened[..., :hidden] * gates[..., 3 * hidden :]
        state = np.tanh(cell)
        state *= opened[..., 2 * hidden :]
        states[:, edge : edge + count] = state
    return states
