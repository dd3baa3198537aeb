"""What the reader set right: placed in an article and laid over its analysis."""

from __future__ import annotations

from collections.abc import Iterable

from inquit.correcting import CorrectedAnalysis, apply_corrections, describe_correction
from inquit.correcting.actions import action_of, is_about_source, is_orphaned
from inquit.correcting.comparison import look_different
from inquit.correcting.widening import with_every, without_every
from inquit.errors import InputError
from inquit.model.annotation import Correction
from inquit.model.article import Article
from inquit.model.correction import PlacedCorrection
from inquit.model.quotation import Analysis
from inquit.model.span import Span
from inquit.service.analysis import Analyst

__all__ = [
    "CorrectedAnalysis",
    "action_of",
    "apply_corrections",
    "confirm_correction",
    "describe_correction",
    "describe_left_out",
    "is_orphaned",
    "lay_over",
    "look_different",
    "place_corrections",
    "reanchor_correction",
    "set_right",
    "with_every",
    "without_every",
]

_GONE = "Its passage is not in the article any more; it can only be removed"


def place_corrections(
    article: Article, corrections: Iterable[Correction]
) -> tuple[PlacedCorrection, ...]:
    """Return corrections, each with where its passage is in an article now."""
    from inquit.store.anchors.anchoring import locate

    found = ((each, locate(each.target, article)) for each in corrections)
    return tuple(
        PlacedCorrection(
            correction=each,
            span=None if place is None else place.span,
            to_check=place is None or not place.sure,
        )
        for each, place in found
    )


def lay_over(
    article: Article, analysis: Analysis, corrections: Iterable[Correction]
) -> CorrectedAnalysis:
    """Return an analysis with what the reader set right in it, and what has to be checked."""
    return apply_corrections(article, analysis, place_corrections(article, corrections))


def set_right(article: Article, analysis: Analysis, corrections: Iterable[Correction]) -> Analysis:
    """Return an analysis with what the reader set right in it."""
    return lay_over(article, analysis, corrections).analysis


def describe_left_out(article: Article, corrected: CorrectedAnalysis) -> str | None:
    """Return a line on the corrections that an article is printed without, or None for none."""
    states = ((corrected.to_check, "to check"), (corrected.orphaned, "orphaned"))
    counts = [f"{len(ids)} {state}" for ids, state in states if ids]
    if not counts:
        return None
    total = len(corrected.to_check) + len(corrected.orphaned)
    what = "1 correction is" if total == 1 else f"{total} corrections are"
    return f"{what} left out of {article.id}: {', '.join(counts)}; see 'inquit corrections'"


def reanchor_correction(
    correction: Correction, article: Article, span: Span, analysis: Analysis
) -> Correction:
    """Return a correction anchored where its passage is now.

    Args:
        correction: the correction as it was made, or confirmed last.
        article: the article as it is now.
        span: where the passage is in it.
        analysis: what is found in it.
    """
    from inquit.correcting import reanchoring

    return reanchoring.reanchor_correction(correction, article, span, analysis)


def confirm_correction(correction: Correction, article: Article, analyst: Analyst) -> Correction:
    """Return a correction that holds for its article as it is now.

    Args:
        correction: the correction.
        article: the article as it is now.
        analyst: analyses it, where the correction is to check.

    Raises:
        InputError: there is nothing to confirm, or the passage is gone.
        ModelError: the model is missing or cannot be used.
    """
    (placed,) = place_corrections(article, [correction])
    if not placed.to_check:
        raise InputError("There is nothing to confirm: the correction holds as it is")
    span = placed.span
    if span is None and not is_about_source(correction):
        raise InputError(_GONE)
    analysis = analyst.analyse(article)
    if span is None:
        span = lay_over(article, analysis, [correction]).to_check.get(correction.id)
    if span is None:
        raise InputError(_GONE)
    return reanchor_correction(correction, article, span, analysis)
