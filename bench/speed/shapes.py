"""Whether analysing stays linear on texts whose shape could make it take the square.

Each shape is analysed at a length, ten and a hundred times that; linear time shows as 10 and 100.
At the first length a text is shorter than what is read around each cue, and so costs less a word;
the last column, from ten times to a hundred, has only longer texts; linear time shows as 10.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from inquit.model.article import article_of

TIMES = (1, 10, 100)
SENTENCE = "“The ferry hit the pier,” said Ana Silva, who saw it from the quay. She left. "
_MARKS = "“”‘’\"'«»„‚‹›「」()[]—-…"


def _make_mixed(count: int) -> str:
    """Return words between marks that open and close without any order."""
    chance = random.Random(7)
    return " ".join(f"{chance.choice(_MARKS)}word{chance.choice(_MARKS)}" for _ in range(count))


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda times: (SENTENCE + "\n\n") * (5 * times),
    "one paragraph": lambda times: SENTENCE * (5 * times),
    "one sentence": lambda times: "she said he said that they said " * (15 * times),
    "straight marks": lambda times: '"' * (300 * times),
    "apostrophes": lambda times: "'" * (300 * times),
    "opening marks": lambda times: "“" * (300 * times),
    "nested marks": lambda times: "“" * (150 * times) + "x" + "”" * (150 * times),
    "nested words": lambda times: "“He said " * (30 * times) + "”" * (30 * times),
    "alternating": lambda times: "“a ‘b " * (30 * times) + "’ ”" * (30 * times),
    "mixed marks": lambda times: _make_mixed(100 * times),
    "one word": lambda times: "word" * (250 * times),
    "empty lines": lambda times: "\n" * (300 * times) + "Said.",
    "short lines": lambda times: "“No,” he said.\n" * (5 * times),
    "labels": lambda times: "ANA SILVA: It did.\nQ: Did it?\n" * (5 * times),
    "names": lambda times: " ".join(f"Ana Silva{n} said so." for n in range(5 * times)),
    "brackets": lambda times: "[(" * (150 * times),
}


def main() -> None:
    """Run and print the measurement."""
    from inquit.attribution.engine import analyse_article
    from inquit.attribution.pipeline import load_pipeline

    nlp = load_pipeline()
    analyse_article(article_of(SENTENCE), nlp)
    print("| shape | characters | 1x, ms | 10x | 100x | 10x to 100x |")
    print("|---|---|---|---|---|---|")
    for name, shaped in SHAPES.items():
        taken = []
        for times in TIMES:
            article = article_of(shaped(times))
            start = time.process_time()
            analyse_article(article, nlp)
            taken.append(time.process_time() - start)
        ratios = " | ".join(f"{each / taken[0]:.1f}" for each in taken[1:])
        print(
            f"| {name} | {len(article.text):,} | {1000 * taken[0]:.0f} | {ratios} | "
            f"{taken[2] / taken[1]:.1f} |",
            flush=True,
        )
