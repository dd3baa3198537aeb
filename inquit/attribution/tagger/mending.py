"""Ends of contents and sources that no reader would set so, set right by the parse."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from inquit.attribution.passage import Passage, passage_at
from inquit.attribution.report import Report
from inquit.attribution.rules.speakers import can_speak
from inquit.attribution.tagger.doubt import ASKING
from inquit.model.span import Span

NAME = frozenset({"NNP", "NNPS"})
PARTICIPLES = frozenset({"VBN", "VBG"})
COMMENT = re.compile(
    r"(?:^|,|[-–—])\s*(?:in )?an? (?:\w+ )?(?:remark|phrase|comment|claim|statement|description"
    r"|reference|accusation|charge|view|assertion|suggestion|allusion|swipe|dig|jab|nod)\b"
)
"""How the narrator speaks of the words just quoted."""
INDEFINITE = frozenset({"a", "an"})


def mended(report: Report, passages: Sequence[Passage]) -> Report | None:
    """Return a report with whole names and without what its cue cannot report.

    Args:
        report: as networks and rules have it.
        passages: the paragraphs that it lies in, in order.

    Returns:
        The report, None where its cue reports nothing.
    """
    passage = passage_at(passages, report.cue.start) if report.cue is not None else None
    if passage is not None and _reports_nothing(report, passage):
        return None
    spans = report.content_spans
    if passage is not None:
        spans = _without_adjunct(spans, report, passage)
        spans = _without_comment(spans, passage)
        spans = _answer(spans, report, passage)
    if not spans:
        return None
    return replace(
        report,
        content_spans=_whole_names(spans, passages),
        source=_whole_name(report.source, passages),
    )


def _token_at(passage: Passage, offset: int) -> Token | None:
    """Return the token that an offset of the article lies in."""
    index = bisect_right(passage.starts, offset) - 1
    return passage.doc[index] if index >= 0 and offset < passage.ends[index] else None


def _reports_nothing(report: Report, passage: Passage) -> bool:
    """Tell whether a cue is no reporting word here.

    It is none inside a quotation to whose outside the content belongs, and none where it is
    the participle of a thing: `a line agreed in 2001`.
    """
    cue = _token_at(passage, report.cue.end - 1) if report.cue is not None else None
    if cue is None:
        return False
    run = passage.run_at[cue.i]
    if run >= 0 and not any(
        passage.runs[run].outer.encloses(span) for span in report.content_spans
    ):
        return True
    return _is_participle(cue, report, passage)


def _is_participle(cue: Token, report: Report, passage: Passage) -> bool:
    """Tell whether a cue only says when or where a thing was made: `a line agreed in 2001`."""
    source = _token_at(passage, report.source.end - 1) if report.source is not None else None
    if source is None or report.source is None or cue.tag_ not in ("VBD", "VBN"):
        return False
    after = passage.doc[cue.i + 1 : cue.i + 2]
    dated = bool(len(after)) and after[0].tag_ == "IN"
    things = passage.doc[bisect_left(passage.starts, report.source.start) : source.i + 1]
    return (
        dated
        and source.i == cue.i - 1
        and things[0].lower_ in INDEFINITE
        and not any(can_speak(token) for token in things)
    )


def _without_adjunct(spans: tuple[Span, ...], report: Report, passage: Passage) -> tuple[Span, ...]:
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
    before = passage.doc[first - 1]
    hangs = inside[0].tag_ in PARTICIPLES and before.tag_.startswith("NN")
    return spans[:-1] if hangs and passage.starts[first - 1] >= report.cue.end else spans


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


def _answer(spans: tuple[Span, ...], report: Report, passage: Passage) -> tuple[Span, ...]:
    """Return what stands in quotation marks where who was asked answers.

    In `Roe, asked if it would hold, shook her head: "No."` the question is not Roe's.
    """
    source, cue = report.source, report.cue
    if source is None or cue is None or passage.slice(cue.start, cue.end).casefold() not in ASKING:
        return spans
    if source.end > cue.start or passage.slice(source.end, cue.start).strip() != ",":
        return spans
    runs = range(len(passage.runs))
    held = [run for run in runs if any(s.encloses(passage.runs[run].inner) for s in spans)]
    return tuple(passage.words_of(run) for run in held)


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
    last = _token_at(passage, span.end - 1)
    if last is None or last.tag_ not in NAME or passage.ends[last.i] != span.end:
        return span
    after = last
    while after.i + 1 < len(passage.doc) and _goes_on(after, passage):
        after = after.nbor()
    return Span(span.start, passage.ends[after.i])


def _goes_on(token: Token, passage: Passage) -> bool:
    """Tell whether the next word is of the same name: the parse joins them, nothing between."""
    following = token.nbor()
    joined = token.dep_ == "compound" and token.head.i > token.i
    joined = joined and following.i <= token.head.i
    same = passage.run_at[token.i] == passage.run_at[following.i]
    return joined and same and following.tag_ in NAME and bool(token.whitespace_)
