"""`python -m bench.train`: from the corpora to the weights in the package."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch

import inquit.attribution.tagger as package
from bench.train.corpus import HELD_BACK, Example, documents, examples, split
from bench.train.fit import fit, reliability
from bench.train.judging import source_is_right
from bench.train.loop import EPOCHS, train
from bench.train.tables import tables
from inquit.attribution.pipeline import load_pipeline
from inquit.attribution.report import Report
from inquit.attribution.tagger.calibration import EVIDENCE, Calibration, evidence_of
from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.finder import report_of, reports_speech
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.reading import Reader
from inquit.attribution.tagger.settling import settle
from inquit.attribution.tagger.table import Floats
from inquit.attribution.tagger.weights import WEIGHTS, networks_of

TRAIN, DEV = "polnear.train.jsonl", "polnear.dev.jsonl"


def main() -> None:
    """Train, calibrate, export, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.train", description=__doc__)
    parser.add_argument("--seeds", default="1,2", help="seeds of the networks that are averaged")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--load", nargs="*", default=[], help="trained states, instead of training")
    parser.add_argument("--dev", action="store_true", help="print the tables on the dev split too")
    parser.add_argument("--out", default=str(Path(package.__path__[0], WEIGHTS)))
    given = parser.parse_args()
    started = time.perf_counter()
    nlp = load_pipeline()
    plain, masked = examples(TRAIN, nlp), examples(TRAIN, nlp, disguised=True)
    states = [torch.load(path) for path in given.load]
    if not states:
        for seed in (int(one) for one in given.seeds.split(",")):
            model = train(split(plain)[0], split(masked)[0], seed=seed, epochs=given.epochs)
            states.append(model.state_dict())
    arrays = {
        f"{number}/{name}": part.numpy().astype(np.float16)
        for number, state in enumerate(states)
        for name, part in state.items()
    }
    networks = networks_of({name: part.astype(np.float32) for name, part in arrays.items()})
    print(f"held back, {HELD_BACK} documents:")
    weights = judge(split(documents(TRAIN))[1], split(plain)[1], networks, None)
    with Path(given.out).open("wb") as stream:
        np.savez_compressed(stream, calibration=weights, **arrays)
    print(
        f"{given.out}: {Path(given.out).stat().st_size / 1e6:.2f} MB, "
        f"{(time.perf_counter() - started) / 60:.1f} minutes"
    )
    if given.dev:
        print("dev:")
        judge(documents(DEV), examples(DEV, nlp), networks, weights)


def judge(
    texts: list[dict[str, object]],
    parsed: list[Example],
    networks: tuple[Network, ...],
    weights: Floats | None,
) -> Floats:
    """Print tables and reliability on documents; weights None fits the calibration on them."""
    claims = [
        _claims(example, document, networks)
        for example, document in zip(parsed, texts, strict=True)
    ]
    plain = Calibration(weights=np.zeros(EVIDENCE, np.float32))
    reports = [
        [report_of(claim, example.table, str(document["text"]), plain) for claim in some]
        for some, example, document in zip(claims, parsed, texts, strict=True)
    ]
    tables(texts, lambda number: reports[number])
    evidence, right = _evidence(claims, reports, texts)
    if weights is None:
        _crossed(evidence, right)
        weights = fit(evidence, right)
    else:
        _print_reliability(1 / (1 + np.exp(-evidence @ weights)), right)
    return weights


def _claims(
    example: Example, document: dict[str, object], networks: tuple[Network, ...]
) -> list[Claim]:
    text = str(document["text"])
    found = settle(example.table, Reader(networks, example.table), text)
    return [claim for claim in found if reports_speech(claim, example.table, text)]


def _evidence(
    claims: list[list[Claim]], reports: list[list[Report]], texts: list[dict[str, object]]
) -> tuple[Floats, Floats]:
    """Return the evidence of each claim with a source, and whether the source was right."""
    rows, right = [], []
    for some, theirs, document in zip(claims, reports, texts, strict=True):
        for claim, report in zip(some, theirs, strict=True):
            verdict = source_is_right(report, document)
            if verdict is not None and report.source is not None:
                rows.append(evidence_of(claim))
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


main()
