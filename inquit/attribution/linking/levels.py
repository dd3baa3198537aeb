"""What a quote is made of, and which of two that overlap is inside the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from inquit.attribution.marks import QuotedRun
from inquit.attribution.report import Report
from inquit.model.quotation import QuoteType
from inquit.model.span import Span


def type_of(spans: Sequence[Span], runs: Sequence[QuotedRun], text: str) -> QuoteType:
    """Return whether content is wholly, partly or not at all between quotation marks.

    Args:
        spans: the content.
        runs: the quoted runs of the paragraphs around, in order.
        text: the article's.
    """
    starts = [run.outer.start for run in runs]
    inside = outside = 0
    for span in spans:
        quoted = 0
        for run in runs[max(0, bisect_right(starts, span.start) - 1) :]:
            if run.outer.start >= span.end:
                break
            part = (max(span.start, run.outer.start), min(span.end, run.outer.end))
            quoted += letters(text[part[0] : part[1]]) if part[0] < part[1] else 0
        inside += quoted
        outside += letters(span.of(text)) - quoted
    if not inside:
        return QuoteType.INDIRECT
    return QuoteType.MIXED if outside else QuoteType.DIRECT


def letters(text: str) -> int:
    """Return how many letters and digits a text has."""
    return sum(sign.isalnum() for sign in text)


def levelled(reports: Sequence[Report]) -> list[tuple[Report, Span | None]]:
    """Return the reports with what each is nested in; drop what overlaps another otherwise.

    Two quotes of one level never share a letter; the surer of two that do is kept. The span
    returned is the first content span of the outer quote.
    """
    kept: list[tuple[Report, Span | None]] = []
    for report in sorted(reports, key=lambda r: (-extent(r), -r.confidence)):
        within: Span | None = None
        clash = False
        for other, _ in kept:
            touching = [
                (a, b) for a in report.content_spans for b in other.content_spans if a.overlaps(b)
            ]
            if not touching:
                continue
            inside = all(
                any(b.encloses(a) and a != b for b in other.content_spans)
                for a in report.content_spans
            )
            if not inside:
                clash = True
            within = other.content_spans[0]
        if not clash:
            kept.append((report, within))
    return sorted(kept, key=lambda pair: pair[0].content_spans)


def extent(report: Report) -> int:
    """Return how many code points a report's content covers."""
    return sum(len(span) for span in report.content_spans)
