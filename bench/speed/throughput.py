"""Words a second against a bare spaCy parse in the same run, each on one core."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import seeds
from bench.accuracy.scoring import corpora_folder
from bench.speed.process import run_measured

_BARE = """
import json, sys, spacy
nlp = spacy.load(sys.argv[2])
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in nlp.pipe(texts):
    pass
"""
_EXTRACT = """
import sys
sys.argv[1:] = ["extract", sys.argv[1], "--model", sys.argv[2], "-f", "jsonl", "--no-cache"]
sys.argv += ["-o", "/dev/null"]
from tui.cli import main
main()
"""
BAR = 0.22


def main() -> None:
    """Run and print the measurement."""
    with tempfile.TemporaryDirectory() as folder:
        _against_bare_parse(*corpus(Path(folder)))


def corpus(scratch: Path) -> tuple[Path, int]:
    """Return real articles where there are any, else the samples repeated, and their words."""
    folder = corpora_folder()
    real = folder / "polnear.dev.jsonl" if folder else scratch
    if real.is_file():
        lines = real.read_text(encoding="utf-8").splitlines()
        return real, sum(len(json.loads(line)["text"].split()) for line in lines)
    path = scratch / "samples.jsonl"
    texts = [seeds.read(name).decode() for name in seeds.names()] * 20
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path, sum(len(text.split()) for text in texts)


def _against_bare_parse(articles: Path, words: int) -> None:
    from inquit.attribution import DEFAULT_MODEL
    from inquit.attribution.packaged_model import installed_folder

    print(f"{words:,} words of {articles.name}\n")
    print("| program, start and model included | words/s | CPU s |\n|---|---|---|")
    taken = []
    for name, code, model in (
        ("bare spaCy, all its components", _BARE, str(installed_folder())),
        ("inquit extract", _EXTRACT, DEFAULT_MODEL),
    ):
        seconds = run_measured([sys.executable, "-c", code, str(articles), model]).seconds
        taken.append(seconds)
        print(f"| {name} | {words / seconds:,.0f} | {seconds:.1f} |", flush=True)
    print(f"\nratio {taken[0] / taken[1]:.2f}, bar {BAR}")
