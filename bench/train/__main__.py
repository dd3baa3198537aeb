"""`python -m bench.train`: from published weights and annotated articles to an engine's files."""

from __future__ import annotations

import argparse
import json
import os
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch

from bench.train.calibrate import fit_confidences
from bench.train.corpus import documents
from bench.train.loop import Plan, Texts, train
from bench.train.model import PairModel
from bench.train.published import load_weights
from inquit.attribution.finding.encoder.network import WORDS
from inquit.attribution.finding.encoder.packing import Packed, packed
from inquit.attribution.finding.encoder.weights import (
    ROWS,
    VOCABULARY,
    Encoder,
    read_encoder,
)
from inquit.attribution.finding.encoder.wordpieces import WordpieceSplitter
from inquit.attribution.pipeline import load_pipeline
from inquit.model.engine import Engine

STANDARD_FOLDER = Path(str(files("inquit.attribution.finding.encoder")))
DEEP_FOLDER = Path("models/deep/inquit_deep")
PLANS = {
    Engine.STANDARD: Plan(steps=1900, batch=8, anchors=7, rate=6e-5, seed=1),
    Engine.DEEP: Plan(steps=900, batch=24, anchors=1000, rate=5e-5, seed=1),
}
LARGEST_FILE = {Engine.STANDARD: 26_000_000, Engine.DEEP: 16_000_000}


def main() -> None:
    """Train an engine, write its files, fit its confidences."""
    parser = argparse.ArgumentParser(prog="python -m bench.train", description=__doc__)
    parser.add_argument("engine", type=Engine, nargs="?", default=Engine.STANDARD)
    parser.add_argument("--base", type=Path, required=True, help="model.safetensors, or an .npz")
    parser.add_argument(
        "--vocabulary", type=Path, help="one wordpiece a line, by number, or tokenizer.json"
    )
    parser.add_argument("--silver", type=Path, help="articles that a larger model labelled")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--batch", type=int, help="chunks learned from at a time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=Path("build/training.pt"))
    parser.add_argument("--unseen", type=Path, help="articles to fit the confidences on")
    given = parser.parse_args()
    corpora = Path(os.environ["INQUIT_CORPORA"])
    folder = STANDARD_FOLDER if given.engine is Engine.STANDARD else DEEP_FOLDER
    vocabulary = given.vocabulary or folder / VOCABULARY
    usual = PLANS[given.engine]
    plan = Plan(
        steps=given.steps or usual.steps,
        batch=given.batch or usual.batch,
        anchors=usual.anchors,
        rate=usual.rate,
        seed=given.seed,
    )
    pieces = read_vocabulary(vocabulary)
    splitter = WordpieceSplitter(pieces)
    torch.manual_seed(given.seed)
    model = PairModel(given.engine)
    load_weights(model, given.engine, given.base)
    given.state.parent.mkdir(parents=True, exist_ok=True)
    silver = documents(given.silver) if given.silver is not None else []
    texts = Texts(gold=documents(corpora / "polnear.train.jsonl"), silver=silver)
    train(model, splitter, texts, plan, given.state)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / VOCABULARY).write_text("\n".join(pieces) + "\n", encoding="utf-8")
    write_weights(
        packed({n: p.numpy() for n, p in model.state_dict().items()}), folder, given.engine
    )
    encoder: Encoder = read_encoder(folder)
    if given.unseen is not None:
        measured = documents(corpora / "polnear.dev.jsonl")
        fit_confidences(encoder, documents(given.unseen), measured, load_pipeline())


def read_vocabulary(path: Path) -> list[str]:
    """Return wordpieces in the order of their numbers, from a list or a published tokenizer."""
    content = path.read_text("utf-8")
    if path.suffix != ".json":
        return content.splitlines()
    numbers: dict[str, int] = json.loads(content)["model"]["vocab"]
    return sorted(numbers, key=numbers.__getitem__)


def write_weights(arrays: dict[str, Packed], folder: Path, engine: Engine) -> None:
    """Write packed arrays into files that are not too large; a large array is cut by rows."""
    most = LARGEST_FILE[engine]
    files_: list[dict[str, Packed]] = [{}]
    size = 0
    for name, part in arrays.items():
        count = -(-part.nbytes // (most // 2)) if part.nbytes > most // 2 else 1
        for number, rows in enumerate(np.array_split(part, count) if count > 1 else [part]):
            if size + rows.nbytes > most * 0.95:
                files_.append({})
                size = 0
            files_[-1][name + (f"{ROWS}{number}" if count > 1 else "")] = rows
            size += rows.nbytes
    for old in folder.glob("*.npz"):
        old.unlink()
    for number, some in enumerate(files_):
        written = f"{engine}.{number}.npz" if len(files_) > 1 else f"{engine}.npz"
        # Compressed weights take longer to load; the deep engine's words are, to stay small enough.
        compressed = len(files_) > 1 and any(name.startswith(WORDS) for name in some)
        save = np.savez_compressed if compressed else np.savez
        save(folder / written, **some)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
