"""Passages found again after 2,000 synthetic edits of annotated articles."""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.store.edits import EDITS, mark_passage, remove_marks
from inquit.model.annotation import target_of
from inquit.model.article import article_of
from inquit.model.inquit import LONGEST
from inquit.model.span import Span
from inquit.store.anchors.anchoring import find

ROUNDS = 2000
FILES = ("gum-news.jsonl", "polnear.dev.jsonl", "polnear.train.jsonl", "seed.gold.jsonl")


def main() -> None:
    """Print, for each kind of edit, how many passages were found, orphaned, and misplaced."""
    folder = os.environ.get("INQUIT_CORPORA")
    if not folder:
        print("re-anchoring: skipped; INQUIT_CORPORA names no folder of annotated articles")
        return
    documents = list(_documents(Path(folder)))
    others = [s for d in documents for s in d["text"].split("\n") if 30 < len(s) < 200][:5000]
    chance = random.Random(20)
    counts: Counter[tuple[str, str]] = Counter()
    slowest, started = 0.0, time.perf_counter()
    for number in range(ROUNDS):
        name = list(EDITS)[number % len(EDITS)]
        outcome, seconds = _one(name, chance.choice(documents), others, chance)
        counts[name, outcome] += 1
        slowest = max(slowest, seconds)
    _print(counts, time.perf_counter() - started, slowest)


def _documents(folder: Path) -> Iterator[dict[str, object]]:
    for name in FILES:
        path = folder / name
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                documents = [json.loads(line) for line in lines]
            yield from (d for d in documents if d["quotes"] and len(d["text"]) < 100_000)


def _one(name, document, others, chance) -> tuple[str, float]:  # type: ignore[no-untyped-def]
    text = document["text"]
    while True:
        quote = chance.choice(document["quotes"])
        start, end = chance.choice(quote["spans"])
        if end - start >= 3:
            break
    target = target_of(article_of(text, article_id="article"), Span(start, end), _inquit(quote))
    edited = mark_passage(text, start, end)
    for edit in EDITS[name]:
        edited = edit(edited, others, chance)
    plain, truth = remove_marks(edited)
    began = time.perf_counter()
    found = find(target, article_of(plain, article_id="article"))
    seconds = time.perf_counter() - began
    return _outcome(found, truth), seconds


def _inquit(quote) -> Span | None:  # type: ignore[no-untyped-def]
    """Return the words that name who said a quote as the reader would keep them."""
    speaker, cue = quote.get("speaker") or {}, quote.get("cue") or {}
    if not speaker.get("span") or not any(map(str.isupper, speaker["text"])):
        return None
    spans = [Span(*each["span"]) for each in (speaker, cue) if each.get("span")]
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    return Span(start, end) if end - start <= LONGEST else spans[0]


def _outcome(found: Span | None, truth: tuple[int, int] | None) -> str:
    if truth is None:
        return "rightly orphaned" if found is None else "misplaced"
    if found is None:
        return "orphaned"
    shared = min(found.end, truth[1]) - max(found.start, truth[0])
    union = max(found.end, truth[1]) - min(found.start, truth[0])
    if (found.start, found.end) == truth:
        return "found"
    return "found nearly" if shared / union >= 0.8 else "misplaced"


def _print(counts: Counter[tuple[str, str]], seconds: float, slowest: float) -> None:
    columns = ("found", "found nearly", "orphaned", "misplaced", "rightly orphaned")
    print(f"re-anchoring: {ROUNDS} edits")
    print(f"  {'':20}" + "".join(f"{column:>18}" for column in columns))
    for name in EDITS:
        print(f"  {name:20}" + "".join(f"{counts[name, column]:18}" for column in columns))
    total = {column: sum(counts[name, column] for name in EDITS) for column in columns}
    print(f"  {'all':20}" + "".join(f"{total[column]:18}" for column in columns))
    present = total["found"] + total["found nearly"] + total["orphaned"]
    right = total["found"] + total["found nearly"]
    print(f"  of the passages still there, {right / present:.2%} found in the right place")
    print(
        f"  {total['misplaced']} put in a wrong place; {1000 * seconds / ROUNDS:.1f} ms on average"
    )
    print(f"  (the edit included), the slowest search {1000 * slowest:.0f} ms")
