"""What is set right in each extraction once encoder and rules are reconciled, pass by pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from inquit.attribution.extraction import Extraction, Method
from inquit.attribution.finding.calibration import UNCUED
from inquit.attribution.finding.cue_ends import whole_cue, without_reporting_words
from inquit.attribution.finding.label_lines import kept_in_line
from inquit.attribution.finding.negation import mark_negation
from inquit.attribution.finding.quotation_ends import end_with_quotation, without_outer_marks
from inquit.attribution.finding.rule_reconciliation import FORMS_OF_PAGE
from inquit.attribution.finding.separating import separate_quotes
from inquit.attribution.finding.span_repair import mended
from inquit.attribution.finding.split_questions import exchanged
from inquit.attribution.passage import Passage, passage_at
from inquit.attribution.rules.callers import Callers
from inquit.attribution.rules.phrases import noun_phrase, trimmed
from inquit.attribution.rules.subjects import addressee_of
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surroundings:
    """What a pass may look at.

    Attributes:
        passages: the paragraphs that the extraction lies in, in order.
        text: the article's text.
        callers: whom the text lets speak after a colon.
    """

    passages: Sequence[Passage]
    text: str
    callers: Callers

    def of_cue(self, extraction: Extraction) -> Passage | None:
        """Return the paragraph of an extraction's cue, None where it has none."""
        cue = extraction.cue
        return passage_at(self.passages, cue.start) if cue is not None else None


GESTURES = frozenset({"applaud", "applauded", "boo", "booed", "cheer", "cheered", "gasp", "grin",
                      "groan", "laugh", "nod", "pause", "paused", "roar", "shrug", "sigh", "smile",
                      "smiled", "clapped", "frowned", "waved"})  # fmt: skip
"""What people do, as dictionary forms where verbs of reporting have them."""

Pass: TypeAlias = Callable[[Extraction, Surroundings], Iterable[Extraction]]
"""Takes one extraction and gives those that it comes to: none, itself, or several."""


def split_joined_quotes(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction apart from other quotes that were joined to it."""
    yield from separate_quotes(one, around.text)


def add_addressee(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction with whom the words are told to, where the parse says so."""
    passage = around.of_cue(one)
    if one.addressee is not None or passage is None or one.cue is None:
        yield one
        return
    cue = one.cue
    heads = [token for token in passage.doc if passage.token_span(token).overlaps(cue)]
    listener = next((got for head in heads if (got := addressee_of(head, one.cue_lemma))), None)
    if listener is None:
        yield one
        return
    span = passage.span_of(*trimmed(noun_phrase(listener), listener))
    parts = (*one.content_spans, one.source) if one.source is not None else one.content_spans
    apart = not any(span.overlaps(part) for part in parts)
    yield replace(one, addressee=span) if apart else one


def mend_ends(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction with ends that a reader would set, nothing where it reports nothing."""
    found = mended(one, around.passages)
    if found is not None and found.method not in FORMS_OF_PAGE:
        found = kept_in_line(found, around.passages, around.callers)
    if found is not None:
        yield found


def end_quotations(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction that ends with its quotation, without the marks around it."""
    passage = around.of_cue(one)
    spans = one.content_spans if passage is None else end_with_quotation(one, passage)
    bare: list[Span] = []
    for span in spans:
        own = passage_at(around.passages, span.start)
        bare += without_outer_marks(span, own) if own is not None else (span,)
    yield replace(one, content_spans=tuple(bare))


def part_cue_from_content(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction whose reporting words are all in its cue."""
    yield without_reporting_words(whole_cue(one, around.text), around.text)


def tell_turns_apart(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction over several paragraphs as one for each turn, where somebody asks."""
    yield from exchanged(one, around.passages)


def drop_gestures(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction, without an inquit where that only tells what somebody did.

    In `“We open in May.” Holt laughed.` the quotation has ended; nobody laughs words.
    """
    cue, last = one.cue, one.content_spans[-1]
    gesture = one.cue_lemma in GESTURES and cue is not None and cue.start >= last.end
    if gesture and last.of(around.text)[-1:] == ".":
        reason = "a quotation after which somebody is only said to have moved"
        one = replace(
            one, cue=None, cue_lemma="", source=None, method=Method.UNATTRIBUTED,
            evidence=UNCUED, reason=reason,
        )  # fmt: skip
    yield one


def mark_negated(one: Extraction, around: Surroundings) -> Iterator[Extraction]:
    """Yield an extraction, marked where the text denies that it was said.

    A topic that nobody talked about is nothing.
    """
    marked = mark_negation(one, around.of_cue(one), around.text)
    if not (marked.negated and marked.topic):
        yield marked


PASSES: tuple[Pass, ...] = (
    split_joined_quotes,
    add_addressee,
    mend_ends,
    part_cue_from_content,
    end_quotations,
    drop_gestures,
    tell_turns_apart,
    mark_negated,
)
"""In this order: ends are mended of one quote, not of two, and turns are told by whole ends."""


def run_passes(found: Iterable[Extraction], around: Surroundings) -> list[Extraction]:
    """Return what extractions come to after all passes, in order."""
    results = list(found)
    for step in PASSES:
        results = [after for one in results for after in step(one, around)]
    return results
