"""Quotations that the page sets apart instead of marking them, as in block quotes."""

from __future__ import annotations

from inquit.attribution.extraction import Method
from inquit.attribution.passage import Passage
from inquit.attribution.rules.clauses import FINITE
from inquit.attribution.rules.draft import Draft
from inquit.attribution.rules.introduction import INTRODUCED
from inquit.attribution.wordlist import words

METHOD = Method.BLOCK
NEAR = 0.6
"""Confidence that a block quote is of who spoke in the paragraph right before."""
FEWEST_WORDS = 4
SPOKEN = words(
    "say write tell tweet post add read reply respond ask explain continue state comment"
)
"""Verbs after whose colon a paragraph without marks is what was said."""


def block_draft(
    passage: Passage, before: Passage | None, *, introduced: Draft | None, spoken: Draft | None
) -> Draft | None:
    """Return the draft of a paragraph that is a quotation without marks, else None.

    Args:
        passage: the paragraph.
        before: the one before it.
        introduced: what the colon at the end of that one introduces.
        spoken: who spoke in it, or in the block quote that goes on here.
    """
    if passage.runs and passage.runs[0].outer.start == passage.span.start:
        return None
    awaited = before is not None and introduced is not None and _awaits(introduced, before)
    if not passage.set_apart and not (awaited and _reads_as_speech(passage)):
        return None
    who = introduced or spoken
    return Draft(
        contents=[passage.span],
        cue=introduced.cue if introduced is not None else None,
        cue_lemma=introduced.cue_lemma if introduced is not None else "",
        source=who.source if who is not None else None,
        method=METHOD,
        confidence=_confidence(introduced, spoken),
        reason=_reason(introduced, who),
    )


def _awaits(introduced: Draft, before: Passage) -> bool:
    """Tell whether the words before a colon say that somebody speaks, and not yet what."""
    cue = introduced.cue
    if cue is None or introduced.cue_lemma not in SPOKEN or introduced.confidence < INTRODUCED:
        return False
    after = [token for token in before.doc if before.starts[token.i] >= cue.end]
    return not any(token.tag_ in FINITE for token in after)


def _reads_as_speech(passage: Passage) -> bool:
    sentence = any(token.tag_ in FINITE for token in passage.doc)
    return sentence and passage.text[0].isupper() and len(passage.text.split()) >= FEWEST_WORDS


def _confidence(introduced: Draft | None, spoken: Draft | None) -> float:
    if introduced is not None:
        return introduced.confidence
    return min(NEAR, spoken.confidence) if spoken is not None else 0.0


def _reason(introduced: Draft | None, who: Draft | None) -> str:
    if introduced is not None:
        return "the words before the colon introduce the quotation"
    if who is not None and who.source is not None:
        return "a block quote; whoever was quoted just before goes on"
    return "a block quote that nobody nearby is said to have spoken"
