"""Gathers dossiers from the index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Any

from inquit.library.dossier.sameness import decide
from inquit.library.dossier.values import (
    Dossier,
    Occurrence,
    RolePeriod,
    Statement,
    UnnamedSource,
)
from inquit.library.index.entries import IndexedArticle
from inquit.library.index.reading import (
    ARTICLE_COLUMNS,
    ARTICLE_WIDTH,
    QUOTE_COLUMNS,
    article_from,
    quote_from,
)
from inquit.library.index.shingles import fold_words
from inquit.model.annotation import SourceKey, name_key
from inquit.model.identity import Identity

_NEWEST = "a.day IS NULL, a.day DESC, a.remembered DESC, a.id DESC"
_SOURCES = f"""
SELECT {ARTICLE_COLUMNS}, s.id, s.key, s.name, s.kind, s.role,
       (SELECT count(*) FROM quote q WHERE q.source = s.id)
FROM source s JOIN article a ON a.id = s.article
WHERE s.kind <> 'unnamed' AND """
_MOST_MONTHS = 600


def find_name(index: Connection, typed: str) -> str | None:
    """Return the name in the index that is meant by what was typed; None for none.

    It is the very name where that has several words, or else the one with most quotes that has all
    of the words.
    """
    words = fold_words(typed)
    if not words:
        return None
    row = index.execute(
        "SELECT name FROM source WHERE key = ? AND kind <> 'unnamed' LIMIT 1", (name_key(typed),)
    ).fetchone()
    if row is not None and len(words) > 1:
        return str(row[0])
    counted: Counter[str] = Counter()
    shown: dict[str, str] = {}
    rows = index.execute(
        "SELECT s.key, s.name, count(*) FROM source s JOIN quote q ON q.source = s.id"
        " WHERE s.kind <> 'unnamed' AND instr(s.key, ?) > 0 GROUP BY s.id",
        (max(words, key=len),),
    )
    for key, name, quotes in rows:
        if set(words) <= set(fold_words(name)):
            counted[key] += quotes
            shown[key] = name
    best = counted.most_common(1)
    return shown[best[0][0]] if best else None


def list_sources(index: Connection, most: int) -> tuple[tuple[str, int, int], ...]:
    """Return the names with most quotes, each with how many, and in how many articles."""
    rows = index.execute(
        "SELECT s.name, count(*) AS quotes, count(DISTINCT s.article) FROM source s"
        " JOIN quote q ON q.source = s.id WHERE s.kind <> 'unnamed'"
        " GROUP BY s.key ORDER BY quotes DESC, s.name LIMIT ?",
        (most,),
    )
    return tuple((str(name), int(quotes), int(articles)) for name, quotes, articles in rows)


def gather_dossier(
    index: Connection, name: str, rulings: Iterable[Identity] = ()
) -> Dossier | None:
    """Return the dossier of a name; None where nobody has it.

    Args:
        index: an open index.
        name: the name as the index has it; see `find_name`.
        rulings: what the reader said of who is who.
    """
    key = name_key(name)
    own = tuple(sorted((r for r in rulings if r.person == key), key=lambda r: r.created))
    candidates = tuple(_candidates(index, key, name, own))
    decided = decide(key, candidates, own)
    if not decided.same and not decided.perhaps and not own:
        return None
    same = decided.same
    statements = tuple(_statements(index, same))
    return Dossier(
        key=key,
        name=next((each.name for each in same if each.key == key), name),
        statements=statements,
        articles=len({each.article.number for each in statements}),
        roles=tuple(_role_periods(same)),
        months=tuple(_months(statements)),
        perhaps=decided.perhaps,
        rulings=own,
        unnamed=tuple(_unnamed(index, same)),
    )


def _candidates(
    index: Connection, key: SourceKey, name: str, rulings: Sequence[Identity]
) -> Iterator[Occurrence]:
    """Yield the sources of the name, of like names, and of those that the reader ruled on."""
    keys = json.dumps([key, *dict.fromkeys(ruling.key for ruling in rulings)])
    seen = set()
    rows = index.execute(f"{_SOURCES} s.key IN (SELECT value FROM json_each(?))", (keys,))
    for each in map(_occurrence, rows):
        seen.add(each.number)
        yield each
    words = fold_words(name)
    last = words[-1] if words else ""
    for each in map(_occurrence, index.execute(f"{_SOURCES} s.last_word = ?", (last,))):
        if each.number not in seen and _is_like(words, fold_words(each.name)):
            yield each


def _is_like(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names with the same last word may be one person's.

    One is the last word alone, or their first words begin alike: Pat and Patrick, P. and Pat.
    """
    name, other = (words[1:] if words[:1] == ("the",) else words for words in (name, other))
    if not name or not other:
        return False
    if len(name) == 1 or len(other) == 1:
        return True
    first, second = sorted((name[0], other[0]), key=len)
    return second.startswith(first)


def _occurrence(row: tuple[Any, ...]) -> Occurrence:
    number, key, name, kind, role, quotes = row[ARTICLE_WIDTH:]
    return Occurrence(
        number=number,
        key=SourceKey(key),
        name=name,
        kind=kind,
        role=role,
        article=article_from(row[:ARTICLE_WIDTH]),
        quotes=quotes,
    )


def _statements(index: Connection, same: Sequence[Occurrence]) -> Iterator[Statement]:
    handles = {each.number: each.handle for each in same}
    rows = index.execute(
        f"SELECT q.source, {ARTICLE_COLUMNS}, {QUOTE_COLUMNS} FROM quote q"
        " JOIN source s ON s.id = q.source JOIN article a ON a.id = q.article"
        f" WHERE q.source IN (SELECT value FROM json_each(?)) ORDER BY {_NEWEST}, q.start",
        (json.dumps(list(handles)),),
    )
    for source, *row in rows:
        yield Statement(
            article=article_from(tuple(row[:ARTICLE_WIDTH])),
            quote=quote_from(tuple(row[ARTICLE_WIDTH:])),
            handle=handles[source],
        )


def _role_periods(same: Sequence[Occurrence]) -> Iterator[RolePeriod]:
    """Yield the roles in the order of time, those without a day last."""
    held: dict[tuple[str, ...], list[Occurrence]] = {}
    for each in same:
        if each.role:
            held.setdefault(fold_words(each.role), []).append(each)
    periods = []
    for group in held.values():
        days = sorted(each.article.day for each in group if each.article.day is not None)
        periods.append(
            RolePeriod(
                role=group[0].role,
                first=days[0] if days else None,
                last=days[-1] if days else None,
                articles=len({each.article.number for each in group}),
            )
        )
    yield from sorted(periods, key=lambda each: (each.first is None, each.first or "", each.role))


def _months(statements: Iterable[Statement]) -> Iterator[tuple[str, int]]:
    """Yield the months from the first to the last, each with how many statements it has."""
    counted = Counter(each.article.day[:7] for each in statements if each.article.day)
    if not counted:
        return
    year, month = map(int, min(counted).split("-"))
    for _ in range(_MOST_MONTHS):
        named = f"{year:04}-{month:02}"
        yield named, counted[named]
        if named == max(counted):
            return
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _unnamed(index: Connection, same: Sequence[Occurrence]) -> Iterator[UnnamedSource]:
    articles: dict[int, IndexedArticle] = {each.article.number: each.article for each in same}
    rows = index.execute(
        "SELECT s.article, s.name, count(q.id) FROM source s JOIN quote q ON q.source = s.id"
        " WHERE s.kind = 'unnamed' AND s.article IN (SELECT value FROM json_each(?))"
        " GROUP BY s.id ORDER BY s.article DESC, s.id",
        (json.dumps(list(articles)),),
    )
    for article, description, quotes in rows:
        yield UnnamedSource(description=description, article=articles[article], quotes=quotes)
