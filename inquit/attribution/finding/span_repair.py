"""Ends of contents and sources that no reader would set so, set right by the parse."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from inquit.attribution.extraction import Extraction
from inquit.attribution.finding.non_quote_claims import ASKING
from inquit.attribution.finding.non_quote_reports import reports_nothing
from inquit.attribution.passage import Passage, passage_at
from inquit.model.span import Span

NAME = frozenset({"NNP", "NNPS"})
PARTICIPLES = frozenset({"VBN", "VBG"})
HOLLOW = frozenset({"CC", "DT", "IN", "PRP$", "TO"})
"""Tags of words that say nothing alone: `to the`."""
COMMENT = re.compile(
    r"(?:^|,|[-–—])\s*(?:in )?an? (?:\w+ )?(?:remark|phrase|comment|claim|statement|description"
    r"|reference|accusation|charge|view|assertion|suggestion|allusion|swipe|dig|jab|nod)\b"
)
"""How the narrator speaks of the words just quoted."""
MANNER = re.compile(
    r"(?:with|in|at|on|during|after|via|by)\b[^,“\"]{1,60},\s+(?=(?:that|how|why|whether)\b)"
)
"""How or where something was said, before what was said: `with a straight face, that`."""
CLOSING = frozenset('"”»')
OPEN_BRACKET = re.compile(r"\s*[(\[][^)\]]*$")


def mended(report: Extraction, passages: Sequence[Passage]) -> Extraction | None:
    """Return a report with whole names and without what its cue cannot report.

    Args:
        report: as networks and rules have it.
        passages: the paragraphs that it lies in, in order.

    Returns:
        The report, None where its cue reports nothing.
    """
    passage = passage_at(passages, report.cue.start) if report.cue is not None else None
    if passage is not None and reports_nothing(report, passage):
        return None
    spans = report.content_spans
    if passage is not None:
        spans = _without_adjunct(spans, report, passage)
        spans = _without_comment(_without_manner(spans, report, passage), passage)
        spans = _answer(spans, report, passage)
        spans = tuple(_without_stray_mark(span, passage) for span in spans)
    if not spans:
        return None
    return replace(
        report,
        content_spans=_whole_names(spans, passages),
        source=_balanced(_whole_name(report.source, passages), passage),
    )


def _without_adjunct(
    spans: tuple[Span, ...], report: Extraction, passage: Passage
) -> tuple[Span, ...]:
    """Return contents without a last piece that hangs on the inquit: `in a statement read to us`.

    What stands between marks is never left out.
    """
    if report.cue is None or len(spans) < 2 or spans[-1].start < report.cue.end:
        return spans
    last = spans[-1]
    first, end = bisect_left(passage.starts, last.start), bisect_left(passage.starts, last.end)
    inside = passage.doc[first:end]
    if not len(inside) or any(passage.run_at[token.i] >= 0 for token in inside):
        return spans
    if all(token.tag_ in HOLLOW for token in inside):
        return spans[:-1]
    before = passage.doc[first - 1]
    hangs = inside[0].tag_ in PARTICIPLES and before.tag_.startswith("NN")
    return spans[:-1] if hangs and passage.starts[first - 1] >= report.cue.end else spans


def _without_manner(
    spans: tuple[Span, ...], report: Extraction, passage: Passage
) -> tuple[Span, ...]:
    """Return contents whose first does not start with how they were said."""
    first, *rest = spans
    manner = MANNER.match(passage.slice(first.start, first.end))
    if report.cue is None or first.start < report.cue.end or manner is None:
        return spans
    return (Span(first.start + manner.end(), first.end), *rest)


def _without_comment(spans: tuple[Span, ...], passage: Passage) -> tuple[Span, ...]:
    """Return contents that end where the narrator's own word for them starts: `, a phrase that`."""
    for index, span in enumerate(spans):
        for match in COMMENT.finditer(passage.slice(span.start, span.end)):
            at = span.start + match.start()
            if (at > span.start or index) and not any(at in run.outer for run in passage.runs):
                words = passage.slice(span.start, at).rstrip()
                ends = Span(span.start, span.start + len(words))
                return (*spans[:index], ends) if words else spans[:index]
    return spans


def _answer(spans: tuple[Span, ...], report: Extraction, passage: Passage) -> tuple[Span, ...]:
    """Return what stands in quotation marks where who was asked answers.

    In `Roe, asked if it would hold, shook her head: "No."` the question is not Roe's.
    """
    source, cue = report.source, report.cue
    if source is None or cue is None or passage.slice(cue.start, cue.end).casefold() not in ASKING:
        return spans
    if source.end > cue.start or passage.slice(source.end, cue.start).strip() != ",":
        return spans
    held = [
        number
        for number, run in enumerate(passage.runs)
        if any(span.encloses(run.inner) for span in spans)
    ]
    answers = held or _answers_after(cue, spans, passage)
    return tuple(passage.words_of(run) for run in answers)


def _answers_after(cue: Span, spans: tuple[Span, ...], passage: Passage) -> list[int]:
    """Return the runs that follow a question in its sentence."""
    token = passage.token_at(cue.start)
    end = passage.ends[token.sent.end - 1] if token is not None else 0
    return [
        number
        for number, run in enumerate(passage.runs)
        if spans[-1].end <= run.outer.start and run.inner.start < end
    ]


def _without_stray_mark(span: Span, passage: Passage) -> Span:
    """Return a content without a closing mark at its end that nothing opens, nor its comma."""
    last = passage.token_at(span.end - 1)
    words = passage.slice(span.start, span.end)
    if last is None or passage.run_at[last.i] >= 0 or words[-1:] not in CLOSING:
        return span
    bare = words[:-1].rstrip(", ")
    return Span(span.start, span.start + len(bare)) if bare else span


def _whole_names(spans: tuple[Span, ...], passages: Sequence[Passage]) -> tuple[Span, ...]:
    whole = [_whole_name(span, passages) or span for span in spans]
    for index in range(len(whole) - 1):
        if whole[index].overlaps(whole[index + 1]):
            whole[index] = spans[index]
    return tuple(whole)


def _whole_name(span: Span | None, passages: Sequence[Passage]) -> Span | None:
    """Return a span that ends inside a name with the rest of the name."""
    passage = passage_at(passages, span.end - 1) if span is not None else None
    if span is None or passage is None:
        return span
    last = passage.token_at(span.end - 1)
    if last is None or last.tag_ not in NAME or passage.ends[last.i] != span.end:
        return span
    after = last
    while after.i + 1 < len(passage.doc) and _goes_on(after, passage):
        after = after.nbor()
    return Span(span.start, passage.ends[after.i])


def _balanced(span: Span | None, passage: Passage | None) -> Span | None:
    """Return a span without a bracket that opens in it and does not close: `Veldt NV (VLDT`."""
    if span is None or passage is None:
        return span
    opened = OPEN_BRACKET.search(passage.slice(span.start, span.end))
    return Span(span.start, span.start + opened.start()) if opened and opened.start() else span


def _goes_on(token: Token, passage: Passage) -> bool:
    """Tell whether the next word is of the same name: the parse joins them, nothing between."""
    following = token.nbor()
    joined = token.dep_ == "compound" and token.head.i > token.i
    joined = joined and following.i <= token.head.i
    same = passage.run_at[token.i] == passage.run_at[following.i]
    return joined and same and following.tag_ in NAME and bool(token.whitespace_)
