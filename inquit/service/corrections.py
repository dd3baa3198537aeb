"""What the reader set right: placed in an article and laid over its analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inquit.model.annotation import Correction
from inquit.model.article import Article
from inquit.model.correction import PlacedCorrection
from inquit.model.quotation import Analysis

if TYPE_CHECKING:
    from inquit.correcting import CorrectedAnalysis


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
    from inquit.correcting import apply_corrections

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
