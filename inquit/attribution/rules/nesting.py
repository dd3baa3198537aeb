"""Reports inside of what somebody is reported to have said: `Holm said the board had denied it`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.assembly import widened
from inquit.attribution.rules.clauses import clause_of
from inquit.attribution.rules.draft import draft_of
from inquit.attribution.rules.inquit import Inquit, inquits_of
from inquit.model.span import Span

NESTED = 0.75
"""Confidence of a nested report's source."""


def nested_reports(passages: Sequence[Passage], reports: Sequence[Report]) -> Iterator[Report]:
    """Yield the reports whose cue, source and content lie inside the content of one of reports.

    Args:
        passages: paragraphs, parsed.
        reports: what was found in them on the outermost level.
    """
    contents = sorted(span for report in reports for span in report.content_spans)
    cues = {report.cue for report in reports}
    for passage in passages:
        around = [span for span in contents if span.overlaps(passage.span)]
        for inquit in inquits_of(passage) if around else ():
            verb = passage.token_span(passage.doc[inquit.verb])
            outer = next((span for span in around if span.encloses(verb)), None)
            if outer is not None and passage.span_of(*inquit.cue) not in cues:
                yield from _inside(passage, inquit, outer)


def _inside(passage: Passage, inquit: Inquit, outer: Span) -> Iterator[Report]:
    """Yield the report of an inquit if all of it lies inside outer, and not all of outer in it."""
    if inquit.source is None or not outer.encloses(passage.span_of(*inquit.source)):
        return
    draft = draft_of(passage, inquit, method="nested", confidence=NESTED)
    clauses = [widened(passage, one) for one in clause_of(passage, inquit)]
    parts = [Span(one.start, min(one.end, outer.end)) for one in clauses if one.start < outer.end]
    named = passage.span_of(*inquit.source)
    if any(not outer.encloses(part) or part.overlaps(named) for part in parts):
        return
    draft.contents = [part for part in parts if not part.overlaps(passage.span_of(*inquit.cue))]
    if draft.contents:
        yield draft.report()
