"""Small random models of both kinds give in numpy what they give in PyTorch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from inquit.attribution.finding.encoder.network import PairModel, model_of

KINDS = ("minilm", "mpnet")
SAME = 2e-3
"""The Gaussian error linear unit is computed by its tanh form here, exactly there."""


def reference() -> dict[str, np.ndarray]:
    with np.load(Path(__file__).with_name("reference.npz"), allow_pickle=False) as stored:
        return dict(stored)


def random_model(kind: str) -> PairModel:
    arrays = {
        name.removeprefix(f"{kind}/"): part.astype(np.float32)
        for name, part in reference().items()
        if name.startswith(f"{kind}/")
    }
    return model_of(arrays)


@pytest.mark.parametrize("kind", KINDS)
def test_the_chances_of_cues_are_those_of_pytorch(kind: str) -> None:
    given = reference()
    encoding = random_model(kind).read(given[f"{kind}:ids"], given[f"{kind}:features"])
    np.testing.assert_allclose(encoding.cues, given[f"{kind}:cues"], atol=SAME)


@pytest.mark.parametrize("kind", KINDS)
def test_the_labels_of_windows_are_those_of_pytorch(kind: str) -> None:
    given = reference()
    model = random_model(kind)
    encoding = model.read(given[f"{kind}:ids"], given[f"{kind}:features"])
    first, last = given[f"{kind}:first"], given[f"{kind}:last"]
    labels = model.label(encoding, given[f"{kind}:anchors"], first, last)
    for found, expected in zip(labels, given[f"{kind}:labels"], strict=True):
        np.testing.assert_allclose(found, expected[: len(found)], atol=SAME)


def test_only_the_large_kind_looks_at_distances_in_attention() -> None:
    assert random_model("minilm").relative is None
    assert random_model("mpnet").relative is not None
