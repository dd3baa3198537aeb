"""Runs a query on the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from inquit.library.index.conditions import (
    Clause,
    NotedKeys,
    all_of,
    article_clauses,
    match_quote,
    match_words,
    quote_clauses,
)
from inquit.library.index.query import Query
from inquit.library.index.reading import (
    ARTICLE_COLUMNS,
    ARTICLE_WIDTH,
    QUOTE_COLUMNS,
    QUOTE_WIDTH,
    article_from,
    quote_from,
)
from inquit.library.index.results import ArticleHits, Hit, SearchResults
from inquit.library.index.snippets import BEGIN, END, best_window, parse_marked, snippet_of

_LONGEST_QUOTE = 280  # code points of a quote that are shown
_LONGEST_PASSAGE = 200  # code points of other text that are shown
_TITLE_WEIGHT = 4.0  # how much more a word counts in the title than in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLimits:
    """How much of what is found is wanted.

    Attributes:
        articles: articles at most.
        hits: places in each of them at most.
        newest_first: whether the newest come first, and not those that fit best.
    """

    articles: int = 50
    hits: int = 3
    newest_first: bool = False


def search(
    index: Connection,
    query: Query,
    *,
    engine: str,
    noted: NotedKeys = lambda _: (),
    limits: SearchLimits = SearchLimits(),
) -> SearchResults:
    """Return what a query finds; nothing where nothing is asked for.

    Where the query says anything of quotes, an article fits that has a quote of which all of this
    is true; else one that has the words.

    Args:
        index: an open index.
        query: the query.
        engine: the version of the engine; what another one found is marked as outdated.
        noted: the keys of the sources that the reader has notes on.
        limits: how much is wanted, and in which order.
    """
    if query.is_empty:
        return SearchResults(articles=(), total=0)
    rows = list(_rank_articles(index, query, noted, limits))
    found = []
    for row in rows:
        article, fitting = article_from(row[:ARTICLE_WIDTH]), row[ARTICLE_WIDTH]
        hits = tuple(_hits(index, article.number, query, noted, limits.hits))
        found.append(
            ArticleHits(
                article=article,
                hits=hits,
                more=max(0, fitting - len(hits)),
                is_outdated=article.engine is not None and article.engine != engine,
            )
        )
    return SearchResults(articles=tuple(found), total=rows[0][-1] if rows else 0)


def _rank_articles(
    index: Connection, query: Query, noted: NotedKeys, limits: SearchLimits
) -> Iterator[tuple[Any, ...]]:
    """Yield the columns of each article, how many of its quotes fit, and how many articles fit."""
    words, of_quote = match_words(query.wanted.words), match_quote(query.wanted)
    tables, scores = "article a", list[str]()
    clauses = list(article_clauses(query))
    if words:
        tables += " JOIN scored_articles aw ON aw.id = a.id"
        scores.append("aw.score")
    if query.concerns_quotes:
        tables += " JOIN quote q ON q.article = a.id LEFT JOIN source s ON s.id = q.source"
        clauses += quote_clauses(query, noted)
    if of_quote:
        tables += " JOIN scored_quotes qw ON qw.id = q.id"
    if query.wanted.said:
        scores.append("min(qw.score)")
    condition = all_of(clauses)
    values = [_TITLE_WEIGHT, words or _NOTHING, of_quote or _NOTHING, *condition.values]
    best = f"{' + '.join(scores)}, " if scores and not limits.newest_first else ""
    fitting, grouped = ("count(*)", " GROUP BY a.id") if query.concerns_quotes else ("0", "")
    yield from index.execute(
        f"{_SCORED} SELECT {ARTICLE_COLUMNS}, {fitting}, count(*) OVER () FROM {tables}"
        f" WHERE {condition.sql}{grouped} ORDER BY {best}{_NEWEST} LIMIT ?",
        (*values, limits.articles),
    )


_NOTHING = '""'
"""An expression that matches nothing."""

_NEWEST = "a.day IS NULL, a.day DESC, a.remembered DESC, a.id DESC"

# The scores are worked out before anything is grouped, as SQLite asks for.
_SCORED = """
WITH scored_articles AS MATERIALIZED (
    SELECT rowid AS id, bm25(article_words, ?, 1.0) AS score FROM article_words
    WHERE article_words MATCH ?
), scored_quotes AS MATERIALIZED (
    SELECT rowid AS id, bm25(quote_words) AS score FROM quote_words WHERE quote_words MATCH ?
)"""


def _hits(
    index: Connection, article: int, query: Query, noted: NotedKeys, most: int
) -> Iterator[Hit]:
    """Yield the best quotes of an article; where no quote has the words, the passage that has."""
    words = match_words(query.wanted.words)
    of_quote = match_quote(query.wanted)
    quotes: list[Hit] = []
    if query.concerns_quotes:
        quotes = list(_quote_hits(index, article, of_quote, query, noted, most))
    elif words:
        said = match_words(query.wanted.words, "words")
        quotes = list(_quote_hits(index, article, said, query, noted, most))
    yield from quotes
    if not quotes and words:
        yield from _passage(index, article, words)
    elif not quotes:
        yield from _beginning(index, article)


def _quote_hits(
    index: Connection, article: int, match: str, query: Query, noted: NotedKeys, most: int
) -> Iterator[Hit]:
    condition = all_of(
        (Clause(sql="q.article = ?", values=(article,)), *quote_clauses(query, noted))
    )
    source = "LEFT JOIN source s ON s.id = q.source"
    if match:
        # The rows of the article alone: what is found elsewhere need not be marked.
        sql = (
            f"SELECT {QUOTE_COLUMNS}, highlight(quote_words, 0, ?, ?) FROM quote_words"
            f" JOIN quote q ON q.id = quote_words.rowid {source}"
            f" WHERE quote_words MATCH ? AND quote_words.rowid BETWEEN"
            f" (SELECT min(id) FROM quote WHERE article = ?) AND"
            f" (SELECT max(id) FROM quote WHERE article = ?) AND {condition.sql}"
            " ORDER BY q.start LIMIT ?"
        )
        values = (BEGIN, END, match, article, article, *condition.values, most)
    else:
        sql = (
            f"SELECT {QUOTE_COLUMNS}, q.words FROM quote q {source}"
            f" WHERE {condition.sql} ORDER BY q.start LIMIT ?"
        )
        values = (*condition.values, most)
    for row in index.execute(sql, values):
        quote = quote_from(row[:QUOTE_WIDTH])
        words, marks = parse_marked(row[QUOTE_WIDTH])
        yield Hit(offset=quote.start, snippet=snippet_of(words, marks, _LONGEST_QUOTE), quote=quote)


def _passage(index: Connection, article: int, words: str) -> Iterator[Hit]:
    """Yield the passage of an article that has most of the words; its beginning for the title's."""
    row = index.execute(
        "SELECT highlight(article_words, 1, ?, ?) FROM article_words"
        " WHERE article_words MATCH ? AND rowid = ?",
        (BEGIN, END, words, article),
    ).fetchone()
    if row is not None:
        text, marks = parse_marked(row[0])
        window = best_window(text, marks, _LONGEST_PASSAGE)
        first = next((mark.start for mark in marks if mark.start >= window.start), 0)
        yield Hit(offset=first, snippet=snippet_of(text, marks, _LONGEST_PASSAGE))


def _beginning(index: Connection, article: int) -> Iterator[Hit]:
    (text,) = index.execute(
        "SELECT substr(text, 1, ?) FROM article WHERE id = ?", (_LONGEST_PASSAGE * 2, article)
    ).fetchone()
    yield Hit(offset=0, snippet=snippet_of(text, (), _LONGEST_PASSAGE))
