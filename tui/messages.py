"""What the reader's workers tell its screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from inquit.model.article import ArticleId
from inquit.model.batch import AnalysisBatch


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
