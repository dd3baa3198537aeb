"""What a dossier holds; values only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from inquit.library.index.entries import IndexedArticle, IndexedQuote
from inquit.model.annotation import SourceKey
from inquit.model.identity import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A source of one article.

    Attributes:
        number: of the source in the index.
        key: what notes on it hang on.
        name: its name there.
        kind: person, organisation or group.
        role: its role there, or empty.
        article: the article.
        quotes: how many quotes it is credited with there.
    """

    number: int
    key: SourceKey
    name: str
    kind: str
    role: str
    article: IndexedArticle
    quotes: int

    @property
    def handle(self) -> str:
        """A few letters by which a command names it."""
        return _handle(self.key, (self.article.article_id,))


@dataclass(frozen=True, slots=True, kw_only=True)
class PerhapsSame:
    """Sources that may be the person or body of a dossier, alike in name and role.

    Attributes:
        name: their name.
        role: their role, or empty.
        reason: why it is not sure, in a few words.
        occurrences: the sources, at least one.
    """

    name: str
    role: str
    reason: str
    occurrences: tuple[Occurrence, ...]

    @property
    def handle(self) -> str:
        """A few letters by which a command names them."""
        ids = tuple(each.article.article_id for each in self.occurrences)
        return _handle(self.occurrences[0].key, ids)

    @property
    def quotes(self) -> int:
        """How many quotes they are credited with."""
        return sum(each.quotes for each in self.occurrences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A quote with the article that it is in, and who it is credited to there."""

    article: IndexedArticle
    quote: IndexedQuote
    handle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePeriod:
    """A role, with the first and the last day on which an article gave it; None where unknown."""

    role: str
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSource:
    """A source without a name in one of the articles of a dossier."""

    description: str
    article: IndexedArticle
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A quote by somebody else that has words of a statement.

    Attributes:
        statement: the statement.
        article: the article of the other quote.
        quote: the other quote.
        words: the longest run of words that both have, folded.
    """

    statement: Statement
    article: IndexedArticle
    quote: IndexedQuote
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that a person or body said.

    Attributes:
        key: what notes on them hang on.
        name: their name.
        statements: what they said, newest first.
        articles: how many articles that is in.
        roles: their roles, in the order of time.
        months: how many statements each month has, from the first to the last, as (YYYY-MM, count).
        perhaps: sources that may be them.
        rulings: what the reader said of who they are and are not.
        unnamed: sources without a name in the same articles.
    """

    key: SourceKey
    name: str
    statements: tuple[Statement, ...]
    articles: int
    roles: tuple[RolePeriod, ...]
    months: tuple[tuple[str, int], ...]
    perhaps: tuple[PerhapsSame, ...]
    rulings: tuple[Identity, ...]
    unnamed: tuple[UnnamedSource, ...]


def _handle(key: str, article_ids: tuple[str, ...]) -> str:
    named = "\0".join((key, *sorted(article_ids)))
    return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:6]
