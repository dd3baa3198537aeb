"""Times adding to a large store, with TinyDB's own storage beside it, opening it, and the cache."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from bench.reader.texts import keep_analysis, write_article
from inquit.attribution import DEFAULT_MODEL, ENGINE_VERSION
from inquit.model.article import article_of
from inquit.store.analysis_cache import AnalysisCache
from inquit.store.codec import encode
from inquit.store.durability.storage import FileStorage
from inquit.store.durability.transactional_storage import TransactionalDatabase
from inquit.store.records.record_factory import new_note
from inquit.store.records.repository import Repository

BODY = "what a source said on the telephone, " * 11
# Not among the temporary files, which may be in memory, where fsync costs nothing.
OUT = Path(__file__).parents[1] / "out"
ROUNDS, ADDED = 4, 12


def main() -> None:
    """Print medians."""
    OUT.mkdir(exist_ok=True)
    for count in (1_000, 10_000):
        with tempfile.TemporaryDirectory(dir=OUT) as temporary:
            _compare(Path(temporary), count)
    with tempfile.TemporaryDirectory(dir=OUT) as temporary:
        _open(Path(temporary), 100_000)
        _cache(Path(temporary), 5_000)


def _compare(folder: Path, count: int) -> None:
    documents = [encode(new_note("A Source", BODY)) for _ in range(count)]
    _fill(folder / "inquit.json", documents)
    repository = Repository.open(folder)
    plain = TinyDB(folder / "plain.json")
    plain.insert_multiple(documents)
    ours, theirs = [], []
    for _ in range(ROUNDS):  # by turns, and not one by one, so that neither waits for the other
        ours += [
            _time(lambda: repository.add_note(new_note("A Source", BODY))) for _ in range(ADDED)
        ]
        theirs += [
            _time(lambda: plain.insert(encode(new_note("A Source", BODY)))) for _ in range(ADDED)
        ]
    mine, other = statistics.median(ours), statistics.median(theirs)
    size = (folder / "inquit.json").stat().st_size // count
    print(f"adding one record to {count} of {size} bytes, fsync on: {1000 * mine:.1f} ms;")
    print(f"  TinyDB's JSONStorage {1000 * other:.1f} ms; {other / mine:.1f} times as fast")
    print(
        f"  (means {1000 * statistics.mean(ours):.1f} and {1000 * statistics.mean(theirs):.1f} ms)"
    )
    plain.close()


def _open(folder: Path, count: int) -> None:
    documents = [encode(new_note("A Source", BODY)) for _ in range(count)]
    _fill(folder / "inquit.json", documents)
    opened = _time(lambda: Repository.open(folder))
    repository = Repository.open(folder)
    listed = _time(repository.notes)
    again = _time(repository.notes)
    added = statistics.median(
        _time(lambda: repository.add_note(new_note("A Source", BODY))) for _ in range(24)
    )
    print(f"opening {count} records: {opened:.2f} s; the first list of all {listed:.2f} s,")
    print(f"  the next {again:.2f} s; adding one more {1000 * added:.0f} ms (median)")


def _cache(folder: Path, count: int) -> None:
    write_article(folder / "article.txt", 50 * count, count)
    text = (folder / "article.txt").read_text("utf-8")
    article, cache = article_of(text, article_id="a"), AnalysisCache(folder / "cache")
    keep_analysis(article, folder / "cache")
    seconds = statistics.median(
        _time(lambda: cache.get(article, ENGINE_VERSION, DEFAULT_MODEL)) for _ in range(9)
    )
    print(f"reading a cached analysis of {count} quotes: {1000 * seconds:.0f} ms (median)")


def _fill(path: Path, documents: list[dict[str, object]]) -> None:
    storage = FileStorage(path)
    TransactionalDatabase(storage=lambda: storage).table("notes").insert_multiple(documents)


def _time(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
