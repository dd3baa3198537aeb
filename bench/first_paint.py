"""From start to first picture: a page of 5,000 words against the same text, each in turn.

Told, too: what looking at the kind of an input adds for a text, whose start is then compared with
one that takes every input for text. The analysis is kept already, as on every later start.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from html import escape
from pathlib import Path

from bench.reader.terminal import Terminal
from bench.reader.texts import FIRST_WORDS, keep_analysis, write_article
from tui.services.opening import open_article

WORDS, QUOTES = 5_000, 100
RUNS, COLUMNS, ROWS = 15, 120, 40
_START = "from tui.cli import main; main()"
_UNSEEN = (
    "import inquit.loaders.local_documents as loading; from inquit.loaders.kind import Kind; "
    "loading.kind_of = lambda data, name='': Kind.TEXT; "
)


def page_of(text: str) -> str:
    """Return a page whose article is a text, with a menu before it and a footer after it."""
    menu = "".join(f"<li><a href='/{number}'>Story {number}</a></li>" for number in range(30))
    body = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Harbour</title></head>"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>Harbour</h1>{body}</article>"
        "<footer><p>All rights reserved.</p></footer></body></html>"
    )


def main() -> None:
    """Print the medians and their ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text, page = folder / "article.txt", folder / "article.html"
        write_article(text, WORDS, QUOTES)
        page.write_text(page_of(text.read_text("utf-8")), "utf-8")
        for path in (text, page):
            keep_analysis(open_article(str(path)), folder / "CACHE")
        programs = {
            ".txt": (sys.executable, "-c", _START, str(text)),
            ".html": (sys.executable, "-c", _START, str(page)),
            ".txt, taken for text unseen": (sys.executable, "-c", _UNSEEN + _START, str(text)),
        }
        places = {f"INQUIT_{each}_DIR": str(folder / each) for each in ("DATA", "CONFIG", "CACHE")}
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for run in range(runs + 1):
            for name, command in programs.items():
                with Terminal(command, places, COLUMNS, ROWS) as terminal:
                    seconds = terminal.wait_for(FIRST_WORDS.encode())
                if run:
                    taken[name].append(seconds)
    first = statistics.median(taken[".txt"])
    for name, times in taken.items():
        middle = statistics.median(times)
        print(f"{name:28}{1000 * middle:6.0f} ms {middle / first:6.2f} x .txt")


if __name__ == "__main__":
    main()
