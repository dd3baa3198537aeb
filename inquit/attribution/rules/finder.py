"""The rule-based finder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.assembly import assemble
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.leftover import Memory, leftover_drafts
from inquit.attribution.rules.structure import transcript_report


class RuleFinder:
    """Finds reported speech by marks, reporting words and the parse; one for each article."""

    def __init__(self, *, in_dialogue: bool = False) -> None:
        """Start with nothing read.

        Args:
            in_dialogue: speakers take turns paragraph by paragraph, see `dialogue`.
        """
        self._memory = Memory(in_dialogue=in_dialogue)

    def find(self, passages: Sequence[Passage]) -> Iterator[Report]:
        """Yield the reports of the next passages; see `finder.Finder`.

        Quotations that run over several passages become one report.
        """
        drafts: list[Draft] = []
        for passage in passages:
            transcript = transcript_report(passage)
            if transcript is not None:
                drafts.append(_fixed(transcript))
                self._memory.turn(passage, drafts[-1])
                continue
            own = assemble(passage)
            own += leftover_drafts(passage, own, self._memory)
            own.sort(key=lambda draft: min(draft.contents))
            fresh = self._memory.chained(passage, own)
            drafts += fresh
            self._memory.read(passage, own)
        for draft in drafts:
            report = draft.report()
            if report.content_spans:
                yield report


def _fixed(report: Report) -> Draft:
    return Draft(
        contents=list(report.content_spans),
        cue=report.cue,
        cue_lemma=report.cue_lemma,
        source=report.source,
        method=report.method,
        confidence=report.confidence,
        reason=report.reason,
    )
