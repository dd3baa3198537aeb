"""Who else uses the same words: quotes by others that have a run of words of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from sqlite3 import Connection

from inquit.library.dossier.values import Echo, Statement
from inquit.library.index.reading import fetch_article, fetch_quotes
from inquit.library.index.shingles import find_candidates, fold_words, shingles_of

_LEAST_WORDS = 5
"""Words that a run has at least; fewer are found in everybody's mouth."""

_MOST_STATEMENTS = 100
_MOST_ARTICLES = 8


def find_echoes(index: Connection, statements: Sequence[Statement]) -> tuple[Echo, ...]:
    """Return quotes by others with words of some statements, the longest runs first.

    Args:
        index: an open index.
        statements: those of one person or body; of many, the newest are looked up.
    """
    own = {each.quote.key for each in statements}
    found = [
        echo for each in statements[:_MOST_STATEMENTS] for echo in _echoes_of(index, each, own)
    ]
    return tuple(sorted(found, key=lambda echo: -len(echo.words.split())))


def _echoes_of(index: Connection, statement: Statement, own: Iterable[str]) -> Iterator[Echo]:
    words = fold_words(statement.quote.words)
    if len(words) < _LEAST_WORDS:
        return
    shingles = set(shingles_of(words))
    for candidate in find_candidates(index, words, most=_MOST_ARTICLES):
        if candidate.shared < _LEAST_WORDS - 2:
            continue
        article = fetch_article(index, candidate.article)
        for quote in fetch_quotes(index, candidate.article):
            other = fold_words(quote.words)
            mine = quote.key in own or quote.number == statement.quote.number
            if mine or not quote.key or shingles.isdisjoint(shingles_of(other)):
                continue
            run = _longest_run(words, other)
            if article is not None and len(run) >= _LEAST_WORDS:
                yield Echo(statement=statement, article=article, quote=quote, words=" ".join(run))


def _longest_run(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]
