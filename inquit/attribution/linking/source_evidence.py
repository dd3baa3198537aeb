"""What the reports of a window tell of their sources, beside the words that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from inquit.attribution.lexicon import words_with
from inquit.attribution.report import Report
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEvidence:
    """What is told of the sources of a window, by their spans.

    Attributes:
        sources: the spans, in the order of the text.
        parts: the content and the cues that each goes with.
        hearers: to whom each speaks.
        replying: those who answer, as their verbs tell.
        contents: where somebody's words stand, in the order of the text.
    """

    sources: tuple[Span, ...] = ()
    parts: dict[Span, list[Span]] = field(default_factory=dict)
    hearers: dict[Span, list[Span]] = field(default_factory=dict)
    replying: frozenset[Span] = frozenset()
    contents: tuple[Span, ...] = ()

    def is_told(self, offset: int) -> bool:
        """Tell whether an offset lies in what somebody is reported to have said."""
        return any(offset in part for part in self.contents)


def evidence_of(reports: Sequence[Report]) -> SourceEvidence:
    """Return what reports tell of their sources."""
    parts: dict[Span, list[Span]] = defaultdict(list)
    hearers: dict[Span, list[Span]] = defaultdict(list)
    replying = set()
    for report in reports:
        if report.source is None:
            continue
        parts[report.source] += [*report.content_spans, *_present(report.cue)]
        hearers[report.source] += _present(report.addressee)
        if report.cue_lemma in words_with("verbs", "reply"):
            replying.add(report.source)
    return SourceEvidence(
        sources=tuple(sorted(parts)),
        parts=dict(parts),
        hearers=dict(hearers),
        replying=frozenset(replying),
        contents=tuple(sorted(span for report in reports for span in report.content_spans)),
    )


def _present(span: Span | None) -> Iterable[Span]:
    return () if span is None else (span,)
