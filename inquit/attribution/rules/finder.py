"""The rule-based finder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inquit.attribution.extraction import Extraction
from inquit.attribution.finder import OpenWindow
from inquit.attribution.passage import Paragraph, Passage
from inquit.attribution.rules.assembly import assemble
from inquit.attribution.rules.blocks import METHOD as BLOCK
from inquit.attribution.rules.blocks import block_draft
from inquit.attribution.rules.callers import Callers
from inquit.attribution.rules.crediting import credit
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.forms import fields_in
from inquit.attribution.rules.headline import headline_report
from inquit.attribution.rules.leftover import Memory, leftover_drafts
from inquit.attribution.rules.nominal import nominal_drafts
from inquit.attribution.rules.posting import posts_in
from inquit.attribution.rules.signing import signed_draft
from inquit.attribution.rules.structure import (
    TURN,
    has_role,
    lettered_report,
    split_turns,
    transcript_report,
)
from inquit.model.reply_line import reply_line_in
from inquit.model.structure import BlockKind


class RuleFinder:
    """Finds reported speech by marks, reporting words and the parse; one for each article."""

    def __init__(self, *, text: str, in_dialogue: bool = False) -> None:
        """Start with nothing read.

        Args:
            text: the article's text.
            in_dialogue: speakers take turns paragraph by paragraph, see `dialogue`.
        """
        self._callers = Callers(text)
        self._memory = Memory(in_dialogue=in_dialogue)
        self._before: Passage | None = None
        self._asked = False
        self._quoted: list[Paragraph] = []
        self._credit: Paragraph | None = None

    def find(self, window: OpenWindow) -> Iterator[Extraction]:
        """Yield the reports of the next window; see `finder.Finder`.

        Quotations that run over several passages become one report.
        """
        passages = window.passages  # a rule looks back, or at its own paragraph
        self._before = window.before[-1] if window.before else None
        drafts: list[Draft] = []
        posts = posts_in(passages)
        fields = fields_in(passages)
        for passage in passages:
            if passage.span.start in posts:
                self._post(passage, posts[passage.span.start], drafts)
                continue
            if passage.kind is BlockKind.CREDIT:
                self._sign(passage, drafts)
                continue
            forms = [] if passage.span.start in fields else self._forms(passage, drafts)
            self._before = passage
            if forms:
                drafts += [form for form in forms if all(form is not one for one in drafts)]
                self._memory.turn(passage, forms[-1])
                self._note_quote(passage, drafts)
                continue
            if reply_line_in(passage.text) is not None:
                self._memory.read(passage, [])
                self._note_quote(passage, drafts)
                continue
            own = assemble(passage)
            own += leftover_drafts(passage, own, self._memory)
            own += nominal_drafts(passage, own)
            own.sort(key=lambda draft: min(draft.contents))
            fresh = self._memory.chained(passage, own)
            drafts += fresh
            self._memory.read(passage, own)
            self._note_quote(passage, drafts)
        for draft in drafts:
            draft.given = True
            report = draft.report()
            if report.content_spans:
                yield report
        self._before = None  # its parse does not last

    def _post(self, passage: Passage, post: Draft | None, drafts: list[Draft]) -> None:
        """Note a line of a post, whose first has the draft; nobody goes on speaking after it."""
        self._before = passage
        drafts += [post] if post is not None else []
        self._memory.pass_over()

    def _sign(self, passage: Passage, drafts: list[Draft]) -> None:
        """Credit the block quote before a credit, or keep that for the block quote after it."""
        self._before = passage
        signed = credit(passage, self._quoted, drafts)
        self._credit = passage.unparsed if not self._quoted else None
        self._quoted.clear()
        if signed is None:
            self._memory.pass_over()
            return
        if all(signed is not one for one in drafts):
            drafts.append(signed)
        self._memory.turn(passage, signed)

    def _note_quote(self, passage: Passage, drafts: Sequence[Draft]) -> None:
        """Note whether a passage is part of a block quote, and credit one whose credit came."""
        if not passage.set_apart or passage.opens:
            self._quoted.clear()
        if not passage.set_apart:
            self._credit = None
            return
        self._quoted.append(passage.unparsed)
        if self._credit is not None:
            credit(self._credit, self._quoted, drafts)

    def _forms(self, passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
        """Return what a paragraph's form makes of it: turns, a headline, a block quote."""
        turn = lettered_report(passage, asked=self._asked)
        self._asked = self._asked or turn is not None
        told = turn or headline_report(passage)
        if told is not None:
            return [_fixed(told)]
        turns = self._turns(passage)
        if turns:
            return [_fixed(one) for one in turns]
        form = self._continued_turn(passage, drafts) or self._set_apart(passage, drafts)
        return [form] if form is not None else []

    def _turns(self, passage: Passage) -> list[Extraction]:
        """Return the turns of a transcript that a paragraph holds, if its label is somebody."""
        report = transcript_report(passage)
        if report is None or report.source is None:
            return []
        name = passage.slice(report.source.start, report.source.end)
        turns = split_turns(report, passage)
        sure = name.isupper() or self._callers.takes_turns(name) or len(turns) > 1
        if (report.cue is None or has_role(report, passage)) and not (sure or "((" in passage.text):
            return []
        if report.cue is not None and not (sure or self._callers.speaks(report.source, passage)):
            return []
        return turns

    def _continued_turn(self, passage: Passage, drafts: Sequence[Draft]) -> Draft | None:
        """Return the draft of a turn that goes on in a further paragraph.

        It does in the same item of a list, and where the whole text is a transcript.
        """
        before = self._before
        same_item = passage.kind is BlockKind.ITEM_CONTINUED
        told = self._callers.is_transcript and not (passage.runs or _STAGE.match(passage.text))
        if (
            before is None
            or not drafts
            or not (same_item or (told and passage.kind is before.kind))
        ):
            return None
        last = drafts[-1]
        if last.method != TURN or not _ends_in(last, before):
            return None
        last.contents.append(passage.span)
        return last

    def _set_apart(self, passage: Passage, drafts: Sequence[Draft]) -> Draft | None:
        """Return the draft of a quotation without marks that goes on, ends or is signed here."""
        before, memory = self._before, self._memory
        if before is None:
            return block_draft(passage, None, introduced=None, spoken=None)
        last = drafts[-1] if drafts and _ends_in(drafts[-1], before) else None
        signed = signed_draft(passage, before, last)
        if signed is not None:
            return signed
        if last is not None and last.method == BLOCK and passage.set_apart and not passage.opens:
            last.contents.append(passage.span)
            return last
        near = memory.last is not None and memory.last[0] == memory.paragraph
        if passage.opens and before.kind in (BlockKind.BLOCK_QUOTE, BlockKind.CREDIT):
            near = False  # another quotation, and as likely of another person
        spoken = memory.last[1] if memory.last is not None and near else None
        return block_draft(passage, before, introduced=memory.introduced, spoken=spoken)


_STAGE = re.compile(r"^[\[(*].*[\])*]$")
"""What is told of a hearing in a line of its own: `(Crosstalk)`."""


def _fixed(report: Extraction) -> Draft:
    return Draft(
        contents=list(report.content_spans),
        cue=report.cue,
        cue_lemma=report.cue_lemma,
        source=report.source,
        method=report.method,
        confidence=report.confidence,
        reason=report.reason,
    )


def _ends_in(draft: Draft, passage: Passage) -> bool:
    return bool(draft.contents) and draft.contents[-1].overlaps(passage.span)
