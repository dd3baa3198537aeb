"""Where the networks and the rules agree, the rules' tighter spans and their reason are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inquit.attribution.report import Report
from inquit.model.span import Span

ALIKE = 0.9
"""Share of code points, of both together, from which two contents are one and the same."""


def agreed(report: Report, opinions: Sequence[Report]) -> Report:
    """Return a report of the networks with what the rules put more precisely.

    Args:
        report: what the networks found.
        opinions: what the rules found in the same paragraphs.
    """
    opinion = _counterpart(report, opinions)
    if opinion is None:
        return report
    cue, source = report.cue, report.source
    if _touch(cue, opinion.cue):
        report = replace(report, cue=opinion.cue, cue_lemma=opinion.cue_lemma)
    if opinion.addressee is not None and not _inside(opinion.addressee, report.content_spans):
        report = replace(report, addressee=opinion.addressee)
    if likeness(report.content_spans, opinion.content_spans) >= ALIKE:
        report = replace(report, content_spans=opinion.content_spans)
    same_cue = _touch(cue, opinion.cue) or (cue is None and opinion.cue is None)
    if _touch(source, opinion.source) and not _inside(opinion.source, report.content_spans):
        report = replace(report, source=opinion.source)
        if same_cue:
            return replace(report, reason=opinion.reason, method=opinion.method)
    return report


def likeness(mine: Sequence[Span], theirs: Sequence[Span]) -> float:
    """Return the share of code points that two contents have in common, of both together."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
    whole = sum(len(one) for one in mine) + sum(len(one) for one in theirs) - shared
    return shared / whole if whole else 0.0


def _counterpart(report: Report, opinions: Sequence[Report]) -> Report | None:
    """Return the rules' report on the same words: same cue, else the likest content."""
    beside = [one for one in opinions if _touch(report.cue, one.cue)]
    beside = [one for one in beside if likeness(report.content_spans, one.content_spans) > 0]
    alike = beside or [
        one for one in opinions if likeness(report.content_spans, one.content_spans) >= ALIKE
    ]
    return max(
        alike, key=lambda one: likeness(report.content_spans, one.content_spans), default=None
    )


def _touch(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _inside(span: Span | None, content: Sequence[Span]) -> bool:
    return span is not None and any(span.overlaps(one) for one in content)
