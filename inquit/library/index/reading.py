"""What the index has of an article and of its quotes."""

from __future__ import annotations

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
    " coalesce(s.kind, ''), q.role, q.confidence, q.corrected"
)
QUOTE_WIDTH = 12
"""How many columns `QUOTE_COLUMNS` are."""


def fetch_article(index: Connection, number: int) -> IndexedArticle | None:
    """Return the article that has a number in the index, or None."""
    row = index.execute(
        f"SELECT {ARTICLE_COLUMNS} FROM article a WHERE a.id = ?",
        (number,),
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
    number, quote_id, start, end, kind, words, speaker, key, source_kind, role, sure, mended = row
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
        corrected=bool(mended),
    )
