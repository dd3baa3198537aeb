"""The random field against the sum over all labellings."""

from itertools import pairwise, product

import numpy as np

from inquit.attribution.tagger.field import Field, fields_together

BOUNDS = np.array([0, 1, 5, 8])


def _field(chance: np.random.Generator) -> Field:
    return Field(
        moves=chance.normal(size=(1, 3, 3)).astype(np.float32),
        begin=chance.normal(size=(1, 3)).astype(np.float32),
        finish=chance.normal(size=(1, 3)).astype(np.float32),
    )


def _expected(field: Field, emissions: np.ndarray) -> np.ndarray:
    """Each cell's chances by the sum over all labellings of one window."""
    size = len(emissions)
    expected = np.zeros((size, 3))
    for path in product(range(3), repeat=size):
        score = field.begin[0, path[0]] + field.finish[0, path[-1]]
        score += sum(emissions[at, label] for at, label in enumerate(path))
        score += sum(field.moves[0, a, b] for a, b in pairwise(path))
        for at, label in enumerate(path):
            expected[at, label] += np.exp(score)
    return expected / expected.sum(axis=1, keepdims=True)


def test_marginals_equal_the_sum_over_all_labellings() -> None:
    chance = np.random.default_rng(3)
    emissions = chance.normal(size=(8, 3)).astype(np.float32)
    field = _field(chance)
    (found,), _ = field.read(emissions[None], BOUNDS, chance.random((5, 2), np.float32))
    for start, end in pairwise(BOUNDS):
        expected = _expected(field, emissions[start:end])
        np.testing.assert_allclose(found[start:end], expected, atol=1e-4)


def test_labellings_are_drawn_as_often_as_they_are_likely() -> None:
    chance = np.random.default_rng(4)
    emissions = chance.normal(size=(8, 3)).astype(np.float32)
    field = _field(chance)
    (found,), (draws,) = field.read(emissions[None], BOUNDS, chance.random((5, 4000), np.float32))
    shares = np.stack([(draws == label).mean(axis=1) for label in range(3)], axis=1)
    np.testing.assert_allclose(shares, found, atol=0.04)


def test_a_window_gives_the_same_whatever_stands_beside_it() -> None:
    chance = np.random.default_rng(5)
    emissions = chance.normal(size=(8, 3)).astype(np.float32)
    field, uniform = _field(chance), chance.random((5, 6), np.float32)
    _, (together,) = field.read(emissions[None], BOUNDS, uniform)
    _, (alone,) = field.read(emissions[None, 1:5], np.array([0, 4]), uniform)
    np.testing.assert_array_equal(together[1:5], alone)


def test_fields_read_together_give_what_each_gives_alone() -> None:
    chance = np.random.default_rng(6)
    fields = [_field(chance) for _ in range(3)]
    emissions = chance.normal(size=(3, 8, 3)).astype(np.float32)
    uniform = chance.random((5, 6), np.float32)
    chances, draws = fields_together(fields).read(emissions, BOUNDS, uniform)
    for number, field in enumerate(fields):
        alone = field.read(emissions[number][None], BOUNDS, uniform)
        np.testing.assert_allclose(chances[number], alone[0][0], atol=1e-6)
        np.testing.assert_array_equal(draws[number], alone[1][0])
