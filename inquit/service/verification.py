"""The quotations of a draft, held against articles; the draft leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from inquit.model.annotation import Correction
from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.service.analysis import Analyst
from inquit.service.corrections import lay_over
from inquit.verification.differences import Difference, DifferenceKind
from inquit.verification.draft import quotations_of
from inquit.verification.judging import verify
from inquit.verification.report_json import render_json
from inquit.verification.report_text import (
    describe_place,
    mark_differences,
    render_text,
    summarise,
)
from inquit.verification.verdict import STATUS_WORDS, FoundPlace, Status, Verdict

if TYPE_CHECKING:
    from sqlite3 import Connection

    from inquit.service.library.access import Library

__all__ = [
    "RENDERERS",
    "STATUS_WORDS",
    "Difference",
    "DifferenceKind",
    "FoundPlace",
    "Status",
    "Verdict",
    "analyse_draft",
    "describe_place",
    "mark_differences",
    "summarise",
    "verify_draft",
    "verify_in_library",
]

RENDERERS = {"text": render_text, "json": render_json}
"""How verdicts are printed, by the format's name."""

Corrections = Callable[[Article], tuple[Correction, ...]]
"""Tells what the reader set right in an article."""


def verify_draft(
    draft: Article,
    articles: Iterable[Article],
    *,
    analyst: Analyst | None,
    corrections: Corrections | None = None,
) -> tuple[Verdict, ...]:
    """Return what is found out about each quotation of a draft, in reading order.

    Args:
        draft: the draft; it is not among the articles, even if it is given there.
        articles: what it is held against, read one after the other.
        analyst: tells who is credited; None to go by the words and the marks alone.
        corrections: what to lay over the analyses.

    Raises:
        ModelError: the model is missing or cannot be used.
    """
    quotations = quotations_of(draft, analyse_draft(draft, analyst, corrections))
    return verify(
        quotations,
        _without(draft, articles),
        lambda article: _analyse(article, analyst, corrections, keep=True),
    )


def verify_in_library(
    draft: Article, analysis: Analysis | None, library: Library, analyst: Analyst | None
) -> tuple[Verdict, ...]:
    """Return what is found out about each quotation of a draft in all that was read.

    Args:
        draft: the draft; it is not held against itself, should it be remembered.
        analysis: what was found in it; None to go by the marks alone.
        library: the library, its index brought up to date.
        analyst: analyses what the library has not analysed yet; None to go without.

    Raises:
        StoreError: the index cannot be read.
        ModelError: the model is missing or cannot be used.
    """
    from inquit.service.library.source_articles import SourceArticles

    quotations = quotations_of(draft, analysis)

    def verify_by(index: Connection) -> tuple[Verdict, ...]:
        sources = SourceArticles(index)
        articles = _without(draft, sources.that_may_have(quotations))
        return verify(
            quotations,
            articles,
            lambda article: (
                sources.analysis_of(article) or _analyse(article, analyst, None, keep=False)
            ),
        )

    return library.use(verify_by)


def analyse_draft(
    draft: Article, analyst: Analyst | None, corrections: Corrections | None
) -> Analysis | None:
    """Return what is found in a draft, of which nothing is kept; None without an analyst.

    Raises:
        ModelError: the model is missing or cannot be used.
    """
    return _analyse(draft, analyst, corrections, keep=False)


def _analyse(
    article: Article, analyst: Analyst | None, corrections: Corrections | None, *, keep: bool
) -> Analysis | None:
    """Return what is found in an article, with what the reader set right in it."""
    if analyst is None:
        return None
    found = analyst.collected(article, analyst.batches(article, keep=keep))
    own = corrections(article) if corrections is not None else ()
    return lay_over(article, found, own).analysis if own else found


def _without(draft: Article, articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the articles that are not the draft itself, under whatever name."""
    for article in articles:
        if article.id != draft.id and article.text_digest != draft.text_digest:
            yield article
