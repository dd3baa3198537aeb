"""The learned finder: passages in, reports out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from inquit.attribution.finder import Finder
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.attribution.rules.subjects import addressee_of
from inquit.attribution.rules.verbs import FORMS
from inquit.attribution.tagger.agreement import agreed
from inquit.attribution.tagger.calibration import Calibration
from inquit.attribution.tagger.claims import Claim
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.reading import Reader
from inquit.attribution.tagger.settling import settle
from inquit.attribution.tagger.spans import content_spans, rows_span
from inquit.attribution.tagger.table import TokenTable, table_of
from inquit.model.span import Span

CONTEXT = 2
"""Paragraphs of the call before that are read again, for who spoke there."""

SPEECH_FLOOR = 0.5
"""Least probability that an unquoted report is one of speech and not of belief or intention."""


class TaggerFinder:
    """Finds reported speech with trained networks; one for each article."""

    def __init__(
        self, networks: tuple[Network, ...], calibration: Calibration, *, rules: Finder
    ) -> None:
        """Start with nothing read.

        Args:
            networks: whose probabilities are averaged.
            calibration: turns those into the confidence of a report.
            rules: a finder whose reports are evidence for the networks.
        """
        self._networks = networks
        self._calibration = calibration
        self._rules = rules
        self._before: tuple[Passage, ...] = ()
        self._reports: tuple[Report, ...] = ()

    def find(self, passages: Sequence[Passage]) -> Iterator[Report]:
        """Yield the reports of the next passages; see `inquit.attribution.finder.Finder`."""
        whole = (*self._before, *passages)
        first_row = sum(len(passage.doc) for passage in self._before)
        reports = (*self._reports, *self._rules.find(passages))
        self._before = whole[-CONTEXT:]
        start = self._before[0].span.start
        self._reports = tuple(one for one in reports if one.content_spans[0].start >= start)
        if sum(len(passage.doc) for passage in whole) == first_row:
            return
        table, text = table_of(whole, reports), _text(whole)
        for claim in settle(table, Reader(self._networks, table), text, first_row=first_row):
            if reports_speech(claim, table, text):
                report = report_of(claim, table, text, self._calibration)
                report = replace(report, addressee=_addressee(claim, report, whole, table))
                yield agreed(report, reports)


def _addressee(
    claim: Claim, report: Report, passages: Sequence[Passage], table: TokenTable
) -> Span | None:
    """Return whom the words are told to, by the parse; never a part of the content."""
    if not len(claim.cue):
        return None
    passage = passages[int(table.paragraph[claim.top])]
    verb = passage.doc[
        claim.top - int(np.searchsorted(table.paragraph, table.paragraph[claim.top]))
    ]
    listener = addressee_of(verb, report.cue_lemma)
    if listener is None:
        return None
    span = passage.span_of(*trimmed(noun_phrase(listener), listener))
    parts = (*report.content_spans, *(part for part in (report.source,) if part is not None))
    return None if any(span.overlaps(part) for part in parts) else span


def reports_speech(claim: Claim, table: TokenTable, text: str) -> bool:
    """Tell whether a claim is one to show: speech, or words between marks, whatever the cue."""
    if not content_spans(table, claim.content, text):
        return False
    return claim.speech >= SPEECH_FLOOR or bool(claim.runs)


def report_of(claim: Claim, table: TokenTable, text: str, calibration: Calibration) -> Report:
    """Return the report of a claim; offsets are those of text."""
    cue = rows_span(table, claim.cue.tolist())
    word = text[int(table.start[claim.top]) : int(table.end[claim.top])] if cue else ""
    source = rows_span(table, claim.source.tolist())
    return Report(
        content_spans=content_spans(table, claim.content, text),
        cue=cue,
        cue_lemma=FORMS.get(word.lower(), word.lower()),
        source=source,
        addressee=None,
        method=claim.method,
        confidence=calibration.confidence(claim),
        reason=_reason(claim, cue, source, text),
    )


def _reason(claim: Claim, cue: Span | None, source: Span | None, text: str) -> str:
    if source is None:
        said = f"“{cue.of(text)}” reports it" if cue is not None else "it stands in quotation marks"
        return f"{said}, but nobody nearby is credited"
    if cue is None:
        return f"no reporting word of its own; “{source.of(text)}” goes on speaking"
    beside = "beside the quotation" if claim.runs else "with the clause"
    return f"“{cue.of(text)}” {beside}, and “{source.of(text)}” as who did so"


def _text(passages: Sequence[Passage]) -> str:
    """Return a text in which the passages lie at their offsets, blank elsewhere."""
    parts: list[str] = []
    done = 0
    for passage in passages:
        parts += [" " * (passage.span.start - done), passage.text]
        done = passage.span.end
    return "".join(parts)
