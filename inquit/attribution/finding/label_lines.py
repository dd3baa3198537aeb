"""What networks make of a label or a caption: `Vera Lund, baker. Photograph: Tom Holt`.

To them a line that is no sentence runs on into the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from inquit.attribution.extraction import Extraction
from inquit.attribution.passage import Passage, passage_at
from inquit.attribution.rules.callers import Callers
from inquit.model.reply_line import reply_line_in
from inquit.model.span import Span
from inquit.model.structure import BlockKind

_BESIDE = frozenset({BlockKind.CAPTION, BlockKind.CREDIT})
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_BEGINS = re.compile(r"(?:^|[.!?…)|;]\s+)$")


def kept_in_line(
    report: Extraction, passages: Sequence[Passage], callers: Callers
) -> Extraction | None:
    """Return a report without what lies beyond the line of its label or caption.

    Args:
        report: as the networks have it.
        passages: the paragraphs that it lies in, in order.
        callers: whom the text lets speak after a colon.

    Returns:
        The report, None where nothing is left or its label is nobody.
    """
    passage = passage_at(passages, report.cue.start) if report.cue is not None else None
    if passage is None:
        return report
    if reply_line_in(passage.text) is not None:
        return None  # The rules read it, and what it stands above.
    labelled = _is_labelled(report, passage)
    if labelled and report.source is not None and not callers.speaks(report.source, passage):
        return None
    if labelled and _SENTENCE_ENDS.search(passage.text) and passage.kind not in _BESIDE:
        return report
    if not labelled and passage.kind not in _BESIDE and _holds_marks(report, passages):
        return report
    spans = tuple(
        Span(span.start, min(span.end, passage.span.end))
        for span in report.content_spans
        if passage.span.start <= span.start < passage.span.end
    )
    return replace(report, content_spans=spans) if spans else None


def _holds_marks(report: Extraction, passages: Sequence[Passage]) -> bool:
    """Tell whether any of a content stands between quotation marks, which go over paragraphs."""
    return any(
        run.outer.overlaps(span)
        for span in report.content_spans
        if (passage := passage_at(passages, span.start)) is not None
        for run in passage.runs
    )


def _is_labelled(report: Extraction, passage: Passage) -> bool:
    """Tell whether a colon right after the beginning of a line or sentence is all the evidence."""
    source, cue = report.source, report.cue
    if source is None or cue is None or report.cue_lemma != ":":
        return False
    before = passage.slice(passage.span.start, source.start)
    between = passage.slice(source.end, cue.start)
    return source.end <= cue.start and not between.strip() and bool(_BEGINS.search(before))
