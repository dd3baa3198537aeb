"""The finder that reads with the encoder: passages in, reports out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from inquit.attribution.extraction import Extraction
from inquit.attribution.finder import Finder
from inquit.attribution.finding.calibration import CALIBRATION
from inquit.attribution.finding.encoder.encoding import ParagraphEncoder
from inquit.attribution.finding.encoder.reading import EncoderReader
from inquit.attribution.finding.encoder.weights import Encoder
from inquit.attribution.finding.evidence import find_all
from inquit.attribution.finding.passes import Surroundings, run_passes
from inquit.attribution.finding.report_paragraphs import can_hold_report
from inquit.attribution.finding.token_table import table_of
from inquit.attribution.passage import Passage
from inquit.attribution.rules.callers import Callers

CONTEXT = 2
"""Paragraphs of the call before that are read again, for who spoke there."""


class LearnedFinder:
    """Finds reported speech with the trained encoder; one for each article."""

    def __init__(
        self,
        encoder: Encoder,
        *,
        rules: Finder,
        text: str,
    ) -> None:
        """Start with nothing read.

        Args:
            encoder: the trained model.
            rules: a finder whose reports are weighed against the encoder's.
            text: the article's text.
        """
        self._model = encoder.model
        self._paragraphs = ParagraphEncoder(encoder.model, encoder.splitter)
        self._rules = rules
        self._text = text
        self._callers = Callers(text)
        self._before: tuple[Passage, ...] = ()
        self._opinions: tuple[Extraction, ...] = ()

    def find(
        self, passages: Sequence[Passage], ahead: Sequence[Passage] = ()
    ) -> Iterator[Extraction]:
        """Yield the extractions of the next passages; see `inquit.attribution.finder.Finder`."""
        for one in self.unrated(passages, ahead):
            if not one.evidence:
                yield one if one.source is not None else replace(one, confidence=0.0)
                continue
            rated = CALIBRATION.confidences(one.evidence)
            yield replace(
                one,
                confidence=rated.source if one.source is not None else 0.0,
                quote_confidence=rated.quote,
                ends_confidence=rated.ends,
            )

    def unrated(
        self, passages: Sequence[Passage], ahead: Sequence[Passage] = ()
    ) -> list[Extraction]:
        """Return the extractions of the next passages with the evidence for each."""
        before, whole = self._before, (*self._before, *passages)
        opinions = (*self._opinions, *self._rules.find(passages))
        self._before = whole[-CONTEXT:]
        start = self._before[0].span.start if self._before else 0
        self._opinions = tuple(one for one in opinions if one.content_spans[0].start >= start)
        first, last = _tokens(before), _tokens(whole)
        if first == last:
            return []
        around = (*whole, *ahead)
        table = table_of(around)
        worth_reading = [passage for passage in around if can_hold_report(passage)]
        pieces, encoding = self._paragraphs.encode(worth_reading)
        reader = EncoderReader(self._model, table, pieces, encoding)
        found = find_all(table, reader, self._text, opinions, rows=(first, last))
        surroundings = Surroundings(passages=whole, text=self._text, callers=self._callers)
        return run_passes(found, surroundings)


def _tokens(passages: Sequence[Passage]) -> int:
    return sum(len(passage.doc) for passage in passages)
