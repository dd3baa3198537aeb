"""Words a second against a bare spaCy parse in the same run, and whether time is linear.

Everything is measured in processor time of one process on one core, so that whatever else the
machine does changes little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import seeds
from bench.accuracy.scoring import ROOT, corpora_folder

_BARE = """
import json, sys, spacy
nlp = spacy.load(sys.argv[2])
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in nlp.pipe(texts):
    pass
"""
_EXTRACT = """
import sys
sys.argv[1:] = ["extract", sys.argv[1], "--model", sys.argv[2], "-f", "jsonl", "-o", "/dev/null"]
from tui.cli import main
main()
"""
_TIMES = (1, 10, 100)


def main() -> None:
    """Run and print both measurements."""
    _one_core()
    with tempfile.TemporaryDirectory() as folder:
        _against_bare_parse(*_corpus(Path(folder)))
    _growth()


def _one_core() -> None:
    """Keep this process and those it starts on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _corpus(scratch: Path) -> tuple[Path, int]:
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


def _against_bare_parse(corpus: Path, words: int) -> None:
    from inquit.attribution import DEFAULT_MODEL

    print(f"{words:,} words of {corpus.name}\n")
    print("| program, start and model included | words/s | CPU s |\n|---|---|---|")
    for name, code in (("bare spaCy, all its components", _BARE), ("inquit extract", _EXTRACT)):
        seconds = _processor_time([sys.executable, "-c", code, str(corpus), DEFAULT_MODEL])
        print(f"| {name} | {words / seconds:,.0f} | {seconds:.1f} |", flush=True)


def _processor_time(command: list[str]) -> float:
    """Run a program and return the seconds of processor time that it took."""
    before = os.times()
    subprocess.run(command, check=True, cwd=ROOT)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system


def _growth() -> None:
    """Print loading and analysis of one text, ten and a hundred times, by word."""
    from inquit.attribution.engine import analyse_article
    from inquit.attribution.pipeline import load_pipeline
    from inquit.loaders import load_bytes

    nlp = load_pipeline()
    unit = seeds.read("harbour-inquiry") + b"\n\n" + seeds.read("pentagon-readout") + b"\n\n"
    analyse_article(load_bytes(unit, article_id=None, origin="warm-up"), nlp)
    print("\n| text | words | loading, µs a word | analysis, µs a word |\n|---|---|---|---|")
    for times in _TIMES:
        start = time.process_time()
        article = load_bytes(unit * times, article_id=None, origin="x")
        loaded = time.process_time()
        analyse_article(article, nlp)
        done = time.process_time()
        by_word = 1e6 / article.word_count
        print(
            f"| {times}x | {article.word_count:,} | {(loaded - start) * by_word:.2f} "
            f"| {(done - loaded) * by_word:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
