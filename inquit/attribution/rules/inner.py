"""Quotations inside of quotations: `"I was asleep. 'Get up,' he said, 'it is late.'"`.

A quotation that stands for itself is not parsed, see `masking`; what reports another inside of it
is told by the words beside that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.letters import of_any_script
from inquit.attribution.marks import QuotedRun, pair_marks
from inquit.attribution.passage import Passage
from inquit.attribution.rules.verbs import FORMS
from inquit.model.span import Span

CONFIDENCE = 0.8
WHO = of_any_script(
    r"(?P<who>I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|(?:[Tt]he|[Mm]y|[Hh]is|[Hh]er|[Oo]ur) [a-z]+"
    r"(?: [a-z]+)??(?:['’]s [a-z]+)?|[A-Z][\w’]+(?: [A-Z][\w’]+){0,2})"
)
TO = r"(?: (?:to )?(?:me|him|her|us|them|you))?"
AFTER = (
    re.compile(rf"\s*(?:--|[—–])?\s*{WHO} (?P<cue>[a-z]+)\b"),
    re.compile(rf"\s*(?:--|[—–])?\s*(?P<cue>[a-z]+) {WHO}\b"),
)
BEFORE = re.compile(
    rf"\b{WHO}(?: [^.!?;:'‘]{{1,60}} and)?(?: [a-z]+ly| always| often| then| used to)?"
    rf" (?P<cue>[a-z]+){TO}[^.!?:'‘]{{0,30}}[,:;]\s*(?:--)?\s*$"
)
INTRODUCES = re.compile(r",\s*[‘'\"“]")
"""What follows an inquit that is the next quotation's."""
PAUSE = re.compile(r"[\s.,;:—–-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inquit:
    cue: Span
    who: Span
    lemma: str
    end: int


def inner_reports(passages: Sequence[Passage]) -> Iterator[Extraction]:
    """Yield what is reported, between marks of its own, inside of quotations.

    Args:
        passages: paragraphs with their quoted runs.
    """
    for passage in passages:
        for run in passage.runs:
            inner = passage.slice(run.inner.start, run.inner.end)
            yield from _inside(inner, run.inner.start)


def _inside(text: str, offset: int) -> Iterator[Extraction]:
    """Yield the reports in a quotation's words, which start at an offset of the article."""
    runs = [run for run in pair_marks(text) if run.closed and run.opened]
    ends = [run.outer.start for run in runs[1:]] + [len(text)]
    index = 0
    while index < len(runs):
        run = runs[index]
        start = runs[index - 1].outer.end if index else 0
        inquit = _after(text, run, ends[index]) or _before(text, start, run.outer.start)
        contents = [_words(text, run)]
        if inquit is not None and inquit.cue.start > run.outer.start and index + 1 < len(runs):
            between = text[inquit.end : runs[index + 1].outer.start]
            following = runs[index + 1]
            end = ends[index + 1]
            if PAUSE.fullmatch(between) and _after(text, following, end) is None:
                index += 1
                contents.append(_words(text, runs[index]))
        if inquit is not None:
            yield _report(inquit, contents, text, offset)
        index += 1


def _after(text: str, run: QuotedRun, end: int) -> _Inquit | None:
    if text[run.inner.end - 1] not in ",.!?…—–-":
        return None
    ended = text[run.inner.end - 1] in ".!?"
    for pattern in AFTER:
        match = pattern.match(text, run.outer.end, end)
        if match is None or match["cue"] not in FORMS:
            continue
        if not (ended and INTRODUCES.match(text, match.end())):
            return _inquit(match)
    return None


def _before(text: str, start: int, end: int) -> _Inquit | None:
    """Return the inquit that leads to a run; of several that may, the last and longest."""
    found, at = None, start
    while (match := BEFORE.search(text[:end], at)) is not None:
        at = match.start() + 1
        if match["cue"] in FORMS and (found is None or match.end("cue") > found.end("cue")):
            found = match
    return _inquit(found) if found is not None else None


def _inquit(match: re.Match[str]) -> _Inquit:
    return _Inquit(
        cue=Span(*match.span("cue")),
        who=Span(*match.span("who")),
        lemma=FORMS[match["cue"]],
        end=match.end(),
    )


def _words(text: str, run: QuotedRun) -> Span:
    comma = text[run.inner.end - 1] == "," and len(run.inner) > 1
    return Span(run.inner.start, run.inner.end - comma)


def _report(inquit: _Inquit, contents: Sequence[Span], text: str, offset: int) -> Extraction:
    cue, who = inquit.cue.of(text), inquit.who.of(text)
    return Extraction(
        content_spans=tuple(span.shifted(offset) for span in contents),
        cue=inquit.cue.shifted(offset),
        cue_lemma=inquit.lemma,
        source=inquit.who.shifted(offset),
        addressee=None,
        method=Method.INNER,
        confidence=CONFIDENCE,
        reason=f"“{who}” stands with “{cue}” inside the quotation",
    )
