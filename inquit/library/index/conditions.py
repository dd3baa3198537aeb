"""A query as conditions of SQL. All that was typed goes in as values, never as SQL.

Words go in as strings of the full-text language, in which nothing but a quotation mark counts.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from inquit.library.index.annotations import Annotations, asked_annotations
from inquit.library.index.query import Conditions, Query, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A condition in SQL, and the values of its question marks in order."""

    sql: str
    values: tuple[object, ...] = ()


def all_of(clauses: Iterable[Clause]) -> Clause:
    """Return the condition that several conditions hold."""
    held = tuple(clauses)
    sql = " AND ".join(f"({each.sql})" for each in held) or "1"
    return Clause(sql=sql, values=tuple(value for each in held for value in each.values))


def match_words(words: Sequence[Words], column: str | None = None, join: str = "AND") -> str:
    """Return an expression of the full-text language; empty for no words."""
    named = "" if column is None else f"{column} : "
    return f" {join} ".join(named + _phrase(each) for each in words)


def article_clauses(query: Query) -> Iterator[Clause]:
    """Yield what the article, named `a`, must fulfil; words that are wanted are left out."""
    if excluded := match_words(query.excluded.words, join="OR"):
        yield Clause(
            sql="a.id NOT IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)",
            values=(excluded,),
        )
    for part in query.wanted.publications:
        yield Clause(sql="instr(a.place, ?) > 0", values=(part,))
    for part in query.excluded.publications:
        yield Clause(sql="instr(a.place, ?) = 0", values=(part,))
    if query.first_day is not None:
        yield Clause(sql="a.day >= ?", values=(query.first_day,))
    if query.last_day is not None:
        yield Clause(sql="a.day <= ?", values=(query.last_day,))


def match_quote(conditions: Conditions, join: str = "AND") -> str:
    """Return the expression for what a quote, its speaker and its role say; empty for nothing."""
    asked = (
        match_words(conditions.said, "words", join),
        match_words(conditions.by, "speaker", join),
        match_words(conditions.roles, "role", join),
    )
    return f" {join} ".join(filter(None, asked))


def quote_clauses(
    query: Query, annotations: Annotations, *, with_excluded_words: bool = True
) -> Iterator[Clause]:
    """Yield what a quote `q` of a source `s` must fulfil; words that are wanted are left out.

    Args:
        query: the query.
        annotations: what the reader wrote and marked.
        with_excluded_words: whether words that are not wanted are looked up in the index.
    """
    excluded = match_quote(query.excluded, join="OR") if with_excluded_words else ""
    if excluded:
        yield Clause(
            sql="q.id NOT IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)",
            values=(excluded,),
        )
    # A quote is of one kind: of several that are asked for, any will do.
    if query.wanted.kinds:
        yield _among("q.kind", query.wanted.kinds)
    yield from _of_quote(query.wanted, annotations)
    for clause in (*_of_quote(query.excluded, annotations), *_of_kinds(query.excluded)):
        yield Clause(sql=f"NOT coalesce(({clause.sql}), 0)", values=clause.values)


def _of_kinds(conditions: Conditions) -> Iterator[Clause]:
    if conditions.kinds:
        yield _among("q.kind", conditions.kinds)


def _of_quote(conditions: Conditions, annotations: Annotations) -> Iterator[Clause]:
    if conditions.unnamed:
        yield Clause(sql="s.kind = 'unnamed'")
    if conditions.corrected:
        yield Clause(sql="q.corrected")
    if conditions.denied:
        yield Clause(sql="q.denied")
    yield from map(_annotated, asked_annotations(conditions, annotations))


def _annotated(annotations: Annotations) -> Clause:
    """Return the condition that a quote's source or its words are annotated."""
    numbers = {number for each in annotations.passages for number in each.quotes}
    return Clause(
        sql="s.key IN (SELECT value FROM json_each(?)) OR q.id IN (SELECT value FROM json_each(?))",
        values=(_listed({each.key for each in annotations.sources}), _listed(numbers)),
    )


def _among(column: str, values: Collection[str]) -> Clause:
    return Clause(sql=f"{column} IN (SELECT value FROM json_each(?))", values=(_listed(values),))


def _listed(values: Collection[str] | Collection[int]) -> str:
    # As one value: SQLite limits how many question marks there are.
    return json.dumps(sorted(values))


def _phrase(words: Words) -> str:
    text = words.text.replace("\0", " ").replace('"', '""')
    return f'"{text}"{" *" if words.is_prefix else ""}'
