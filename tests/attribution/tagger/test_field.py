"""The random field against the sum over all labellings."""

from itertools import pairwise, product

import numpy as np

from inquit.attribution.tagger.field import marginals


def test_marginals_equal_the_sum_over_all_labellings() -> None:
    chance = np.random.default_rng(3)
    bounds = np.array([0, 1, 5, 8])
    emissions = chance.normal(size=(8, 3)).astype(np.float32)
    moves = chance.normal(size=(3, 3)).astype(np.float32)
    begin, finish = chance.normal(size=(2, 3)).astype(np.float32)
    found = marginals(emissions, bounds, moves=moves, begin=begin, finish=finish)
    for start, end in pairwise(bounds):
        expected = np.zeros((end - start, 3))
        for path in product(range(3), repeat=int(end - start)):
            score = begin[path[0]] + finish[path[-1]]
            score += sum(emissions[start + at, label] for at, label in enumerate(path))
            score += sum(moves[a, b] for a, b in pairwise(path))
            for at, label in enumerate(path):
                expected[at, label] += np.exp(score)
        expected /= expected.sum(axis=1, keepdims=True)
        np.testing.assert_allclose(found[start:end], expected, atol=1e-4)
