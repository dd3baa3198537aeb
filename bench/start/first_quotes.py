"""How long one waits for the first quotes of an article that is new, or known already.

The quotes are there once the sidebar shows the first source.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.reader.terminal import Terminal
from bench.speed.process import run_measured
from bench.start.programs import end_helpers, helpers, peak_megabytes, reader
from bench.start.ready import press_when_drawn
from bench.start.rows import Row
from bench.start.texts import write_news
from inquit.attribution.packaged_model import installed_folder

_WORDS = 800
SOURCE = "▾".encode()
"""What stands before a source in the sidebar, and nowhere else."""

_TO_THE_END = 1.0
"""Seconds from when an analysis is kept until the reader shows all of it."""

_LOAD = "import sys, spacy; spacy.load(sys.argv[1])"


@dataclass(slots=True)
class _Taken:
    """Seconds, a figure a run; megabytes of the analysis."""

    load: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    memory: float = 0.0


def measure(runs: int) -> Iterator[Row]:
    """Yield the rows for a cold start, for a warm analyser, and for an article that is known.

    Args:
        runs: how often each is started, by turns, after a first time that warms up.
    """
    taken = _Taken()
    with tempfile.TemporaryDirectory() as name:
        for run in range(runs + 1):
            folder = Path(name) / str(run)
            folder.mkdir()
            _run_once(taken, folder, run)
    load, cold, known = median(taken.load[1:]), median(taken.cold[1:]), median(taken.known[1:])
    yield Row(
        title=f"first quotes of {_WORDS} words, cold / import spaCy and load the pipeline",
        value=cold / load,
        bar=1.5,
        aim=1.2,
        note=f"{cold:.2f} s / {load:.2f} s",
    )
    yield Row(
        title="the same with a warm analyser, after ready",
        value=median(taken.warm[1:]) if taken.warm[1:] else None,
        bar=0.5,
        aim=0.2,
        unit="s",
        note="" if taken.warm else "no analyser stays",
    )
    yield Row(
        title="article in the cache: quotes after ready", value=known, bar=0.0, aim=0.0, unit="s"
    )
    yield Row(title="memory of the analysis there", value=taken.memory, bar=350, unit="MB")


def _run_once(taken: _Taken, folder: Path, run: int) -> None:
    """Measure everything once, and add it to what was taken."""
    new, another = folder / "new.txt", folder / "another.txt"
    write_news(new, _WORDS, 2 * run)
    write_news(another, _WORDS, 2 * run + 1)
    command = (sys.executable, "-c", _LOAD, str(installed_folder()))
    taken.load.append(run_measured(command).clock)
    with reader(new, folder / "cold", folder) as terminal:
        taken.cold.append(terminal.wait_for(SOURCE))
        terminal.wait_until(lambda: any((folder / "cache" / "analyses").glob("*.json")))
        terminal.rest(_TO_THE_END)
        analyses = helpers(folder, but=terminal.process)
        taken.memory = max(taken.memory, peak_megabytes(analyses))
        terminal.leave(b"q")  # in order, so that the analyser may stay
    if helpers(folder):
        with reader(another, folder / "warm", folder) as terminal:
            taken.warm.append(_quotes_after_ready(terminal))
        end_helpers(folder)
    with reader(new, folder / "known", folder) as terminal:
        taken.known.append(_quotes_after_ready(terminal))
    end_helpers(folder)


def _quotes_after_ready(terminal: Terminal) -> float:
    """Return the seconds from the first key that acts to the first quotes; 0 if they come first."""
    ready = press_when_drawn(terminal)
    terminal.wait_for(SOURCE)
    return max(0.0, terminal.moment_of(SOURCE) - ready)
