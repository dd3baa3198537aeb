"""What the reader wrote on sources and marked in articles, as a search asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from inquit.library.index.query import Conditions, Query
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedSource:
    """A source with a note: its key, and the note's tags, folded."""

    key: str
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """A passage that the reader marked, as the index has it.

    Attributes:
        article: the number of its article in the index.
        span: where it is, in code points of the indexed text.
        quotes: the numbers of the quotes that it touches.
        tags: the bookmark's tags, folded.
        has_comment: whether the reader wrote something on it.
    """

    article: int
    span: Span
    quotes: tuple[int, ...] = ()
    tags: frozenset[str] = frozenset()
    has_comment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Sources with a note, and passages with a bookmark."""

    sources: tuple[AnnotatedSource, ...] = ()
    passages: tuple[MarkedPassage, ...] = ()


def touched_quotes(index: Connection, article: int, span: Span) -> tuple[int, ...]:
    """Return the numbers of the quotes of an article that a stretch of its text touches."""
    rows = index.execute(
        'SELECT id FROM quote WHERE article = ? AND start < ? AND "end" > ? ORDER BY start',
        (article, span.end, span.start),
    )
    return tuple(number for (number,) in rows)


def asked_annotations(conditions: Conditions, annotations: Annotations) -> Iterator[Annotations]:
    """Yield for each condition on annotations those that fulfil it."""
    sources, passages = annotations.sources, annotations.passages
    if conditions.noted:
        commented = tuple(each for each in passages if each.has_comment)
        yield Annotations(sources=sources, passages=commented)
    if conditions.bookmarked:
        yield Annotations(passages=passages)
    for tag in conditions.tags:
        yield Annotations(
            sources=tuple(each for each in sources if tag in each.tags),
            passages=tuple(each for each in passages if tag in each.tags),
        )


def passages_beside_quotes(query: Query, annotations: Annotations) -> tuple[MarkedPassage, ...]:
    """Return the marked passages that fit a query though they touch no quote.

    None does where the query asks for anything that only a quote has.
    """
    wanted = list(asked_annotations(query.wanted, annotations))
    if not wanted or query.wanted.concern_only_quotes:
        return ()
    excluded = list(asked_annotations(query.excluded, annotations))
    return tuple(
        each
        for each in annotations.passages
        if not each.quotes
        and all(each in some.passages for some in wanted)
        and not any(each in some.passages for some in excluded)
    )
