"""The quotations of a draft, held against articles; the draft leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from inquit.model.annotation import Correction
from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.service.analysis import Analyst
from inquit.service.corrections import lay_over
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

__all__ = [
    "RENDERERS",
    "STATUS_WORDS",
    "FoundPlace",
    "Status",
    "Verdict",
    "describe_place",
    "mark_differences",
    "summarise",
    "verify_draft",
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

    def analyse(article: Article, *, keep: bool) -> Analysis | None:
        if analyst is None:
            return None
        found = analyst.collected(article, analyst.batches(article, keep=keep))
        own = corrections(article) if corrections is not None else ()
        return lay_over(article, found, own).analysis if own else found

    quotations = quotations_of(draft, analyse(draft, keep=False))
    return verify(
        quotations,
        _without(draft, articles),
        lambda article: analyse(article, keep=True),
    )


def _without(draft: Article, articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the articles that are not the draft itself, under whatever name."""
    for article in articles:
        if article.id != draft.id and article.text_digest != draft.text_digest:
            yield article
