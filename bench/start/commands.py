"""What the command line takes: the help, and an article that was analysed before."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.speed.process import run_measured
from bench.start.programs import INQUIT, end_helpers, environment
from bench.start.rows import Row
from bench.start.texts import write_news

_WORDS = 800
_TYPER = (sys.executable, "-c", "import typer")


def measure(runs: int) -> Iterator[Row]:
    """Yield the rows.

    Args:
        runs: how often each is run, by turns, after a first time that warms up.
    """
    taken: dict[str, list[float]] = {name: [] for name in ("typer", "help", "first", "again")}
    with tempfile.TemporaryDirectory() as name:
        for run in range(runs + 1):
            folder = Path(name) / str(run)
            folder.mkdir()
            article = folder / "article.txt"
            write_news(article, _WORDS, run)
            extract = (INQUIT, "extract", str(article))
            for title, command in (
                ("typer", _TYPER),
                ("help", (INQUIT, "--help")),
                ("first", extract),
                ("again", extract),
            ):
                taken[title].append(_seconds(command, folder))
                end_helpers(folder)
    typer, inquit, first, again = (median(seconds[1:]) for seconds in taken.values())
    yield Row(
        title="`inquit --help` / `python -c 'import typer'`",
        value=inquit / typer,
        bar=1.5,
        aim=1.1,
        note=f"{inquit:.3f} s / {typer:.3f} s",
    )
    yield Row(
        title="`inquit extract` of an analysed article / the first time",
        value=again / first,
        bar=0.3,
        aim=0.15,
        note=f"{again:.2f} s / {first:.2f} s",
    )


def _seconds(command: Sequence[str], folder: Path) -> float:
    """Return the seconds by the clock that a command takes."""
    variables = environment(folder, folder)
    return run_measured(command, output=subprocess.DEVNULL, variables=variables).clock
