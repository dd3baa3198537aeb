"""Questions and answers in paragraphs of their own, told from one speaker who goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.calibration import UNCUED
from inquit.attribution.passage import Passage, passage_at
from inquit.model.span import Span

METHOD = Method.CONTINUED


def exchanged(report: Extraction, passages: Sequence[Passage]) -> list[Extraction]:
    """Return a report over several paragraphs as one for each turn, where somebody asks.

    A quotation whose marks are closed may go on in the next paragraph. Where that is a question,
    or follows one, somebody else speaks: who asks is left open, who answers spoke before.

    Args:
        report: as networks and rules have it.
        passages: the paragraphs that it lies in, in order.
    """
    if report.cue is None or report.source is None:
        return [report]
    turns: list[list[Span]] = [[]]
    asks = [False]
    for span in report.content_spans:
        passage = passage_at(passages, span.start)
        fills = passage is not None and passage.span.start > report.cue.end and _fills(passage)
        if turns[0] and fills and (asks[-1] or _asks(span, passage)):
            turns.append([])
            asks.append(_asks(span, passage))
        turns[-1].append(span)
    first = replace(report, content_spans=tuple(turns[0]))
    rest = zip(turns[1:], asks[1:], strict=True)
    return [first, *(_turn(report, turn, asks=asking) for turn, asking in rest)]


def _fills(passage: Passage) -> bool:
    """Tell whether a paragraph is one quotation, opened and closed, and nothing else."""
    if len(passage.runs) != 1:
        return False
    run = passage.runs[0]
    return run.opened and run.closed and run.outer == passage.span


def _asks(span: Span, passage: Passage | None) -> bool:
    return passage is not None and passage.slice(span.start, span.end).endswith("?")


def _turn(report: Extraction, spans: Sequence[Span], *, asks: bool) -> Extraction:
    return Extraction(
        content_spans=tuple(spans),
        cue=None,
        cue_lemma="",
        source=None if asks else report.source,
        addressee=None,
        method=Method.UNATTRIBUTED if asks else METHOD,
        confidence=0.0,
        evidence=UNCUED,
        reason="a question that nobody nearby is said to have asked"
        if asks
        else "no inquit; it answers the question before it",
    )
