"""Runs `inquit extract` on a corpus and the corpora's own scorer on what it prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SCORER = "score.py"

TABLES: dict[str, tuple[str, ...]] = {
    "A": ("--unit", "quoted", "--min-words", "4"),
    "B": ("--unit", "content", "--kinds", "direct"),
    "C": ("--unit", "content", "--speech-only", "--kinds", "indirect"),
    "D": ("--unit", "content", "--speech-only"),
}
"""The four tables that count: quoted runs, direct, indirect, all speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the scorer says of one table; shares from 0 to 1.

    canonical is None where the corpus has no canonical names.
    """

    precision: float
    recall: float
    f1: float
    speaker: float
    attributed: float
    canonical: float | None
    tp: int
    fp: int
    fn: int


def corpora_folder() -> Path | None:
    """Return the folder that INQUIT_CORPORA names if the scorer is in it, else None."""
    named = os.environ.get("INQUIT_CORPORA")
    folder = Path(named) if named else None
    return folder if folder and (folder / SCORER).is_file() else None


def extract(corpus: Path, predictions: Path, options: Sequence[str] = ()) -> None:
    """Run `inquit extract` on a corpus.

    Args:
        corpus: JSON Lines with `id` and `text`.
        predictions: the file to write.
        options: further options of the command.
    """
    program = [sys.executable, "-c", "from tui.cli import main; main()"]
    command = [*program, "extract", str(corpus), "-f", "jsonl", "-o", str(predictions)]
    command += ["--no-cache", *options]
    subprocess.run(command, check=True, cwd=ROOT)


def score(gold: Path, predictions: Path, options: Sequence[str] = ()) -> Score:
    """Return the scorer's figures for one table.

    Args:
        gold: the annotated corpus, whose folder has the scorer.
        predictions: what `extract` wrote.
        options: one of TABLES.
    """
    command = [sys.executable, str(gold.parent / SCORER), str(gold), str(predictions)]
    ran = subprocess.run([*command, *options, "--json"], check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(ran.stdout)
    return Score(
        precision=figures["P"],
        recall=figures["R"],
        f1=figures["F1"],
        speaker=figures["speaker_acc"],
        attributed=figures["attributed_F1"],
        canonical=figures["canonical_acc"],
        tp=figures["tp"],
        fp=figures["fp"],
        fn=figures["fn"],
    )
