"""The replies of the analysis process to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.article import ArticleId
from inquit.model.batch import AnalysisBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Another stretch of an article is analysed."""

    article_id: ArticleId
    batch: AnalysisBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """An article is analysed completely."""

    article_id: ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An article cannot be analysed; reason is one line to show to the user."""

    article_id: ArticleId
    reason: str


Reply = Found | Finished | Failed
