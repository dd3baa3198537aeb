"""Reports inside of what somebody is reported to have said: `Holm said the board had denied it`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.assembly import widened
from inquit.attribution.rules.clauses import clause_of
from inquit.attribution.rules.draft import draft_of
from inquit.attribution.rules.inquit import Inquit, inquits_of
from inquit.model.span import Span

RESUMING = re.compile(r"[”\"’'](?:, (?:and|but|while|whereas)|;(?: and| but)?) $")
"""A closed quotation, and how the narrator goes on to somebody else."""
NESTED = 0.75
"""Confidence of a nested report's source."""


def nested_reports(
    passages: Sequence[Passage], reports: Sequence[Extraction]
) -> Iterator[Extraction]:
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


def resumed(
    reports: Sequence[Extraction], nested: Sequence[Extraction], text: str
) -> tuple[list[Extraction], list[Extraction]]:
    """Return outer and nested reports, with the narrator's next clause out of a content.

    In `conceded that "it may", and two ministers told the paper` the narrator goes on where the
    quotation ends; who is named there is quoted beside, not inside.

    Args:
        reports: the outermost.
        nested: what was found inside of their contents.
        text: the article's.
    """
    outer, inner = list(reports), []
    for one in nested:
        start = one.source.start if one.source is not None else 0
        resuming = RESUMING.search(text, max(0, start - 12), start)
        around = [
            (at, span)
            for at, report in enumerate(outer)
            for span in report.content_spans
            if resuming is not None and span.start < resuming.start() < span.end
        ]
        if not around or resuming is None:
            inner.append(one)
            continue
        at, cut = around[0]
        kept = [span for span in outer[at].content_spans if span.start < cut.start]
        ends = Span(cut.start, resuming.start() + 1)
        outer[at] = replace(outer[at], content_spans=(*kept, ends))
        outer.append(one)
    return outer, inner


def _inside(passage: Passage, inquit: Inquit, outer: Span) -> Iterator[Extraction]:
    """Yield the report of an inquit if all of it lies inside outer, and not all of outer in it."""
    if inquit.source is None or not outer.encloses(passage.span_of(*inquit.source)):
        return
    draft = draft_of(passage, inquit, method=Method.NESTED, confidence=NESTED)
    clauses = [widened(passage, one) for one in clause_of(passage, inquit)]
    parts = [Span(one.start, min(one.end, outer.end)) for one in clauses if one.start < outer.end]
    named = passage.span_of(*inquit.source)
    if any(not outer.encloses(part) or part.overlaps(named) for part in parts):
        return
    draft.contents = [part for part in parts if not part.overlaps(passage.span_of(*inquit.cue))]
    if draft.contents:
        yield draft.report()
