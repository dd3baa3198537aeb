"""How long it takes to open, count, mark and step through many feeds."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records.feed_changes import RefreshedFeed
from inquit.store.records.subscriptions import Subscriptions

FEEDS, ENTRIES, RUNS = 50, 200, 9


def _url(number: int) -> str:
    return f"https://herald{number}.example/feed"


def _entries() -> tuple[FeedEntry, ...]:
    return tuple(
        FeedEntry(
            id=str(number),
            title=f"Headline number {number}",
            link=f"https://herald.example/{number}",
            published=f"2026-03-01T10:{number // 60:02}:{number % 60:02}+00:00",
            summary="a summary of some length " * 12,
        )
        for number in range(ENTRIES)
    )


def _milliseconds(action: Callable[[int], object]) -> float:
    times = []
    for run in range(RUNS):
        start = time.perf_counter()
        action(run)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main() -> None:
    """Print the median milliseconds of each."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, entries = Path(temporary) / "data", _entries()
        with Subscriptions(folder) as feeds:
            for number in range(FEEDS):
                feeds.put(Subscription(url=_url(number), title=f"Herald {number}"), entries)
            first = RefreshedFeed(url=_url(0), feed=feeds.get(_url(0)), entries=entries)
            steps: dict[str, Callable[[int], object]] = {
                "open": lambda _: Subscriptions(folder).close(),
                "entries of one feed": lambda _: feeds.entries(_url(0)),
                "unread counts": lambda _: feeds.unread_counts(),
                "next unread": lambda _: feeds.next_unread(_url(0)),
                "mark one read, on the disk": lambda run: feeds.mark_read(_url(1), str(run)),
                "renew one with nothing new": lambda _: feeds.renew([first]),
            }
            print(f"{FEEDS} feeds of {ENTRIES} entries")
            for name, action in steps.items():
                print(f"  {name:28}{_milliseconds(action):8.1f} ms", flush=True)
            for number in range(FEEDS):
                feeds.mark_all(_url(number))
            print(
                f"  {'next unread, of none':28}{_milliseconds(lambda _: feeds.next_unread()):8.1f}"
            )


if __name__ == "__main__":
    main()
