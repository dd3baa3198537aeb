"""The finder that reads with the encoder: passages in, reports out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inquit.attribution.extraction import Extraction
from inquit.attribution.finder import Finder, OpenWindow
from inquit.attribution.finding.calibration import CALIBRATION
from inquit.attribution.finding.evidence import find_all
from inquit.attribution.finding.passes import Surroundings, run_passes
from inquit.attribution.finding.token_table import table_of
from inquit.attribution.rules.callers import Callers


class LearnedFinder:
    """Weighs what the encoder claims against the rules; one for each article."""

    def __init__(self, *, rules: Finder, text: str) -> None:
        """Start with nothing read.

        Args:
            rules: a finder whose reports are weighed against the encoder's claims.
            text: the article's text.
        """
        self._rules = rules
        self._text = text
        self._callers = Callers(text)
        self._opinions: tuple[Extraction, ...] = ()

    def find(self, window: OpenWindow) -> Iterator[Extraction]:
        """Yield the extractions of the next window; see `inquit.attribution.finder.Finder`."""
        for one in self.unrated(window):
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

    def unrated(self, window: OpenWindow) -> list[Extraction]:
        """Return the extractions of the next window with the evidence for each.

        What the rules found in the paragraphs before it is weighed again, for who spoke there.
        """
        whole = (*window.before, *window.passages)
        start = whole[0].span.start if whole else 0
        before = (one for one in self._opinions if one.content_spans[0].start >= start)
        opinions = self._opinions = (*before, *self._rules.find(window))
        if window.claims is None:
            return []
        table = table_of((*whole, *window.ahead))
        first = sum(len(passage.doc) for passage in window.before)
        rows = (first, first + sum(len(passage.doc) for passage in window.passages))
        found = find_all(table, window.claims, self._text, opinions, rows=rows)
        surroundings = Surroundings(passages=whole, text=self._text, callers=self._callers)
        return run_passes(found, surroundings)
