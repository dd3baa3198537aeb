"""What a search found, article by article; values only."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.library.index.entries import IndexedArticle, IndexedQuote
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Some words of a text with what was looked for in them.

    Attributes:
        text: the words on one line; nothing in them drives a terminal.
        marks: the spans of what was looked for, in code points of these words.
    """

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place that a search found.

    Attributes:
        offset: where it begins, in code points of the article's text.
        snippet: the words there.
        quote: the quote that it is, or None for a passage that is none.
    """

    offset: int
    snippet: Snippet
    quote: IndexedQuote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHits:
    """What a search found in an article.

    Attributes:
        article: the article.
        hits: the best places, at least one.
        more: how many further places fit.
        is_outdated: whether the quotes were found by an engine other than this one.
    """

    article: IndexedArticle
    hits: tuple[Hit, ...]
    more: int = 0
    is_outdated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """What a search found.

    Attributes:
        articles: the best articles first.
        total: how many articles fit in all.
    """

    articles: tuple[ArticleHits, ...]
    total: int
