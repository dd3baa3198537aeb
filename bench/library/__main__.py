"""Prints how large and how quick the library is: `python -m bench.library`.

10,000 made articles, and those of INQUIT_CORPORA with what the annotators found in them.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from bench.accuracy.scoring import corpora_folder
from bench.library.making import ENGINE, ArticleMaker
from bench.verification.gold import gold_analysis
from bench.verification.making import GoldQuote, read_gold
from inquit.library.dossier.gathering import gather_dossier, list_sources
from inquit.library.index.entries import IndexEntry
from inquit.library.index.files import opened_index, size_of_index
from inquit.library.index.parsing import parse_query
from inquit.library.index.searching import search
from inquit.library.index.writing import put_entries

_T = TypeVar("_T")
SIZES = (100, 1_000, 10_000)
CORPUS = "polnear.train.jsonl"
_AT_ONCE = 100
_ASKED = 60  # queries and dossiers of each kind


def main() -> None:
    """Run and print the figures."""
    print("made articles | build s | ms each | update ms | query ms p50/p95 | dossier ms p50/p95 |")
    print("kB each | memory MB")
    for size in SIZES:
        _measure_made(size)
    folder = corpora_folder()
    if folder is None or not (folder / CORPUS).is_file():
        print(f"real articles: skipped, as INQUIT_CORPORA names no folder with {CORPUS} in it")
        return
    _measure_real(folder / CORPUS)


def _measure_made(size: int) -> None:
    maker = ArticleMaker()
    with tempfile.TemporaryDirectory() as folder, opened_index(Path(folder)) as index:
        built = _build(index, maker.entries(size))
        more = list(ArticleMaker(2).entries(40))
        update = _times(lambda entry: put_entries(index, [entry]), more)
        queries = _times(lambda typed: _search(index, typed), _queries(maker))
        names = [maker.names[place] for place in range(_ASKED)]
        dossiers = _times(lambda name: gather_dossier(index, name), names)
        index.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        _print(f"{size:,}", size, built, update, queries, dossiers, Path(folder))


def _measure_real(path: Path) -> None:
    articles, quotes = read_gold(path)
    by_article: dict[str, list[GoldQuote]] = {}
    for quote in quotes:
        by_article.setdefault(quote.article.text_digest, []).append(quote)
    entries = [
        IndexEntry(
            article=article,
            analysis=replace(
                gold_analysis(article, by_article.get(article.text_digest, [])),
                engine_version=ENGINE,
            ),
            remembered="",
            home=str(number),
            home_seen=number,
        )
        for number, article in enumerate(articles)
    ]
    with tempfile.TemporaryDirectory() as folder, opened_index(Path(folder)) as index:
        built = _build(index, iter(entries))
        update = _times(lambda entry: put_entries(index, [entry]), entries[:40])
        names = [name for name, _, _ in list_sources(index, _ASKED)]
        typed = [f'by:"{name}"' for name in names[:20]]
        typed += [f"said:{word}" for word in "tax border emails court police vote jobs".split()]
        typed += ["campaign debate", '"white house"', "said:wall -by:trump", "immigra*"]
        queries = _times(lambda each: _search(index, each), typed)
        dossiers = _times(lambda name: gather_dossier(index, name), names)
        index.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        _print(
            f"real: {len(entries)}", len(entries), built, update, queries, dossiers, Path(folder)
        )


def _build(index: Connection, entries: Iterator[IndexEntry]) -> float:
    """Put articles into the index and return the seconds that this took, their making left out."""
    seconds = 0.0
    while some := list(islice(entries, _AT_ONCE)):
        begun = time.perf_counter()
        put_entries(index, some)
        seconds += time.perf_counter() - begun
    return seconds


def _queries(maker: ArticleMaker) -> list[str]:
    """Return queries of each kind: rare and common words, phrases, prefixes, fields."""
    made = []
    for place in range(_ASKED // 6):
        one, two = maker.words(2)
        name = maker.names[place * 7].split()[-1]
        made += [one, f"{one} {two}", f'"{one} {two}"', f"{one[:4]}*", f"said:{one} by:{name}"]
        made.append(f"by:{name} in:paper{place} after:2022-01-01 -{two}")
    return made


def _search(index: Connection, typed: str) -> object:
    return search(index, parse_query(typed, date(2026, 11, 28)), engine=ENGINE)


def _times(work: Callable[[_T], object], subjects: Iterable[_T]) -> list[float]:
    """Return the milliseconds that some work takes on each subject, sorted."""
    taken = []
    for subject in subjects:
        begun = time.perf_counter()
        work(subject)
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)


def _print(
    name: str,
    size: int,
    built: float,
    update: Sequence[float],
    queries: Sequence[float],
    dossiers: Sequence[float],
    folder: Path,
) -> None:
    print(
        f"{name} | {built:.1f} | {built * 1000 / size:.2f} | {_share(update, 0.5):.1f}"
        f" | {_share(queries, 0.5):.1f}/{_share(queries, 0.95):.1f}"
        f" | {_share(dossiers, 0.5):.1f}/{_share(dossiers, 0.95):.1f}"
        f" | {size_of_index(folder) / size / 1000:.1f} | {_resident_megabytes():.0f}",
        flush=True,
    )


def _share(taken: Sequence[float], share: float) -> float:
    return taken[min(len(taken) - 1, int(len(taken) * share))]


def _resident_megabytes() -> float:
    """Return the memory that the process has now, where the system says so."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
