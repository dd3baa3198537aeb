"""Whether a report's source is right, as the annotators see it."""

from __future__ import annotations

from typing import Any

from inquit.attribution.report import Report

SAME = 0.5
"""Share of characters, of both together, from which two contents are the same quote."""


def source_is_right(report: Report, document: dict[str, Any]) -> bool | None:
    """Tell whether a report credits whom the annotators credit.

    Returns:
        None where the annotators marked no such quote, or one without a source.
    """
    mine = {at for span in report.content_spans for at in range(span.start, span.end)}
    best, shared = None, 0.0
    for quote in document["quotes"]:
        low, high = quote["spans"][0][0], quote["spans"][-1][1]
        if high <= min(mine) or low > max(mine):
            continue
        theirs = {at for start, end in quote["spans"] for at in range(start, end)}
        share = len(mine & theirs) / len(mine | theirs)
        if share > shared:
            best, shared = quote, share
    if best is None or shared < SAME or not (best["speaker"] or {}).get("span"):
        return None
    start, end = best["speaker"]["span"]
    return report.source is not None and report.source.start < end and start < report.source.end
