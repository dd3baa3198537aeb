"""Puts articles into the index and takes them out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from sqlite3 import Connection
from urllib.parse import urlsplit

from inquit.library.index.entries import IndexEntry
from inquit.library.index.files import transaction
from inquit.library.index.schema import FULL_TEXT
from inquit.library.index.shingles import fold_words, shingles_of
from inquit.model.annotation import source_key
from inquit.model.article import Article
from inquit.model.folding import fold_text
from inquit.model.iso_day import iso_day
from inquit.model.quotation import READER, Analysis, Attribution, Quote, Source, SourceId
from inquit.model.quoted_words import words_of

Row = tuple[object, ...]


def put_entries(index: Connection, entries: Iterable[IndexEntry]) -> None:
    """Put articles into the index, each in the place of what it had of that article.

    All of them are in it afterwards, or none where that fails.
    """
    with transaction(index):
        for entry in entries:
            _remove(index, "article_id", entry.article.id)
            _put(index, entry)
            index.execute(
                "INSERT OR REPLACE INTO home VALUES (?, ?)", (entry.home, entry.home_seen)
            )


def remove_article(index: Connection, article_id: str) -> bool:
    """Remove an article from the index, and tell whether it was there."""
    with transaction(index):
        return _remove(index, "article_id", article_id)


def remove_homes(index: Connection, homes: Iterable[str]) -> int:
    """Remove the articles that were kept in folders that are gone, and return how many."""
    removed = 0
    with transaction(index):
        for home in homes:
            removed += _remove(index, "home", home)
            index.execute("DELETE FROM home WHERE name = ?", (home,))
    return removed


def note_homes(index: Connection, homes: Iterable[tuple[str, int]]) -> None:
    """Remember folders as looked at.

    Args:
        index: the index.
        homes: the name of each, and the time of its last change in nanoseconds.
    """
    with transaction(index):
        index.executemany("INSERT OR REPLACE INTO home VALUES (?, ?)", homes)


def note_value(index: Connection, name: str, value: str) -> None:
    """Remember something about the whole index, such as what was last taken into it."""
    index.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", (name, value))


def purge(index: Connection) -> None:
    """Take what was removed out of the file, too; takes seconds where there is much."""
    for table in FULL_TEXT:
        index.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    index.execute("VACUUM")
    index.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _remove(index: Connection, column: str, value: str) -> bool:
    """Remove an article, and that its folder was looked at; tell whether it was there."""
    found = index.execute(
        f"SELECT id, text, home FROM article WHERE {column} = ?", (value,)
    ).fetchall()
    for number, text, home in found:
        index.execute(
            "INSERT INTO shingles (shingles, rowid, runs) VALUES ('delete', ?, ?)",
            (number, _runs(text)),
        )
        index.execute("DELETE FROM article WHERE id = ?", (number,))
        index.execute("DELETE FROM home WHERE name = ?", (home,))
    return bool(found)


def _put(index: Connection, entry: IndexEntry) -> None:
    row = _article_row(entry)
    marks = ", ".join("?" * len(row))
    number = index.execute(
        "INSERT INTO article (article_id, text_digest, title, site, place, byline, day,"
        " remembered, home, engine, model, corrections, word_count, text)"
        f" VALUES ({marks})",
        row,
    ).lastrowid
    index.execute(
        "INSERT INTO shingles (rowid, runs) VALUES (?, ?)",
        (number, _runs(_storable(entry.article.text))),
    )
    if entry.analysis is None or number is None:
        return
    numbers: dict[SourceId, int | None] = {}
    for source in _credited(entry.analysis):
        made = index.execute(
            "INSERT INTO source (article, source_id, key, last_word, name, kind, role)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            _source_row(number, source, entry.article),
        )
        numbers[source.id] = made.lastrowid
    index.executemany(
        'INSERT INTO quote (article, source, quote_id, start, "end", kind, words, speaker, role,'
        " confidence, corrected, denied) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _quote_rows(number, entry.article, entry.analysis, numbers),
    )


def _runs(text: str) -> str:
    # Once each: how often an article has a shingle is of no interest.
    return " ".join(sorted(set(shingles_of(fold_words(text)))))


def _article_row(entry: IndexEntry) -> Row:
    article, analysis = entry.article, entry.analysis
    return (
        article.id,
        article.text_digest,
        _storable(article.display_title),
        _storable(article.site or host_of(article.id)),
        fold_text(_storable(f"{article.site or ''} {host_of(article.id)}")),
        _storable(article.byline or ""),
        iso_day(article.published),
        entry.remembered,
        entry.home,
        analysis.engine_version if analysis else None,
        analysis.model_name if analysis else None,
        entry.corrections,
        article.word_count,
        _storable(article.text),
    )


def host_of(article_id: str) -> str:
    """Return the host of an article's address without www, or an empty string."""
    with suppress(ValueError):
        return (urlsplit(article_id).hostname or "").removeprefix("www.")
    return ""


def _storable(text: str) -> str:
    """Return text that SQLite takes: as long as it was, without halves of surrogate pairs."""
    text = text.replace("\0", " ")
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _credited(analysis: Analysis) -> Iterator[Source]:
    pairs = zip(analysis.quotes, analysis.attributions, strict=True)
    wanted = {given.source_id for quote, given in pairs if not quote.topic}
    yield from (source for source in analysis.sources if source.id in wanted)


def _source_row(number: int, source: Source, article: Article) -> Row:
    name = _storable(source.name)
    words = fold_words(name)
    key = _storable(source_key(source, article.id))
    last = words[-1] if words else ""
    return number, source.id, key, last, name, source.kind.value, _storable(source.role or "")


def _quote_rows(
    number: int, article: Article, analysis: Analysis, numbers: dict[SourceId, int | None]
) -> Iterator[Row]:
    sources = {source.id: source for source in analysis.sources}
    for quote, given in zip(analysis.quotes, analysis.attributions, strict=True):
        if quote.topic:
            continue
        source = sources[given.source_id] if given.source_id is not None else None
        yield (
            number,
            numbers[source.id] if source else None,
            quote.id,
            quote.span.start,
            quote.span.end,
            quote.type.value,
            _storable(words_of(article.text, quote)),
            _storable(source.name) if source else "",
            _storable(source.role or "") if source else "",
            given.confidence,
            _is_corrected(quote, given, source),
            quote.negated,
        )


def _is_corrected(quote: Quote, given: Attribution, source: Source | None) -> bool:
    of_source = source is not None and source.corrected is not None
    return given.method == READER or quote.corrected is not None or of_source
