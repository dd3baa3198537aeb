"""What the reader's workers tell its screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from inquit.model.article import ArticleId
from inquit.model.batch import AnalysisBatch
from inquit.model.span import Span
from widgets.text_search import Search


@dataclass
class QuotesFound(Message):
    """Further stretches of an article are analysed."""

    article_id: ArticleId
    batches: tuple[AnalysisBatch, ...]


@dataclass
class AnalysisEnded(Message):
    """An article is analysed, or where a complaint is given cannot be."""

    article_id: ArticleId
    complaint: str | None = None


@dataclass
class WordsCounted(Message):
    """An article's words are counted."""

    article_id: ArticleId
    words: int


@dataclass
class HitsFound(Message):
    """A search is done, or where a complaint is given cannot be."""

    search: Search
    hits: tuple[Span, ...]
    complaint: str | None = None
