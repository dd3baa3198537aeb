"""The weights that ship, and their inference in numpy against PyTorch."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.weights import WEIGHTS, load_networks
from inquit.attribution.tagger.windows import Windows
from inquit.errors import ModelError

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


@pytest.mark.parametrize("damage", ["cut", "empty", "changed", "absent"])
def test_damaged_weights_are_told_in_one_line(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray((files("inquit.attribution.tagger") / WEIGHTS).read_bytes())
    content[1000:2000] = bytes(1000)
    kept = {"cut": content[:5000], "empty": b"", "changed": content}
    if damage in kept:
        (tmp_path / WEIGHTS).write_bytes(kept[damage])
    monkeypatch.setattr("inquit.attribution.tagger.weights.files", lambda _package: tmp_path)
    load_networks.cache_clear()
    try:
        with pytest.raises(ModelError, match="weights are damaged; install inquit anew") as caught:
            load_networks()
    finally:
        load_networks.cache_clear()
    assert "\n" not in str(caught.value)
