"""Readers of feeds and pages killed at random moments: no read mark and no kept page is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inquit.store.durability.file_layout import parse
from inquit.store.pages.kept_pages import KeptPages
from inquit.store.records.subscriptions import Subscriptions

KILLS = 300
URL = "https://herald.example/feed"

_READER = """
import sys
from pathlib import Path
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.records.subscriptions import Subscriptions

folder, url, run = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
feeds, pages = Subscriptions(folder), KeptPages(folder)
number = 0
while True:
    number += 1
    name = f"{run} {number}"
    feeds.put(Subscription(url=url), [FeedEntry(id=name, title=name)])
    feeds.mark_read(url, name)
    print("mark", name, flush=True)
    address = f"{url}/{run}"
    pages.keep(KeptPage(address=address, url=url, text_digest=name), name.encode() * 5000)
    print("page", name, flush=True)
"""


def main() -> None:
    """Print how many acknowledged marks and pages were lost."""
    chance = random.Random(9)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "data"
        told: set[str] = set()
        damaged = 0
        for run in range(KILLS):
            told |= _killed(folder, str(run), chance.uniform(0, 0.06))
            damaged += not _parses(folder / "feeds" / "inquit.json")
        with Subscriptions(folder) as feeds:
            read = {f"mark {entry.id}" for entry in feeds.entries(URL) if entry.read}
            recovery = feeds.recovery
        pages = KeptPages(folder)
        sound = {
            f"page {page.text_digest}"
            for _, page in pages.all()
            if pages.data(page) == page.text_digest.encode() * 5000
        }
    marks = {line for line in told if line.startswith("mark")}
    print(f"kills of a reader of feeds and pages: {KILLS}")
    print(f"  {len(marks)} marks acknowledged, {len(marks - read)} lost; the file did not parse")
    print(f"  {damaged} times; recovery at the end: {recovery}")
    print(f"  {len(told - marks)} pages acknowledged, {len(told - marks - sound)} lost")


def _killed(folder: Path, run: str, seconds: float) -> set[str]:
    """Let a reader work for so many seconds after its first word; return what it acknowledged."""
    reader = subprocess.Popen(
        [sys.executable, "-c", _READER, str(folder), URL, run], stdout=subprocess.PIPE, text=True
    )
    first = reader.stdout.readline() if reader.stdout else ""
    time.sleep(seconds)
    reader.kill()
    lines = [first, *reader.communicate()[0].splitlines(keepends=True)]
    # A line cut short by the kill was not acknowledged in full.
    return {line.strip() for line in lines if line.endswith("\n")}


def _parses(path: Path) -> bool:
    try:
        parse(path.read_bytes())
    except ValueError:
        return False
    return True


if __name__ == "__main__":
    main()
