"""Prints tables A to D, how sources are linked, how far confidences can be trusted.

`python -m bench.accuracy [--engine deep] [CORPUS...]`

INQUIT_CORPORA names the folder of the corpora and of score.py. INQUIT_JOBS is the number of
processes; the result is the same for any.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.certainty import found_certainties, named_certainty, print_certainties
from bench.accuracy.peers import COLUMNS, peers
from bench.accuracy.scoring import SCORER, TABLES, Score, corpora_folder, extract, score
from bench.accuracy.sources import TALLIES, Json, Tally
from inquit.attribution.pipeline import load_pipeline
from inquit.model.engine import Engine

CORPORA = ("seed.gold", "polnear.dev", "web-dev", "gum-news", "quoteli3")
BESIDE_PEERS = "polnear.dev"
WITH_TOPICS = ("polnear.dev", "polnear.train")
"""Annotated for what was talked about, too; elsewhere that is no quote."""
WITH_CERTAINTIES = ("polnear.dev", "web-dev", "gum-news")


def main() -> None:
    """Run and print what is asked for."""
    folder = corpora_folder()
    if folder is None:
        print(f"skipped: INQUIT_CORPORA names no folder with {SCORER} in it")
        return
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", default=CORPORA)
    parser.add_argument("--engine", type=Engine, default=Engine.STANDARD)
    given = parser.parse_args()
    usual = ("--jobs", os.environ.get("INQUIT_JOBS", "1"), "--engine", given.engine)
    for name in given.corpora:
        gold = folder / f"{name}.jsonl"
        if not gold.is_file():
            print(f"## {name}\n\nskipped: {gold.name} is not there\n")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            predictions = Path(scratch) / "predictions.jsonl"
            extract(gold, predictions, (*usual, *["--topics"] * (name in WITH_TOPICS)))
            scores = {table: score(gold, predictions, TABLES[table]) for table in TABLES}
            documents, predicted = _documents(gold, predictions)
        print(f"## {name}\n")
        _print_scores(scores)
        if name in TALLIES:
            _print_tallies(TALLIES[name](documents, predicted))
        if name in WITH_CERTAINTIES:
            certainties = found_certainties(
                documents, load_pipeline(), given.engine, topics=name in WITH_TOPICS
            )
            named = named_certainty(documents, predicted)
            print_certainties([*certainties, *[named] * bool(named.right)])
        if name == BESIDE_PEERS:
            _print_beside_peers(scores)


def _documents(gold: Path, predictions: Path) -> tuple[list[Json], dict[str, Json]]:
    documents, predicted = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (gold, predictions)
    )
    return documents, {document["id"]: document for document in predicted}


def _print_tallies(tallies: Sequence[Tally]) -> None:
    """Print how often sources are right as a Markdown table."""
    print("| sources | right | of | share | bar |")
    print("|---|---|---|---|---|")
    for each in tallies:
        print(f"| {each.measure} | {each.right} | {each.of} | {each.share:.3f} | {each.bar:.2f} |")
    print(flush=True)


def _print_scores(scores: dict[str, Score]) -> None:
    """Print every figure of one corpus as a Markdown table."""
    print("| table | P | R | F1 | speaker | attributed F1 | canonical | tp | fp | fn |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for table, each in scores.items():
        canonical = "-" if each.canonical is None else f"{each.canonical:.3f}"
        shares = (each.precision, each.recall, each.f1, each.speaker, each.attributed)
        figures = " | ".join(f"{share:.3f}" for share in shares)
        print(f"| {table} | {figures} | {canonical} | {each.tp} | {each.fp} | {each.fn} |")
    print(flush=True)


def _print_beside_peers(scores: dict[str, Score]) -> None:
    """Print the figures that were measured for other systems, too, beside theirs."""
    a, b, c, d = (scores[table] for table in "ABCD")
    own = (a.precision, a.recall, a.speaker, a.attributed, b.f1, c.f1, d.f1, d.attributed)
    print("| system | " + " | ".join(COLUMNS) + " |")
    print("|---|" + "---|" * len(COLUMNS))
    for name, figures in {"inquit": own, **peers()}.items():
        print(f"| {name} | " + " | ".join(f"{share:.3f}" for share in figures) + " |")
    print(flush=True)


if __name__ == "__main__":
    main()
