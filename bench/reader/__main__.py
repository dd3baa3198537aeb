"""Print how long keys take in the reader, beside a bare Textual app in the same run."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.reader.terminal import Terminal
from bench.reader.texts import FIRST_WORDS, keep_analysis, write_article
from tui.services.opening import open_article

SIZES = ((500, 10), (5_000, 100), (500_000, 5_000))
"""Words and quotes of the articles."""

RUNS, COLUMNS, ROWS = 5, 120, 40
_SETTLING = 4.0
"""Seconds in which a text of any length is wrapped and its kept analysis is read."""

_KEYS = (b"j", b"j", b"k", b" ", b"j", b"n", b"j", b"n", b" ", b"b", b"n", b"j", b"p", b"j", b"j")
_BARE_KEYS = (b"j", b"j", b"k", b" ", b"j", b"j", b" ", b"b", b"j", b"j", b"j")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds from keys to the last repaint; megabytes at most."""

    keys: list[float]
    memory: float

    @property
    def slow_key(self) -> float:
        """What 95 in 100 keys do not exceed, in seconds."""
        return statistics.quantiles(self.keys, n=20)[-1]


def measure(command: Sequence[str], folder: Path, keys: Sequence[bytes], runs: int) -> Measured:
    """Start a program some times and press keys in it; the first time warms up.

    Args:
        command: the program.
        folder: an empty one for what it writes.
        keys: what is pressed.
        runs: how many times count.
    """
    environment = {f"INQUIT_{name}_DIR": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")}
    waits, memory = [], 0.0
    for run in range(runs + 1):
        with Terminal(command, environment, COLUMNS, ROWS) as terminal:
            terminal.wait_for(FIRST_WORDS.encode())
            terminal.rest(_SETTLING)
            pressed = [terminal.press(key) for key in keys]
            if run:
                waits += pressed
                memory = max(memory, terminal.megabytes())
    return Measured(keys=waits, memory=memory)


def main() -> None:
    """Measure every size and print a line each."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    print("words     quotes  key p95 ms  x bare  x 500 words  memory MB")
    shortest = None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for words, quotes in SIZES:
            path = folder / f"{words}.txt"
            write_article(path, words, quotes)
            keep_analysis(open_article(str(path)), folder / "CACHE")
            bare = measure(
                (sys.executable, "-m", "bench.reader.bare", str(path)), folder, _BARE_KEYS, runs
            )
            program = str(Path(sys.executable).with_name("inquit"))
            ours = measure((program, str(path)), folder, _KEYS, runs)
            shortest = shortest or ours
            print(
                f"{words:>7} {quotes:>8} {1000 * ours.slow_key:11.1f} "
                f"{ours.slow_key / bare.slow_key:7.2f} {ours.slow_key / shortest.slow_key:12.2f} "
                f"{ours.memory:10.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
