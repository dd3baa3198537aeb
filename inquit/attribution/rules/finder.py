"""The rule-based finder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inquit.attribution.passage import Passage
from inquit.attribution.report import Report
from inquit.attribution.rules.assembly import assemble
from inquit.attribution.rules.blocks import METHOD as BLOCK
from inquit.attribution.rules.blocks import block_draft
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.headline import headline_report
from inquit.attribution.rules.leftover import Memory, leftover_drafts
from inquit.attribution.rules.nominal import nominal_drafts
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.attribution.rules.signing import signed_draft
from inquit.attribution.rules.structure import lettered_report, transcript_report
from inquit.attribution.rules.turns import Turn, take_turns
from inquit.model.span import Span

BEAT = 0.65
KEPT = 8
"""Turns remembered from one window to the next."""


class RuleFinder:
    """Finds reported speech by marks, reporting words and the parse; one for each article."""

    def __init__(self, *, in_dialogue: bool = False) -> None:
        """Start with nothing read.

        Args:
            in_dialogue: speakers take turns paragraph by paragraph, see `dialogue`.
        """
        self._memory = Memory(in_dialogue=in_dialogue)
        self._turns: list[Turn] = []
        self._narrated: Span | None = None
        self._before: Passage | None = None
        self._asked = False

    def find(self, passages: Sequence[Passage], ahead: Sequence[Passage] = ()) -> Iterator[Report]:
        """Yield the reports of the next passages; see `finder.Finder`.

        Quotations that run over several passages become one report.
        """
        del ahead  # A rule looks back, or at its own paragraph.
        drafts: list[Draft] = []
        settled = len(self._turns)
        for passage in passages:
            form = self._form(passage, drafts)
            self._before = passage
            if form is not None:
                if all(form is not one for one in drafts):
                    drafts.append(form)
                self._memory.turn(passage, form)
                continue
            own = assemble(passage)
            own += leftover_drafts(passage, own, self._memory)
            own += nominal_drafts(passage, own)
            own.sort(key=lambda draft: min(draft.contents))
            fresh = self._memory.chained(passage, own)
            drafts += fresh
            self._memory.read(passage, own)
            if self._memory.in_dialogue:
                self._note_turn(passage, own)
        take_turns(self._turns, settled)
        del self._turns[:-KEPT]
        for draft in drafts:
            draft.given = True
            report = draft.report()
            if report.content_spans:
                yield report

    def _form(self, passage: Passage, drafts: Sequence[Draft]) -> Draft | None:
        """Return what the page's form makes of a paragraph: a turn, a headline, a block quote."""
        turn = lettered_report(passage, asked=self._asked)
        self._asked = self._asked or turn is not None
        told = turn or headline_report(passage) or transcript_report(passage)
        return _fixed(told) if told is not None else self._set_apart(passage, drafts)

    def _set_apart(self, passage: Passage, drafts: Sequence[Draft]) -> Draft | None:
        """Return the draft of a quotation without marks that goes on, ends or is signed here."""
        before, memory = self._before, self._memory
        if before is None:
            return block_draft(passage, None, introduced=None, spoken=None)
        last = drafts[-1] if drafts and _ends_in(drafts[-1], before) else None
        signed = signed_draft(passage, before, last)
        if signed is not None:
            return signed
        if last is not None and last.method == BLOCK and passage.set_apart:
            last.contents.append(passage.span)
            return last
        near = memory.last is not None and memory.last[0] == memory.paragraph
        spoken = memory.last[1] if memory.last is not None and near else None
        return block_draft(passage, before, introduced=memory.introduced, spoken=spoken)

    def _note_turn(self, passage: Passage, own: list[Draft]) -> None:
        """Note a paragraph that starts with a quotation as somebody's turn."""
        if not own or not passage.runs or not _quoted_edge(passage):
            self._narrated = beat(passage, last=True) if not passage.runs else None
            return
        told = next((draft for draft in own if draft.source is not None), None)
        source = told.source if told is not None else beat(passage)
        who = passage.slice(source.start, source.end) if source is not None else ""
        for draft in own:
            if draft.source is None and source is not None and draft.method == "unattributed":
                draft.source, draft.method, draft.confidence = source, "beat", BEAT
                draft.reason = "whose doings stand beside the quotation in its paragraph"
        turn = Turn(
            paragraph=self._memory.paragraph,
            draft=own[0],
            source=source,
            narrated=self._narrated,
            who=who.casefold().split()[-1] if who.split() else "",
        )
        self._turns.append(turn)
        self._narrated = None


def _quoted_edge(passage: Passage) -> bool:
    first, last = passage.runs[0].outer, passage.runs[-1].outer
    return first.start == passage.span.start or last.end >= passage.span.end - 1


def beat(passage: Passage, *, last: bool = False) -> Span | None:
    """Return who acts in the words around the quotations of a paragraph, None where nobody does.

    Args:
        passage: the paragraph.
        last: the last who acts in it instead of the first.
    """
    for token in reversed(passage.doc) if last else passage.doc:
        if passage.run_at[token.i] >= 0 or token.dep_ not in ("nsubj", "nsubjpass"):
            continue
        if token.tag_ in ("NNP", "PRP") and token.lower_ not in ("it", "there", "i", "we", "you"):
            return passage.span_of(*trimmed(noun_phrase(token), token))
    return None


def _ends_in(draft: Draft, passage: Passage) -> bool:
    return bool(draft.contents) and draft.contents[-1].overlaps(passage.span)


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
