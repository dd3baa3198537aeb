"""Corrections laid over an analysis, in the order of time; the analysis itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inquit.correcting.deed import Deed
from inquit.correcting.quote_deeds import QUOTE_DEEDS
from inquit.correcting.sheet import Sheet
from inquit.correcting.source_deeds import SOURCE_DEEDS, place_of_source
from inquit.model.annotation import CorrectionId
from inquit.model.article import Article
from inquit.model.correction import Action, PlacedCorrection, action_of, values_of
from inquit.model.quotation import Analysis, SourceId
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An analysis with what the reader set right.

    Attributes:
        analysis: quotes, sources and attributions as the reader has them.
        orphaned: the corrections that could not be done: their passage, quote or source is not
            there any more, or only a later version knows what they do.
        merged: the sources that became part of another, each with that one.
        to_check: the corrections that were not done since the article changed around their
            passage, each with where that seems to be.
    """

    analysis: Analysis
    orphaned: frozenset[CorrectionId]
    merged: Mapping[SourceId, SourceId]
    to_check: Mapping[CorrectionId, Span]


def corrected(
    article: Article,
    analysis: Analysis,
    corrections: Iterable[PlacedCorrection],
    *,
    by: str = "the reader",
) -> Corrected:
    """Lay corrections over an analysis.

    What the reader credits has the method READER and the confidence 1; quotes and sources that
    were set right otherwise say so, while the doubt about who is credited stays.

    Args:
        article: what is analysed.
        analysis: what the engine found.
        corrections: what the reader set right, each with its place; a later one wins.
        by: who made the corrections, as the reasons say it.
    """
    sheet, orphaned = Sheet(article, analysis), set()
    to_check: dict[CorrectionId, Span] = {}
    for placed in sorted(corrections, key=_moment):
        correction, action = placed.correction, action_of(placed.correction)
        deed = Deed(correction=correction, span=placed.span, values=values_of(correction), by=by)
        place = _place_to_check(sheet, action, deed, placed)
        if place is not None:
            to_check[correction.id] = place
        elif placed.to_check or action is None or not _do(sheet, action, deed):
            orphaned.add(correction.id)
    return Corrected(
        analysis=sheet.analysis(),
        orphaned=frozenset(orphaned),
        merged=sheet.merged,
        to_check=to_check,
    )


def _place_to_check(
    sheet: Sheet, action: Action | None, deed: Deed, placed: PlacedCorrection
) -> Span | None:
    """Return where the reader has to check a correction, or None where there is nothing to."""
    if not placed.to_check or action is None:
        return None
    if placed.span is None and action in SOURCE_DEEDS:
        return place_of_source(sheet, deed)
    return placed.span


def _do(sheet: Sheet, action: Action, deed: Deed) -> bool:
    """Do an action; tell whether what it is about was found."""
    if (about_source := SOURCE_DEEDS.get(action)) is not None:
        return about_source(sheet, deed)
    span = deed.span
    return span is not None and len(span) > 0 and QUOTE_DEEDS[action](sheet, deed, span)


def _moment(placed: PlacedCorrection) -> tuple[object, str]:
    return placed.correction.created, placed.correction.id
