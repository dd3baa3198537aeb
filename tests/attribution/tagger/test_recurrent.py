"""The LSTM in numpy against the textbook."""

import itertools

import numpy as np

from inquit.attribution.tagger.recurrent import Recurrence, read_together


def _recurrence(hidden: int = 3, size: int = 2, seed: int = 5) -> Recurrence:
    chance = np.random.default_rng(seed)
    return Recurrence(
        inward=chance.normal(size=(size, 8 * hidden)).astype(np.float32),
        across=chance.normal(size=(2, hidden, 4 * hidden)).astype(np.float32),
        bias=chance.normal(size=8 * hidden).astype(np.float32),
    )


def _plain(layer: Recurrence, cells: np.ndarray, *, side: int) -> np.ndarray:
    """One direction of the textbook's LSTM, a cell at a time."""
    hidden = layer.across.shape[1]
    part = slice(4 * hidden * side, 4 * hidden * (side + 1))
    state, memory, out = np.zeros(hidden), np.zeros(hidden), []
    for cell in cells if side == 0 else cells[::-1]:
        gates = cell @ layer.inward[:, part] + layer.bias[part] + state @ layer.across[side]
        into, forget, show = (1 / (1 + np.exp(-2 * one)) for one in np.split(gates, 4)[:3])
        memory = forget * memory + into * np.tanh(np.split(gates, 4)[3])
        state = show * np.tanh(memory)
        out.append(state)
    return np.array(out if side == 0 else out[::-1])


def test_stretches_read_together_give_what_each_gives_alone_by_the_textbook() -> None:
    layer = _recurrence()
    cells = np.random.default_rng(6).normal(size=(9, 2)).astype(np.float32)
    bounds = np.array([0, 2, 7, 8, 9])
    found = layer.read(cells, bounds)
    for start, end in itertools.pairwise(bounds):
        alone = [_plain(layer, cells[start:end], side=side) for side in (0, 1)]
        np.testing.assert_allclose(found[start:end], np.concatenate(alone, axis=1), atol=1e-5)


def test_layers_that_read_in_step_give_what_each_gives_alone() -> None:
    layers = [_recurrence(seed=seed) for seed in (5, 6, 7)]
    cells = np.random.default_rng(8).normal(size=(9, 2)).astype(np.float32)
    bounds = np.array([0, 2, 7, 8, 9])
    found = read_together(layers, [cells @ one.inward for one in layers], bounds)
    for layer, states in zip(layers, found, strict=True):
        np.testing.assert_allclose(states, layer.read(cells, bounds), atol=1e-6)
