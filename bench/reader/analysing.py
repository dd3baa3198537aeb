"""What the analysis of a long text costs under the fingers, against the same text analysed before.

A key counts until the repaint that shows its effect; what the analysis paints meanwhile does not.
Both are measured by turns, so that what else the machine does comes to both alike; the processor
time that the reader itself takes for a key tells what is its own doing.
"""

from __future__ import annotations

import contextlib
import random
import statistics
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import pyte

import seeds
from bench.reader.terminal import Terminal
from bench.reader.texts import keep_analysis
from tui.services.opening import open_article

WORDS, KEYS, TURNS = 150_000, 120, 3
COLUMNS, ROWS = 120, 40
_TEXT_ROWS, _TEXT_COLUMNS = slice(3, ROWS - 12), slice(0, 70)
"""Where on the screen there is nothing but text, whose lines a key moves."""

_PAUSES = (0.06, 0.18)
_WARM_UP = 12.0
"""Seconds in which the model is loaded and the first quotes are there."""


def write_long_article(path: Path) -> None:
    """Write the samples over and over, about WORDS words."""
    unit = "\n".join(seeds.read(name).decode() for name in seeds.names())
    path.write_text("\n".join([unit] * (WORDS // len(unit.split()) + 1)), "utf-8")


def key_waits(path: Path, folder: Path) -> tuple[list[float], float]:
    """Return the seconds from each key to the repaint that shows its effect, and those of work.

    Args:
        path: the article.
        folder: what the reader writes, with a kept analysis or without.

    Returns:
        The wait for each key; the reader's processor time a key.
    """
    environment = {f"INQUIT_{name}_DIR": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")}
    program = str(Path(sys.executable).with_name("inquit"))
    dice = random.Random(1)
    pressed = []
    with Terminal((program, str(path)), environment, COLUMNS, ROWS) as terminal:
        terminal.rest(_WARM_UP)
        worked = terminal.processor_seconds()
        for _ in range(KEYS):
            pressed.append(terminal.send(b"j"))
            terminal.rest(dice.uniform(*_PAUSES))
        worked = terminal.processor_seconds() - worked
        terminal.rest(0.5)
        return _shown_after(pressed, terminal.written), worked / KEYS


def _shown_after(pressed: list[float], written: list[tuple[float, bytes]]) -> list[float]:
    """Return how long after each key the text on the screen was another.

    Args:
        pressed: when keys were pressed, each before the next.
        written: what the program wrote when.
    """
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    waits, before, chunks = [], [""], iter(written)
    shown_at = 0.0

    def next_change() -> float:
        nonlocal before
        for moment, data in chunks:
            with contextlib.suppress(TypeError):  # pyte knows not every query
                stream.feed(data)
            now = [line[_TEXT_COLUMNS] for line in screen.display[_TEXT_ROWS]]
            if now != before:
                before = now
                return moment
        return float("inf")

    for key, following in pairwise([*pressed, float("inf")]):
        while shown_at < key:
            shown_at = next_change()
        if shown_at < following:
            waits.append(shown_at - key)
    return waits


def main() -> None:
    """Measure both by turns and print their ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "long.txt"
        write_long_article(path)
        article = open_article(str(path))
        keep_analysis(article, folder / "idle" / "CACHE")
        waits: dict[str, list[float]] = {"idle": [], "analysing": []}
        work: dict[str, list[float]] = {"idle": [], "analysing": []}
        for turn in range(TURNS):
            for state in waits:
                # A folder of its own each time, or the second analysis would be a kept one.
                own = folder / state if state == "idle" else folder / f"{state}{turn}"
                waited, worked = key_waits(path, own)
                waits[state] += waited
                work[state].append(worked)
    print(f"{article.word_count:,} words   key p50 ms  p95 ms  work a key ms")
    rows = {}
    for state, waited in waits.items():
        cuts = statistics.quantiles(waited, n=20)
        row = (statistics.median(waited), cuts[-1], statistics.median(work[state]))
        p50, p95, worked = (1000 * seconds for seconds in row)
        print(f"{state:<15}{p50:10.1f} {p95:7.1f} {worked:10.1f}   {len(waited)} keys", flush=True)
        rows[state] = row
    pairs = zip(rows["analysing"], rows["idle"], strict=True)
    p50, p95, worked = (busy / idle for busy, idle in pairs)
    print(f"{'x idle':<15}{p50:10.2f} {p95:7.2f} {worked:10.2f}")


if __name__ == "__main__":
    main()
