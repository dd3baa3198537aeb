"""Verdicts as JSON, for scripts; offsets are half-open and count code points of each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from inquit.export.json_document import dump_json
from inquit.model.article import Article
from inquit.model.printable import clean_line
from inquit.verification.differences import Difference
from inquit.verification.speakers import Speaker
from inquit.verification.verdict import FoundPlace, Status, Verdict

Json = dict[str, Any]


def render_json(draft: Article, verdicts: Sequence[Verdict]) -> str:
    """Return what was found out about each quotation of a draft, in order.

    Args:
        draft: the draft.
        verdicts: the verdicts on its quotations.
    """
    counts = Counter(verdict.status for verdict in verdicts)
    document = {
        "draft": draft.id,
        "counts": {status.value: counts[status] for status in Status},
        "quotations": [_verdict(verdict) for verdict in verdicts],
    }
    return dump_json(document, indent=2) + "\n"


def _verdict(verdict: Verdict) -> Json:
    quotation = verdict.quotation
    return {
        "text": clean_line(quotation.span.of(quotation.text)),
        "spans": [[piece.start, piece.end] for piece in quotation.pieces],
        "speaker": _speaker(quotation.speaker),
        "status": verdict.status.value,
        "confidence": round(verdict.confidence, 2),
        "remarks": list(verdict.remarks),
        "differences": [_difference(each) for each in verdict.differences],
        "places": [_place(place) for place in verdict.places],
    }


def _difference(each: Difference) -> Json:
    return {"kind": each.kind.value, "draft": each.here, "source": each.there}


def _place(place: FoundPlace) -> Json:
    article = place.article
    return {
        "article": article.id,
        "title": article.title,
        "site": article.site,
        "published": article.published,
        "span": [place.span.start, place.span.end],
        "text": place.span.of(article.text),
        "type": place.quote.type.value if place.quote is not None else None,
        "speaker": _speaker(place.speaker),
    }


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "role": speaker.role,
        "confidence": round(speaker.confidence, 2),
    }
