"""In whose words a mention stands: the first person there is who speaks, the third is not."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.structure import TURN
from inquit.model.span import Span


class Enclosing:
    """The reports of a window, asked for those in whose content a source span lies."""

    def __init__(self, passages: Sequence[Passage], reports: Sequence[Report]) -> None:
        """Remember a window.

        Args:
            passages: its paragraphs.
            reports: what was found in them.
        """
        self._reports = [report for report in reports if report.source is not None]
        self._quoted = [run.outer for passage in passages for run in passage.runs]

    def speaker(self, span: Span) -> Span | None:
        """Return who speaks where a span stands, None outside of words given as somebody's own."""
        outer = self._outer(span)
        if outer is None:
            return None
        own = outer.method == TURN or any(run.encloses(span) for run in self._quoted)
        return outer.source if own else None

    def told_at(self, span: Span) -> int:
        """Return the offset up to which one must read to know in whose words a span stands."""
        speaker = self.speaker(span)
        return max(span.start, speaker.start + 1) if speaker is not None else span.start

    def _outer(self, span: Span) -> Report | None:
        around = [
            report
            for report in self._reports
            if any(content.encloses(span) for content in report.content_spans)
        ]
        return min(around, key=lambda one: sum(map(len, one.content_spans)), default=None)
