"""Weights to start from: a published encoder's, or those of an earlier training."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from bench.train.model import SIZES, PairModel
from inquit.attribution.finding.encoder.packing import unpacked
from inquit.attribution.finding.encoder.weights import read_arrays
from inquit.model.engine import Engine

_KINDS = {"F32": np.float32, "F16": np.float16, "I64": np.int64}


def load_weights(model: PairModel, engine: Engine, path: Path) -> None:
    """Copy weights into a model.

    Args:
        model: what is to be trained.
        engine: its size.
        path: `model.safetensors` as published, or an `.npz` of ours that is to learn more.
    """
    if path.suffix == ".npz":
        arrays = unpacked(read_arrays([path]))
        model.load_state_dict({name: torch.from_numpy(part) for name, part in arrays.items()})
        return
    published, own = _read_safetensors(path), dict(model.encoder.named_parameters())
    with torch.no_grad():
        for mine, theirs in _names(engine).items():
            for part in ("weight", "bias"):
                if f"{mine}.{part}" in own:
                    own[f"{mine}.{part}"].copy_(published[f"{theirs}.{part}"])
        if engine is Engine.STANDARD:  # All text is of the first type.
            own["word.weight"].add_(published["embeddings.token_type_embeddings.weight"][0])


def _names(engine: Engine) -> dict[str, str]:
    """Return the published name of each of our parts."""
    attention = {
        Engine.DEEP: [f"attention.attn.{part}" for part in "qkvo"] + ["attention.LayerNorm"],
        Engine.STANDARD: [
            "attention.self.query", "attention.self.key", "attention.self.value",
            "attention.output.dense", "attention.output.LayerNorm",
        ],
    }  # fmt: skip
    theirs = [*attention[engine], "intermediate.dense", "output.dense", "output.LayerNorm"]
    names = {
        "word": "embeddings.word_embeddings",
        "position": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    if engine is Engine.DEEP:
        names["relative"] = "encoder.relative_attention_bias"
    for layer in range(SIZES[engine].layers):
        mine = ("q", "k", "v", "o", "n1", "up", "down", "n2")
        names |= {
            f"layers.{layer}.{one}": f"encoder.layer.{layer}.{other}"
            for one, other in zip(mine, theirs, strict=True)
        }
    return names


def _read_safetensors(path: Path) -> dict[str, Tensor]:
    """Return the arrays of a file of the safetensors format, version 1."""
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    head = json.loads(content[8 : 8 + length])
    arrays = {}
    for name, told in head.items():
        if name != "__metadata__":
            start, end = (8 + length + at for at in told["data_offsets"])
            part = np.frombuffer(content[start:end], _KINDS[told["dtype"]])
            arrays[name] = torch.from_numpy(part.reshape(told["shape"]).copy())
    return arrays
