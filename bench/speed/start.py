"""How soon the first attribution of an article of 1,000 words is there, from a cold start."""

from __future__ import annotations

import sys
import time
from statistics import median

from bench.speed.process import run_measured

RUNS = 5
BAR = 1.6
_SPACY = "import spacy, sys; spacy.load(sys.argv[1])"
_FIRST = """
import os, sys
import seeds
from inquit.service.analysis import Analyst
from inquit.service.articles import open_bytes
text = b"\\n\\n".join(seeds.read(name) for name in seeds.names() * 2)
words = text.split(b" ")[:1000]
article = open_bytes(b" ".join(words), article_id=None, origin="x")
for batch in Analyst(sys.argv[1]).batches(article):
    if batch.attributions:
        os._exit(0)
os._exit(1)
"""


def main() -> None:
    """Run and print both programs in turn, and how long the weights take to load."""
    from inquit.attribution import DEFAULT_MODEL
    from inquit.attribution.packaged_model import installed_folder
    from inquit.attribution.tagger.weights import load_networks

    spacy, first = [], []
    for _ in range(RUNS):
        for code, model, taken in (
            (_SPACY, str(installed_folder()), spacy),
            (_FIRST, DEFAULT_MODEL, first),
        ):
            taken.append(run_measured([sys.executable, "-c", code, model]).seconds)
    print("| program | CPU s, median |\n|---|---|")
    print(f"| spaCy's own import and load | {median(spacy):.2f} |")
    print(f"| inquit, start to first attribution | {median(first):.2f} |")
    print(f"\nratio {median(first) / median(spacy):.2f}, bar {BAR}")
    start = time.process_time()
    load_networks()
    print(f"weights loaded in {time.process_time() - start:.3f} s")


if __name__ == "__main__":
    main()
