"""A report in the making: contents may still be joined to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.inquit import Inquit
from inquit.model.span import Span


@dataclass(slots=True, kw_only=True)
class Draft:
    """What will be one report; contents grow while the paragraph, or a chain, is read.

    Attributes:
        contents: content spans so far, without marks, in any order.
        cue: span of the reporting words.
        cue_lemma: their dictionary form.
        source: span of who speaks.
        addressee: span of whom it is told to.
        method: how it was found, one word.
        confidence: from 0 to 1.
        reason: the evidence in words.
        runs: indexes of the passage's runs that it holds.
        inquit: the inquit, where there is one.
        given: it was handed out already; nothing can be joined to it any more.
    """

    contents: list[Span]
    cue: Span | None = None
    cue_lemma: str = ""
    source: Span | None = None
    addressee: Span | None = None
    method: Method
    confidence: float
    reason: str
    runs: set[int] = field(default_factory=set)
    inquit: Inquit | None = None
    given: bool = False

    def report(self) -> Extraction:
        """Return the finished report, its contents in order and disjoint."""
        return Extraction(
            content_spans=joined([span for span in self.contents if len(span)]),
            cue=self.cue,
            cue_lemma=self.cue_lemma,
            source=self.source,
            addressee=self.addressee,
            method=self.method,
            confidence=self.confidence,
            reason=self.reason,
        )


def draft_of(passage: Passage, inquit: Inquit, *, method: Method, confidence: float) -> Draft:
    """Return a draft, still without contents, for an inquit of a passage."""
    source = passage.span_of(*inquit.source) if inquit.source is not None else None
    return Draft(
        contents=[],
        cue=passage.span_of(*inquit.cue),
        cue_lemma=inquit.lemma,
        source=source,
        addressee=passage.span_of(*inquit.addressee) if inquit.addressee is not None else None,
        method=method,
        confidence=confidence if source is not None else 0.2,
        reason=_reason(passage, inquit),
        inquit=inquit,
    )


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, overlapping ones made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if not len(span):
            continue
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _reason(passage: Passage, inquit: Inquit) -> str:
    cue = passage.slice(*_ends(passage.span_of(*inquit.cue)))
    if inquit.source is None:
        return f"“{cue}” reports it, but the sentence names nobody"
    name = passage.slice(*_ends(passage.span_of(*inquit.source)))
    if inquit.lemma == "according to":
        return f"“{cue} {name}”"
    return f"“{name}” is the subject of “{cue}”"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
