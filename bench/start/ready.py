"""From the command to the first key that acts, against a bare Textual app on the same text.

A key is pressed as soon as the text is on the screen. It has acted once a part of the text is
drawn that was not there before.
"""

from __future__ import annotations

import re
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.reader.terminal import Terminal
from bench.reader.texts import FIRST_WORDS, PART, keep_analysis, write_article
from bench.start.programs import bare, end_helpers, reader
from bench.start.rows import Row
from tui.services.opening import open_article

_SIZES = ((500, 10, 1.6, 1.3), (5_000, 100, 1.6, 1.3), (500_000, 5_000, 2.0, 1.4))
"""Words and quotes of the articles, with bar and aim."""

_MEMORY_BAR, _MEMORY_WORDS = 90.0, 500_000
_SETTLING = 3.0
"""Seconds in which the longest text is wrapped and its kept analysis is shown."""

_NEXT_PAGE = re.compile(rb"%b(?:[89]|1\d)\b" % PART.encode())
"""Paragraphs of the second page, in the reader and in the bare app; the first shows none."""


def press_when_drawn(terminal: Terminal) -> float:
    """Press a key once the text is there; return the seconds from the start until it has acted."""
    terminal.wait_for(FIRST_WORDS.encode())
    if _NEXT_PAGE.search(terminal.output):
        raise ValueError("the first page shows what the second should")
    terminal.send(b" ")
    return terminal.wait_until(lambda: _NEXT_PAGE.search(terminal.output) is not None)


def measure(runs: int) -> Iterator[Row]:
    """Yield a row for each length, and the memory of the reader at the longest.

    Args:
        runs: how often each is started, by turns, after a first time that warms up.
    """
    with tempfile.TemporaryDirectory() as name:
        for words, quotes, bar, aim in _SIZES:
            folder = Path(name) / str(words)
            path = folder / "article.txt"
            folder.mkdir()
            write_article(path, words, quotes)
            keep_analysis(open_article(str(path)), folder / "cache")
            ours: list[float] = []
            theirs: list[float] = []
            memory: list[float] = []
            for run in range(runs + 1):
                with bare(path, folder / f"bare{run}", folder) as terminal:
                    theirs.append(press_when_drawn(terminal))
                with reader(path, folder / f"ours{run}", folder) as terminal:
                    ours.append(press_when_drawn(terminal))
                    if words == _MEMORY_WORDS:
                        terminal.rest(_SETTLING)
                        memory.append(terminal.megabytes())
                end_helpers(folder)
            reader_s, bare_s = statistics.median(ours[1:]), statistics.median(theirs[1:])
            yield Row(
                title=f"ready, {words:,} words / bare Textual app",
                value=reader_s / bare_s,
                bar=bar,
                aim=aim,
                note=f"{reader_s:.2f} s / {bare_s:.2f} s",
            )
            if memory:
                title = f"memory of the reader at {words:,} words"
                yield Row(title=title, value=max(memory), bar=_MEMORY_BAR, unit="MB")
