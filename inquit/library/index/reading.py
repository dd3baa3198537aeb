"""What the index has of an article and of its quotes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any

from inquit.library.index.entries import IndexedArticle, IndexedQuote

ARTICLE_COLUMNS = (
    "a.id, a.article_id, a.text_digest, a.title, a.site, a.byline, a.day, a.remembered, a.engine"
)
ARTICLE_WIDTH = 9
"""How many columns `ARTICLE_COLUMNS` are."""

QUOTE_COLUMNS = (
    "q.id, q.quote_id, q.start, q.\"end\", q.kind, q.words, q.speaker, coalesce(s.key, ''),"
    " coalesce(s.kind, ''), q.role, q.confidence, q.corrected, q.denied"
)
QUOTE_WIDTH = 13
"""How many columns `QUOTE_COLUMNS` are."""


def fetch_article(index: Connection, number: int) -> IndexedArticle | None:
    """Return the article that has a number in the index, or None."""
    row = index.execute(
        f"SELECT {ARTICLE_COLUMNS} FROM article a WHERE a.id = ?",
        (number,),
    ).fetchone()
    return None if row is None else article_from(row)


def find_article(index: Connection, article_id: str, text_digest: str) -> IndexedArticle | None:
    """Return the article with an id, else the newest with a text; None for neither."""
    row = index.execute(
        f"SELECT {ARTICLE_COLUMNS} FROM article a WHERE a.article_id = ? OR a.text_digest = ?"
        " ORDER BY a.article_id = ? DESC, a.id DESC LIMIT 1",
        (article_id, text_digest, article_id),
    ).fetchone()
    return None if row is None else article_from(row)


def fetch_text(index: Connection, number: int) -> str:
    """Return the text of an article, as long as the article's own; empty where there is none."""
    row = index.execute("SELECT text FROM article WHERE id = ?", (number,)).fetchone()
    return "" if row is None else str(row[0])


def fetch_quotes(index: Connection, number: int) -> tuple[IndexedQuote, ...]:
    """Return the quotes of an article, in the order of the text."""
    rows = index.execute(
        f"SELECT {QUOTE_COLUMNS} FROM quote q LEFT JOIN source s ON s.id = q.source"
        ' WHERE q.article = ? ORDER BY q.start, q."end"',
        (number,),
    )
    return tuple(map(quote_from, rows))


def find_number(index: Connection, article_id: str) -> int | None:
    """Return the number that an article has in the index, or None."""
    row = index.execute("SELECT id FROM article WHERE article_id = ?", (article_id,)).fetchone()
    return None if row is None else int(row[0])


def find_digest(index: Connection, article_id: str) -> str:
    """Return the digest of an article's text; empty where it is not in the index."""
    row = index.execute(
        "SELECT text_digest FROM article WHERE article_id = ?", (article_id,)
    ).fetchone()
    return "" if row is None else str(row[0])


def is_current(index: Connection, text_digest: str, engine: str, model: str) -> bool:
    """Tell whether an engine and a model have analysed an article with a text."""
    row = index.execute(
        "SELECT 1 FROM article WHERE text_digest = ? AND engine = ? AND model = ?",
        (text_digest, engine, model),
    ).fetchone()
    return row is not None


def list_homes(index: Connection) -> dict[str, int]:
    """Return the folders that were looked at, each with when it had changed last."""
    return dict(index.execute("SELECT name, seen FROM home").fetchall())


def list_outdated(index: Connection, engine: str, model: str) -> tuple[str, ...]:
    """Return the folders of the articles that this engine and model have not analysed yet.

    Those that no engine has analysed come first.
    """
    rows = index.execute(
        "SELECT home FROM article WHERE engine IS NULL OR engine <> ? OR model <> ?"
        " ORDER BY engine IS NOT NULL, id DESC",
        (engine, model),
    )
    return tuple(home for (home,) in rows)


def list_corrected(
    index: Connection, ids: Iterable[str], digests: Iterable[str]
) -> tuple[str, ...]:
    """Return the folders of the articles that were corrected when they were put in.

    Args:
        index: the index.
        ids: articles that are returned besides.
        digests: of texts whose articles are returned besides.
    """
    rows = index.execute(
        "SELECT home FROM article WHERE corrections <> ''"
        " OR article_id IN (SELECT value FROM json_each(?))"
        " OR text_digest IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)), json.dumps(list(digests))),
    )
    return tuple(home for (home,) in rows)


def read_value(index: Connection, name: str) -> str:
    """Return what was remembered about the whole index; empty for nothing."""
    row = index.execute("SELECT value FROM known WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def count_rows(index: Connection) -> tuple[int, int, int]:
    """Return how many articles, quotes and credited sources there are."""
    row = index.execute(
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM quote),"
        " (SELECT count(*) FROM source)"
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def article_from(row: tuple[Any, ...]) -> IndexedArticle:
    """Return the article of a row of `ARTICLE_COLUMNS`."""
    number, article_id, digest, title, site, byline, day, remembered, engine = row
    return IndexedArticle(
        number=number,
        article_id=article_id,
        text_digest=digest,
        title=title,
        site=site,
        byline=byline,
        day=day,
        remembered=remembered,
        engine=engine,
    )


def quote_from(row: tuple[Any, ...]) -> IndexedQuote:
    """Return the quote of a row of `QUOTE_COLUMNS`."""
    number, quote_id, start, end, kind, words, speaker, key, source_kind, *rest = row
    role, sure, corrected, denied = rest
    return IndexedQuote(
        number=number,
        quote_id=quote_id,
        start=start,
        end=end,
        kind=kind,
        words=words,
        speaker=speaker,
        key=key,
        source_kind=source_kind,
        role=role,
        confidence=sure,
        corrected=bool(corrected),
        denied=bool(denied),
    )
