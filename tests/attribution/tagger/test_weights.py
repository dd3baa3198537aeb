"""The weights that ship, and their inference in numpy against PyTorch."""

from importlib.resources import files
from pathlib import Path

import numpy as np

from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.weights import WEIGHTS, load_networks
from inquit.attribution.tagger.windows import Windows

MOST = 6_000_000


def _reference() -> dict[str, np.ndarray]:
    with np.load(Path(__file__).with_name("reference.npz"), allow_pickle=False) as stored:
        return dict(stored)


def _first() -> Network:
    return load_networks()[0][0]


def test_the_weights_are_small_enough_to_ship() -> None:
    assert 100_000 < len((files("inquit.attribution.tagger") / WEIGHTS).read_bytes()) <= MOST


def test_every_weight_is_a_finite_number() -> None:
    networks, calibration = load_networks()
    assert networks
    assert all(np.isfinite(part).all() for one in networks for part in one.arrays.values())
    assert np.isfinite(calibration.weights).all()


def test_numpy_finds_the_cues_that_pytorch_found() -> None:
    given = _reference()
    network = _first()
    states = network.states(given["features"], given["tensor"], given["paragraphs"])
    np.testing.assert_allclose(network.cue_chances(states), given["cues"], atol=1e-4)


def test_numpy_labels_windows_as_pytorch_does() -> None:
    given = _reference()
    network = _first()
    states = network.states(given["features"], given["tensor"], given["paragraphs"])
    windows = Windows(rows=given["rows"], bounds=given["windows"], relations=given["relations"])
    scores = network.label(network.bridged(states), windows)
    np.testing.assert_allclose(scores, given["scores"], atol=1e-3)
