"""The learned finder: passages in, reports out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from inquit.attribution.finder import Finder
from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.callers import Callers
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.attribution.rules.subjects import addressee_of
from inquit.attribution.tagger.agreement import FORMS_OF_PAGE
from inquit.attribution.tagger.calibration import Calibration, evidence_of
from inquit.attribution.tagger.exchange import exchanged
from inquit.attribution.tagger.finding import EVEN, Finding, find_all
from inquit.attribution.tagger.labels import kept_in_line
from inquit.attribution.tagger.mending import mended
from inquit.attribution.tagger.network import Network
from inquit.attribution.tagger.reading import Reader
from inquit.attribution.tagger.table import TokenTable, table_of
from inquit.model.span import Span

CONTEXT = 2
"""Paragraphs of the call before that are read again, for who spoke there."""


class TaggerFinder:
    """Finds reported speech with trained networks; one for each article."""

    def __init__(
        self,
        networks: tuple[Network, ...],
        calibration: Calibration,
        *,
        rules: Finder,
        text: str,
    ) -> None:
        """Start with nothing read.

        Args:
            networks: whose probabilities are averaged.
            calibration: turns those into the confidence of a report.
            rules: a finder whose reports are evidence for the networks.
            text: the article's text.
        """
        self._networks = networks
        self._calibration = calibration
        self._rules = rules
        self._text = text
        self._callers = Callers(text)
        self._before: tuple[Passage, ...] = ()
        self._reports: tuple[Report, ...] = ()

    def find(self, passages: Sequence[Passage], ahead: Sequence[Passage] = ()) -> Iterator[Report]:
        """Yield the reports of the next passages; see `inquit.attribution.finder.Finder`."""
        for finding in self.findings(passages, ahead):
            # The page itself names who speaks; the networks were shown too few such pages to judge.
            told = finding.report.method in FORMS_OF_PAGE and finding.report.confidence
            sure = told or self._calibration.confidence(finding.evidence)
            named = finding.report.source is not None
            yield replace(finding.report, confidence=sure if named else 0.0)

    def findings(self, passages: Sequence[Passage], ahead: Sequence[Passage] = ()) -> list[Finding]:
        """Return the reports of the next passages with the evidence for each."""
        before, whole = self._before, (*self._before, *passages)
        opinions = (*self._reports, *self._rules.find(passages))
        self._before = whole[-CONTEXT:]
        start = self._before[0].span.start if self._before else 0
        self._reports = tuple(one for one in opinions if one.content_spans[0].start >= start)
        first, last = _tokens(before), _tokens(whole)
        if first == last:
            return []
        table = table_of((*whole, *ahead), opinions)
        reader = Reader(self._networks, table)
        found = find_all(table, reader, self._text, opinions, rows=(first, last))
        addressed = (_addressed(finding, whole, table) for finding in found)
        return [one for finding in addressed for one in _sound(finding, whole, self._callers)]


def _sound(finding: Finding, passages: Sequence[Passage], callers: Callers) -> list[Finding]:
    """Return what a finding is once its ends are mended and its turns told apart."""
    report = mended(finding.report, passages)
    if report is not None and report.method not in FORMS_OF_PAGE:
        report = kept_in_line(report, passages, callers)
    if report is None:
        return []
    first, *rest = exchanged(report, passages)
    evidence = evidence_of(cued=False, chance=EVEN, source_chance=EVEN, quoted=True)
    return [
        replace(finding, report=first),
        *(Finding(report=turn, evidence=evidence, top=-1) for turn in rest),
    ]


def _tokens(passages: Sequence[Passage]) -> int:
    return sum(len(passage.doc) for passage in passages)


def _addressed(finding: Finding, passages: Sequence[Passage], table: TokenTable) -> Finding:
    """Return a finding with whom the words are told to, where the parse says so."""
    report = finding.report
    if report.addressee is not None or finding.top < 0 or report.cue is None:
        return finding
    number = int(table.paragraph[finding.top])
    passage = passages[number]
    first = int(np.searchsorted(table.paragraph, number))
    listener = addressee_of(passage.doc[finding.top - first], report.cue_lemma)
    if listener is None:
        return finding
    span = passage.span_of(*trimmed(noun_phrase(listener), listener))
    parts: tuple[Span, ...] = report.content_spans
    parts += (report.source,) if report.source is not None else ()
    if any(span.overlaps(part) for part in parts):
        return finding
    return replace(finding, report=replace(report, addressee=span))
