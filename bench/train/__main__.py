"""`python -m bench.train`: from the corpora to the weights in the package."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language

import inquit.attribution.tagger as package
from bench.train.corpus import CACHE, HELD_BACK, documents, examples, split
from bench.train.fit import fit, reliability
from bench.train.judging import source_is_right
from bench.train.loop import EPOCHS, train
from bench.train.reference import write_reference
from bench.train.tables import tables
from inquit.attribution.pipeline import load_pipeline
from inquit.attribution.rules.finder import RuleFinder
from inquit.attribution.tagger.calibration import EVIDENCE, Calibration
from inquit.attribution.tagger.finder import TaggerFinder
from inquit.attribution.tagger.finding import Finding
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.packing import packed, unpacked
from inquit.attribution.tagger.table import Floats
from inquit.attribution.tagger.weights import WEIGHTS, networks_of
from inquit.attribution.windows import read_windows
from inquit.model.article import article_of

TRAIN, DEV = "polnear.train.jsonl", "polnear.dev.jsonl"


def main() -> None:
    """Train, calibrate, export, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.train", description=__doc__)
    parser.add_argument("--seeds", default="1,3,4,5", help="seeds of the networks to average")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--load", nargs="*", default=[], help="trained states, instead of training")
    parser.add_argument("--dev", action="store_true", help="print the tables on the dev split too")
    parser.add_argument("--out", default=str(Path(package.__path__[0], WEIGHTS)))
    parser.add_argument("--reference", default="tests/attribution/tagger/reference.npz")
    given = parser.parse_args()
    started = time.perf_counter()
    nlp = load_pipeline()
    states = [torch.load(path) for path in given.load]
    if not states:
        seeds = [int(one) for one in given.seeds.split(",")]
        states = [_trained(seed, given.epochs, nlp) for seed in seeds]
    arrays = packed(
        {
            f"{number}/{name}": part.numpy()
            for number, state in enumerate(states)
            for name, part in state.items()
        }
    )
    networks = networks_of(unpacked(arrays))
    for number, network in enumerate(networks if len(networks) > 1 else ()):
        print(f"network {number} alone, {HELD_BACK} documents held back:")
        judge(split(documents(TRAIN))[1], (network,), None, nlp)
    print(f"all together, {HELD_BACK} documents held back:")
    weights = judge(split(documents(TRAIN))[1], networks, None, nlp)
    with Path(given.out).open("wb") as stream:
        np.savez_compressed(stream, calibration=weights, **arrays)
    write_reference(networks[0].arrays, Path(given.reference))
    print(
        f"{given.out}: {Path(given.out).stat().st_size / 1e6:.2f} MB, "
        f"{(time.perf_counter() - started) / 60:.1f} minutes"
    )
    if given.dev:
        print("dev:")
        judge(documents(DEV), networks, weights, nlp)


def _trained(seed: int, epochs: int, nlp: Language) -> dict[str, torch.Tensor]:
    """Return the weights that one seed gives; they are kept beside the parsed documents too."""
    plain, masked = examples(TRAIN, nlp), examples(TRAIN, nlp, disguised=True)
    model = train(split(plain)[0], split(masked)[0], seed=seed, epochs=epochs)
    state: dict[str, torch.Tensor] = model.state_dict()
    torch.save(state, CACHE / f"seed{seed}.pt")
    return state


def judge(
    texts: list[dict[str, Any]],
    networks: tuple[Network, ...],
    weights: Floats | None,
    nlp: Language,
) -> Floats:
    """Print tables and reliability on documents; weights None fits the calibration on them."""
    found = [findings(document["text"], networks, nlp) for document in texts]
    tables(texts, lambda number: [finding.report for finding in found[number]])
    evidence, right = _evidence(found, texts)
    if weights is None:
        _crossed(evidence, right)
        return fit(evidence, right)
    _print_reliability(1 / (1 + np.exp(-evidence @ weights)), right)
    return weights


def findings(text: str, networks: tuple[Network, ...], nlp: Language) -> list[Finding]:
    """Return what the learned finder finds in a text, window by window as in the product."""
    plain = Calibration(weights=np.zeros(EVIDENCE, np.float32))
    finder = TaggerFinder(networks, plain, rules=RuleFinder(text=text), text=text)
    windows = read_windows(article_of(text), nlp)
    return [one for w in windows for one in finder.findings(w.passages, w.ahead)]


def _evidence(found: list[list[Finding]], texts: list[dict[str, Any]]) -> tuple[Floats, Floats]:
    """Return the evidence of each finding with a source, and whether the source was right."""
    rows, right = [], []
    for some, document in zip(found, texts, strict=True):
        for finding in some:
            verdict = source_is_right(finding.report, document)
            if verdict is not None and finding.report.source is not None:
                rows.append(finding.evidence)
                right.append(float(verdict))
    return np.array(rows, np.float32), np.array(right, np.float32)


def _crossed(evidence: Floats, right: Floats) -> None:
    """Print the reliability of a fit on one half when it is used on the other half."""
    half = len(right) // 2
    first, second = fit(evidence[:half], right[:half]), fit(evidence[half:], right[half:])
    logits = np.concatenate([evidence[:half] @ second, evidence[half:] @ first])
    _print_reliability(1 / (1 + np.exp(-logits)), right)


def _print_reliability(confidence: Floats, right: Floats) -> None:
    error, rows = reliability(confidence, right)
    print(f"expected calibration error {error:.3f} on {len(right)} sources")
    for mean, share, count in rows:
        print(f"  confidence {mean:.2f}: right {share:.3f} of {count}")
    sure = confidence > 0.9
    print(f"  above 0.9: right {right[sure].mean():.3f} of {int(sure.sum())}")


if __name__ == "__main__":
    main()
