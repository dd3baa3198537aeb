"""Messages from the reader's workers to its screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from inquit.model.article import ArticleId
    from inquit.model.batch import AnalysisBatch
    from inquit.model.span import Span
    from widgets.text_search import Search


@dataclass
class QuotesFound(Message):
    """More stretches of an article are analysed."""

    article_id: ArticleId
    batches: tuple[AnalysisBatch, ...]


@dataclass
class AnalysisEnded(Message):
    """The analysis of an article ended; it failed if there is a complaint."""

    article_id: ArticleId
    complaint: str | None = None


@dataclass
class WordsCounted(Message):
    """The words of an article are counted."""

    article_id: ArticleId
    words: int


@dataclass
class HitsFound(Message):
    """A search ended; it failed if there is a complaint."""

    search: Search
    hits: tuple[Span, ...]
    complaint: str | None = None
