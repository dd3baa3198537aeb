"""Runs a query on the index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from inquit.library.index.annotations import (
    Annotations,
    MarkedPassage,
    passages_beside_quotes,
)
from inquit.library.index.conditions import (
    Clause,
    all_of,
    article_clauses,
    match_quote,
    match_words,
    quote_clauses,
)
from inquit.library.index.matching import find_words, has_any
from inquit.library.index.query import Query, Words
from inquit.library.index.reading import (
    ARTICLE_COLUMNS,
    ARTICLE_WIDTH,
    QUOTE_COLUMNS,
    article_from,
    fetch_text,
    quote_from,
)
from inquit.library.index.results import ArticleHits, Hit, SearchResults
from inquit.library.index.snippets import best_window, snippet_of
from inquit.model.span import Span

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
    annotations: Annotations = Annotations(),  # noqa: B008 - it is frozen
    limits: SearchLimits = SearchLimits(),
) -> SearchResults:
    """Return what a query finds; nothing where nothing is asked for.

    Where the query says anything of quotes, an article fits that has a quote of which all of this
    is true; else one that has the words. What it says of notes and bookmarks may as well be true
    of a marked passage outside of quotes.

    Args:
        index: an open index.
        query: the query.
        engine: the version of the engine; what another one found is marked as outdated.
        annotations: what the reader wrote and marked.
        limits: how much is wanted, and in which order.
    """
    if query.is_empty:
        return SearchResults(articles=(), total=0)
    marked = passages_beside_quotes(query, annotations)
    rows = list(_rank_articles(index, query, annotations, marked, limits))
    found = []
    for row in rows:
        article = article_from(row[:ARTICLE_WIDTH])
        here = [each for each in marked if each.article == article.number]
        hits, fitting = _hits(index, article.number, query, annotations, here, limits.hits)
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
    index: Connection,
    query: Query,
    annotations: Annotations,
    marked: Sequence[MarkedPassage],
    limits: SearchLimits,
) -> Iterator[tuple[Any, ...]]:
    """Yield the columns of each article, and how many articles fit."""
    words, of_quote = match_words(query.wanted.words), match_quote(query.wanted)
    tables, scores = "article a", list[str]()
    clauses = list(article_clauses(query))
    if words:
        tables += " JOIN scored_articles aw ON aw.id = a.id"
        scores.append("aw.score")
    if query.concerns_quotes:
        join = "LEFT JOIN" if marked else "JOIN"
        tables += f" {join} quote q ON q.article = a.id LEFT JOIN source s ON s.id = q.source"
        fitting = all_of(quote_clauses(query, annotations))
        clauses.append(_or_among(fitting, marked) if marked else fitting)
    if of_quote:
        tables += " JOIN scored_quotes qw ON qw.id = q.id"
    if query.wanted.said:
        scores.append("min(qw.score)")
    condition = all_of(clauses)
    best = f"{' + '.join(scores)}, " if scores and not limits.newest_first else ""
    grouped = " GROUP BY a.id" if query.concerns_quotes else ""
    # Only the best are fetched whole: of thousands that fit, most are not shown.
    yield from index.execute(
        f"{_SCORED} SELECT {ARTICLE_COLUMNS}, best.total FROM ("
        f"SELECT a.id AS id, row_number() OVER (ORDER BY {best}{_NEWEST}) AS place,"
        f" count(*) OVER () AS total FROM {tables} WHERE {condition.sql}{grouped}"
        " ORDER BY place LIMIT ?"
        ") best JOIN article a ON a.id = best.id ORDER BY best.place",
        (
            _TITLE_WEIGHT,
            words or _NOTHING,
            of_quote or _NOTHING,
            *condition.values,
            limits.articles,
        ),
    )


def _or_among(fitting: Clause, marked: Iterable[MarkedPassage]) -> Clause:
    """Return the condition that a quote fits, or the article is that of a marked passage."""
    numbers = json.dumps(sorted({each.article for each in marked}))
    return Clause(
        sql=f"(q.id IS NOT NULL AND ({fitting.sql})) OR a.id IN (SELECT value FROM json_each(?))",
        values=(*fitting.values, numbers),
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
    index: Connection,
    article: int,
    query: Query,
    annotations: Annotations,
    marked: Sequence[MarkedPassage],
    most: int,
) -> tuple[tuple[Hit, ...], int]:
    """Return the places of an article that are shown, and how many of its places fit.

    Where no quote has the words, it is the passage that has them.
    """
    places = list(_quote_hits(index, article, query, annotations))
    if marked:
        text = fetch_text(index, article)
        places += [_marked_hit(text, each) for each in marked]
        places.sort(key=lambda each: each.offset)
    if places:
        return tuple(places[:most]), len(places)
    return (_passage(index, article, query.wanted.words),), 0


def _quote_hits(
    index: Connection, article: int, query: Query, annotations: Annotations
) -> Iterator[Hit]:
    """Yield the quotes of an article that fit, or without conditions on quotes have the words."""
    wanted, excluded = query.wanted, query.excluded
    asked = wanted.said if query.concerns_quotes else wanted.words
    if not query.concerns_quotes and not asked:
        return
    clauses = quote_clauses(query, annotations, with_excluded_words=False)
    condition = all_of((Clause(sql="q.article = ?", values=(article,)), *clauses))
    rows = index.execute(
        f"SELECT {QUOTE_COLUMNS} FROM quote q LEFT JOIN source s ON s.id = q.source"
        f" WHERE {condition.sql} ORDER BY q.start",
        condition.values,
    )
    for quote in map(quote_from, rows):
        marks = find_words(quote.words, asked)
        by = find_words(quote.speaker, wanted.by) is not None
        if marks is None or not by or find_words(quote.role, wanted.roles) is None:
            continue
        unwanted = has_any(quote.words, excluded.said) or has_any(quote.speaker, excluded.by)
        if unwanted or has_any(quote.role, excluded.roles):
            continue
        if not marks and wanted.words:
            marks = _any_of(quote.words, wanted.words)
        snippet = snippet_of(quote.words, marks, _LONGEST_QUOTE)
        yield Hit(offset=quote.start, snippet=snippet, quote=quote)


def _marked_hit(text: str, passage: MarkedPassage) -> Hit:
    snippet = snippet_of(text, (passage.span,), _LONGEST_PASSAGE)
    return Hit(offset=passage.span.start, snippet=snippet)


def _any_of(text: str, words: Iterable[Words]) -> tuple[Span, ...]:
    found = (find_words(text, [each]) or () for each in words)
    return tuple(sorted(mark for marks in found for mark in marks))


def _passage(index: Connection, article: int, words: Sequence[Words]) -> Hit:
    """Return the passage of an article that has most of the words; its beginning for none."""
    text = fetch_text(index, article)
    marks = _any_of(text, words)
    window = best_window(text, marks, _LONGEST_PASSAGE)
    first = next((mark.start for mark in marks if mark.start >= window.start), 0)
    return Hit(offset=first, snippet=snippet_of(text, marks, _LONGEST_PASSAGE))
