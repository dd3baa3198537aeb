"""A small input with what PyTorch makes of it, against which the numpy inference is tested."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from bench.train.network import TENSOR, Tagger
from inquit.attribution.tagger.table import COLUMNS, Floats
from inquit.attribution.tagger.windows import RELATIONS

TOKENS, PARAGRAPHS, WINDOWS = 24, [0, 9, 10, 24], [0, 20, 33]


def write_reference(arrays: Mapping[str, Floats], path: Path) -> None:
    """Write random features with the states, cue chances and emissions that follow from them.

    Args:
        arrays: the weights of the first network, as shipped.
        path: where to write.
    """
    chance = np.random.default_rng(11)
    features = np.stack([chance.integers(0, size, TOKENS) for size in COLUMNS.values()], axis=1)
    tensor = chance.normal(size=(TOKENS, TENSOR)).astype(np.float32)
    rows = chance.integers(0, TOKENS, WINDOWS[-1])
    relations = np.stack([chance.integers(0, n, len(rows)) for n in RELATIONS.values()], axis=1)
    model = Tagger().eval()
    model.load_state_dict({name: torch.from_numpy(part) for name, part in arrays.items()})
    with torch.no_grad():
        states = model.read(torch.from_numpy(features), torch.from_numpy(tensor), PARAGRAPHS)
        cues = torch.softmax(model.cues(states), dim=1)
        scores = model.window(states, torch.from_numpy(rows), torch.from_numpy(relations), WINDOWS)
    np.savez_compressed(
        path,
        features=features,
        tensor=tensor,
        paragraphs=np.array(PARAGRAPHS),
        rows=rows,
        relations=relations,
        windows=np.array(WINDOWS),
        cues=cues.numpy(),
        scores=scores.numpy(),
    )
