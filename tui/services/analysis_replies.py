"""What the analysing process says to the reader's."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.article import ArticleId
from inquit.model.batch import AnalysisBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A further stretch of an article is analysed."""

    article_id: ArticleId
    batch: AnalysisBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """An article is analysed to its end."""

    article_id: ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An article cannot be analysed; reason is one line for the reader."""

    article_id: ArticleId
    reason: str


Reply = Found | Finished | Failed
