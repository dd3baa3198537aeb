"""Quotes that the text denies: `never said`, `denied saying`, `Nobody said`."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from inquit.attribution.extraction import Extraction
from inquit.attribution.passage import Passage

NOBODY = frozenset({"nobody", "none", "neither", "no"})
"""What a source that is nobody begins with."""
_DENYING = frozenset({"deny", "denies", "denied", "denying"})
_REFUSING = frozenset({"decline", "declines", "declined", "declining", "refuse", "refuses",
                       "refused", "refusing", "forbear", "fail", "failed"})  # fmt: skip
_NOT = frozenset({"not", "n't", "n’t", "never"})
_MERELY = frozenset({"only", "just", "merely", "simply"})
"""`not only said` denies nothing."""


def mark_negation(extraction: Extraction, passage: Passage | None, text: str) -> Extraction:
    """Return an extraction, marked where the text denies that it was said.

    Args:
        extraction: what was found.
        passage: the paragraph of its cue, None without one.
        text: the article's text.
    """
    if extraction.source is not None and _is_nobody(extraction.source.of(text)):
        return _negated(replace(extraction, source=None))
    if passage is None or extraction.cue is None:
        return extraction
    cue = extraction.cue
    tokens = [one for one in passage.doc if passage.token_span(one).overlaps(cue)]
    if any(_is_denied(token, passage) for token in tokens if token.tag_.startswith("VB")):
        return _negated(extraction)
    return extraction


def _is_nobody(words: str) -> bool:
    first = words.split()[:1]
    return bool(first) and first[0].casefold() in NOBODY


def _is_denied(verb: Token, passage: Passage) -> bool:
    """Tell whether a verb of a cue is negated, or what somebody denied or refused to do."""
    for child in verb.lefts:
        if passage.run_at[child.i] != passage.run_at[verb.i]:
            continue
        merely = child.i + 1 < len(verb.doc) and verb.doc[child.i + 1].lower_ in _MERELY
        if child.lower_ in _NOT and not merely:
            return True
    above = verb.head
    if above.i >= verb.i or above.lower_ == verb.lower_:
        return False
    if above.lower_ in _DENYING:
        return verb.tag_ == "VBG" or any(child.lower_ == "having" for child in verb.lefts)
    return above.lower_ in _REFUSING and verb.dep_ == "xcomp"


def _negated(extraction: Extraction) -> Extraction:
    return replace(
        extraction,
        negated=True,
        reason=f"the text tells that this was not said; {extraction.reason}",
    )
