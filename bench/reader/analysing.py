"""What the analysis of a long text costs under the fingers, against the same text analysed before.

A key counts until the repaint that shows its effect; what the analysis paints meanwhile does not.
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
from tui.opening import open_article

WORDS, KEYS = 150_000, 120
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


def key_waits(path: Path, folder: Path) -> list[float]:
    """Return the seconds from each key to the repaint that shows its effect.

    Args:
        path: the article.
        folder: what the reader writes, with a kept analysis or without.
    """
    environment = {f"INQUIT_{name}_DIR": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")}
    program = str(Path(sys.executable).with_name("inquit"))
    dice = random.Random(1)
    pressed = []
    with Terminal((program, str(path)), environment, COLUMNS, ROWS) as terminal:
        terminal.rest(_WARM_UP)
        for _ in range(KEYS):
            pressed.append(terminal.send(b"j"))
            terminal.rest(dice.uniform(*_PAUSES))
        terminal.rest(0.5)
        return _shown_after(pressed, terminal.written)


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
    """Measure both and print their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "long.txt"
        write_long_article(path)
        article = open_article(str(path))
        keep_analysis(article, folder / "idle" / "CACHE")
        print(f"{article.word_count:,} words   key p50 ms  p95 ms")
        rows = []
        for state in ("idle", "analysing"):
            waits = key_waits(path, folder / state)
            cuts = statistics.quantiles(waits, n=20)
            rows.append((statistics.median(waits), cuts[-1]))
            p50, p95 = (1000 * seconds for seconds in rows[-1])
            print(f"{state:<15}{p50:10.1f} {p95:7.1f}   {len(waits)} keys", flush=True)
    (idle_p50, idle_p95), (p50, p95) = rows
    print(f"{'x idle':<15}{p50 / idle_p50:10.2f} {p95 / idle_p95:7.2f}")


if __name__ == "__main__":
    main()
