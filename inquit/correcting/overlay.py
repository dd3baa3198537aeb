"""Applying corrections to an analysis, in the order of time; the analysis itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inquit.correcting.actions import action_of
from inquit.correcting.actions.base import CorrectionAction
from inquit.correcting.actions.pending_correction import PendingCorrection
from inquit.correcting.working_analysis import WorkingAnalysis
from inquit.model.annotation import CorrectionId
from inquit.model.article import Article
from inquit.model.correction import PlacedCorrection, Value, values_of
from inquit.model.quotation import Analysis, SourceId
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedAnalysis:
    """An analysis with the reader's corrections.

    Attributes:
        analysis: quotes, sources and attributions as the reader has them.
        orphaned: the corrections that could not be applied: their passage, quote or source is
            gone, or only a later version knows what they do.
        merged: the sources that became part of another, each with that one.
        to_check: the corrections that were not applied because the article changed around their
            passage, each with where that seems to be.
    """

    analysis: Analysis
    orphaned: frozenset[CorrectionId]
    merged: Mapping[SourceId, SourceId]
    to_check: Mapping[CorrectionId, Span]


def apply_corrections(
    article: Article,
    analysis: Analysis,
    corrections: Iterable[PlacedCorrection],
    *,
    by: str = "the reader",
) -> CorrectedAnalysis:
    """Apply corrections to an analysis.

    What the reader credits has the method READER and the confidence 1. Quotes and sources that
    were corrected in another way say so; how sure their credit is stays as it was.

    Args:
        article: the article.
        analysis: what the engine found in it.
        corrections: the reader's corrections, each with its place; a later one wins.
        by: who made the corrections, as the reasons name them.
    """
    working, orphaned = WorkingAnalysis(article, analysis), set()
    to_check: dict[CorrectionId, Span] = {}
    for placed in sorted(corrections, key=_by_time):
        correction, action = placed.correction, action_of(placed.correction)
        pending = PendingCorrection(
            correction=correction, span=placed.span, values=values_of(correction), by=by
        )
        place = _place_to_check(working, action, pending) if placed.to_check else None
        if place is not None:
            to_check[correction.id] = place
        elif placed.to_check or action is None or not action.apply(working, pending):
            orphaned.add(correction.id)
    return CorrectedAnalysis(
        analysis=working.analysis(),
        orphaned=frozenset(orphaned),
        merged=working.merged,
        to_check=to_check,
    )


def _place_to_check(
    working: WorkingAnalysis, action: type[CorrectionAction] | None, pending: PendingCorrection
) -> Span | None:
    """Return where the reader can check a correction, or None where there is nothing to check."""
    if action is None:
        return None
    if pending.span is None and action.is_about_source:
        return _first_quote_of_source(working, pending)
    return pending.span


def _first_quote_of_source(working: WorkingAnalysis, pending: PendingCorrection) -> Span | None:
    """Return where the source that a correction names speaks first, or None if it does not."""
    source = working.find_source(pending.values.get(Value.SOURCE, ""), None)
    quotes = (quote for quote in working.quotes.values() if working.source_of(quote) == source)
    return min((quote.span for quote in quotes), default=None) if source is not None else None


def _by_time(placed: PlacedCorrection) -> tuple[object, str]:
    return placed.correction.created, placed.correction.id
