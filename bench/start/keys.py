"""What the analysis of a long text costs under the fingers, against the same text analysed before.

A key counts until the repaint that shows its effect; what the analysis paints meanwhile does not.
Both are measured by turns, so that what else the machine does comes to both alike.
"""

from __future__ import annotations

import contextlib
import random
import statistics
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pyte

from bench.reader.texts import keep_analysis
from bench.start.first_quotes import SOURCE
from bench.start.programs import COLUMNS, ROWS, end_helpers, helpers, peak_megabytes, reader
from bench.start.rows import Row
from bench.start.texts import write_news
from tui.services.opening import open_article

_WORDS, _KEYS = 100_000, 50
_TEXT_ROWS, _TEXT_COLUMNS = slice(3, ROWS - 12), slice(0, 70)
"""Where on the screen there is nothing but text, whose lines a key moves."""

_PAUSES = (0.06, 0.18)
_SETTLING = 1.0
"""Seconds from the first quotes on, which may be those of a kept analysis, to the first key."""


def measure(runs: int) -> Iterator[Row]:
    """Yield the rows for how long a key takes, and for the memory of the analysis.

    Args:
        runs: how often the reader is started on each, by turns, after a first time that warms up.
    """
    idle: list[float] = []
    busy: list[float] = []
    memory = 0.0
    with tempfile.TemporaryDirectory() as name:
        kept = Path(name) / "kept"
        article = Path(name) / "long.txt"
        write_news(article, _WORDS, 0)
        keep_analysis(open_article(str(article)), kept / "cache")
        for run in range(runs + 1):
            new = Path(name) / f"new{run}"
            idle.append(_slow_key(article, kept / str(run), kept)[0])
            waited, megabytes = _slow_key(article, new, new)
            busy.append(waited)
            memory = max(memory, megabytes)
    usual, analysing = statistics.median(idle[1:]), statistics.median(busy[1:])
    yield Row(
        title=f"key to repaint, p95, while {_WORDS:,} words are analysed / analysed before",
        value=analysing / usual,
        bar=1.5,
        aim=1.2,
        note=f"{1000 * analysing:.0f} ms / {1000 * usual:.0f} ms",
    )
    yield Row(title="memory of the analysis there", value=memory, bar=350, unit="MB")


def _slow_key(article: Path, own: Path, shared: Path) -> tuple[float, float]:
    """Return the seconds that 95 in 100 keys do not exceed, and the megabytes of the analysis."""
    dice = random.Random(1)
    pressed = []
    with reader(article, own, shared) as terminal:
        terminal.wait_for(SOURCE)
        terminal.rest(_SETTLING)
        for _ in range(_KEYS):
            pressed.append(terminal.send(b"j"))
            terminal.rest(dice.uniform(*_PAUSES))
        terminal.rest(0.5)
        megabytes = peak_megabytes(helpers(shared, but=terminal.process))
        waits = _shown_after(pressed, terminal.written)
    end_helpers(shared)
    return statistics.quantiles(waits, n=20)[-1], megabytes


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
