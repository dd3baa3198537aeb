"""The tables that count, for a predictor: quoted runs, direct, indirect, all speech."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.train.corpus import folder
from inquit.attribution.report import Report
from inquit.model.span import Span

TABLES = {
    "A quoted": ["--unit", "quoted", "--min-words", "4"],
    "B direct": ["--unit", "content", "--kinds", "direct"],
    "C indirect": ["--unit", "content", "--speech-only", "--kinds", "indirect"],
    "D speech": ["--unit", "content", "--speech-only"],
}


def predicted(document: dict[str, Any], reports: Iterable[Report]) -> dict[str, Any]:
    """Return a document with reports in the place of its quotes."""
    text = document["text"]

    def part(span: Span | None) -> dict[str, Any] | None:
        return None if span is None else {"text": span.of(text), "span": [span.start, span.end]}

    quotes = [
        {
            "spans": [[span.start, span.end] for span in report.content_spans],
            "kind": "unknown",
            "speaker": part(report.source),
            "cue": part(report.cue),
        }
        for report in reports
    ]
    return {"id": document["id"], "text": text, "quotes": quotes}


def tables(
    documents: list[dict[str, Any]],
    predict: Callable[[int], Iterable[Report]],
    *,
    errors: int = 0,
) -> dict[str, dict[str, Any]]:
    """Score a predictor against annotated documents, print the tables and return them.

    Args:
        documents: as in the corpora.
        predict: gives the reports of the document with a number.
        errors: how many errors of each class to print.
    """
    with tempfile.TemporaryDirectory() as place:
        gold, guess = Path(place, "gold.jsonl"), Path(place, "guess.jsonl")
        gold.write_text("".join(json.dumps(one) + "\n" for one in documents), encoding="utf-8")
        lines = [json.dumps(predicted(one, predict(i))) for i, one in enumerate(documents)]
        guess.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return {name: _score(gold, guess, name, errors) for name in TABLES}


def _score(gold: Path, guess: Path, name: str, errors: int) -> dict[str, Any]:
    command = [sys.executable, str(folder() / "score.py"), str(gold), str(guess), *TABLES[name]]
    if errors:
        print(
            subprocess.run(
                [*command, "--errors", str(errors)], check=True, text=True, capture_output=True
            ).stdout
        )
    done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    print(
        f"{name:10}  P {figures['P']:.3f}  R {figures['R']:.3f}  F1 {figures['F1']:.3f}  "
        f"speaker {figures['speaker_acc']:.3f}  attributed F1 {figures['attributed_F1']:.3f}"
    )
    return figures
