"""Peak memory of analysing one very long text, as far as it has come: `bench.speed memory`.

A process of its own analyses made text and caches the analysis, as the reader's analyser does. It
prints its peak after each tenth. The first row is without the encoder, which costs most time and
holds the same at any length: it has all that grows, for the rules find the quotations alone.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

WORDS = 500_000
BAR = 450
_PEOPLE, _FACTS = 3_000, 40
_GIVEN = ("Ada", "Ida", "Nora", "Per", "Tom", "Olive", "Marta", "Emil", "Lena", "Hugo")
_PLAIN = (
    *("harbour", "council", "vote", "budget", "report", "crane", "ferry", "light", "wind"),
    *("stone", "bridge", "school", "board", "letter", "winter", "autumn", "measure", "answer"),
)
_MEASURED = """
import sys
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

import numpy as np

from inquit.attribution.finding.encoder_claims import EncoderClaims
from inquit.service.analysis import Analyst, cache_in
from inquit.service.articles import open_file


def peak():
    line = next(l for l in open("/proc/self/status") if l.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


folder, encoder = Path(sys.argv[1]), sys.argv[2] == "encoder"
article = open_file(folder / "long.txt")
analyst = Analyst(cache=cache_in(folder / sys.argv[2]))
analyst.load()
left_out = mock.patch(
    "inquit.attribution.window_reading.read_claims",
    lambda encoder, paragraphs, table, rows: EncoderClaims(
        claims=(), no_cue=np.zeros(len(table), np.float32)
    ),
)
print(f"loaded: {peak():.0f} MB", flush=True)
tenth, quotes = 1, 0
with nullcontext() if encoder else left_out:
    for batch in analyst.batches(article):
        quotes += len(batch.quotes)
        if batch.done >= tenth * batch.total / 10:
            tenth = 10 * batch.done // batch.total + 1
            share = f"{batch.done / batch.total:4.0%}"
            print(f"{share}: {peak():.0f} MB, {quotes:,} quotes", flush=True)
print(f"cached: {peak():.0f} MB", flush=True)
"""


def write_long_text(path: Path, words: int) -> None:
    """Write made news of so many words: thousands of people, quotations, and words of its own."""
    dice = random.Random(words)
    people = [f"{dice.choice(_GIVEN)} {_surname(number)}" for number in range(_PEOPLE)]
    lines, written = [], 0
    while written < words:
        said, plain = dice.choices(_PLAIN, k=9), dice.choices(_PLAIN, k=_FACTS)
        plain[7] = f"{dice.choice(_PLAIN)}{dice.randrange(100_000)}"
        name = dice.choice(people)
        lines += [
            f"The {' '.join(plain)} was there on Monday.",
            f"“The {' '.join(said)} is late,” said {name}, a {plain[0]} official.",
            f"{name.split()[1]} said that the {plain[1]} would stay.",
        ]
        written += _FACTS + 30
    path.write_text("\n".join(lines), encoding="utf-8")


def _surname(number: int) -> str:
    """Return a surname that no other number has."""
    letters = "aeioulnrst"
    return "B" + "".join(letters[int(digit)] for digit in f"{number:05}") + "man"


def main() -> None:
    """Run and print both measurements; `INQUIT_BENCH_WORDS` makes the text shorter."""
    words = int(os.environ.get("INQUIT_BENCH_WORDS", WORDS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_long_text(folder / "long.txt", words)
        for row in ("rules", "encoder"):
            print(f"{words:,} words, {row}; bar {BAR} MB", flush=True)
            subprocess.run([sys.executable, "-c", _MEASURED, name, row], check=True)


if __name__ == "__main__":
    main()
