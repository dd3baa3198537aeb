"""Whether the time of loading and analysing is linear in the length of the text."""

from __future__ import annotations

import time

import seeds

TIMES = (1, 10, 100)
REPEATED = 5
"""Rounds of the shortest, of which the quickest counts: its first pays for warming up."""


def main() -> None:
    """Print loading and analysis of one text, ten and a hundred times, by word."""
    from inquit.attribution.engine import analyse_article
    from inquit.attribution.pipeline import load_pipeline
    from inquit.loaders import load_bytes

    nlp = load_pipeline()
    unit = seeds.read("harbour-inquiry") + b"\n\n" + seeds.read("pentagon-readout") + b"\n\n"
    analyse_article(load_bytes(unit, article_id=None, origin="warm-up"), nlp)
    print("| text | words | loading, µs a word | analysis, µs a word | by word, to 1x |")
    print("|---|---|---|---|---|")
    whole = 0.0
    for times in TIMES:
        rounds = []
        for _ in range(REPEATED if times == 1 else 1):
            start = time.process_time()
            article = load_bytes(unit * times, article_id=None, origin="x")
            loaded = time.process_time()
            analyse_article(article, nlp)
            done = time.process_time()
            rounds.append((done - start, start, loaded, done))
        _, start, loaded, done = min(rounds)
        by_word = 1e6 / article.word_count
        whole = whole or (done - start) * by_word
        print(
            f"| {times}x | {article.word_count:,} | {(loaded - start) * by_word:.2f} "
            f"| {(done - loaded) * by_word:.0f} | {(done - start) * by_word / whole:.2f} |",
            flush=True,
        )
