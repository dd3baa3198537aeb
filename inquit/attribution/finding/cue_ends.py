"""Reporting words as a reader would take them: all of them, and none of the content."""

from __future__ import annotations

import re
from dataclasses import replace

from inquit.attribution.extraction import Extraction
from inquit.attribution.rules.verbs import FORMS
from inquit.model.span import Span

_HABIT = re.compile(r"(?:used|liked?|likes|loved?|loves|tend(?:ed|s)?)$")
_TO = re.compile(r" to (?P<verb>[a-z]+)\b")
_DENIED = re.compile(r"(?:(?:ever )?saying|having (?:ever )?said)\s+")
"""What is denied before what was not said: `denied saying "no"`."""
_RELATIVES = frozenset({"which", "who", "whom"})


def whole_cue(extraction: Extraction, text: str) -> Extraction:
    """Return an extraction whose cue holds the verb of a habit: `used to say`.

    Args:
        extraction: what was found.
        text: the article's text.
    """
    cue = extraction.cue
    if cue is None or _HABIT.match(cue.of(text)) is None:
        return extraction
    match = _TO.match(text, cue.end)
    if match is None or match["verb"] not in FORMS:
        return extraction
    whole = Span(cue.start, match.end())
    if any(span.overlaps(whole) for span in _parts(extraction)):
        return extraction
    return replace(extraction, cue=whole, cue_lemma=FORMS[match["verb"]])


def without_reporting_words(extraction: Extraction, text: str) -> Extraction:
    """Return an extraction whose content does not begin with words that report it.

    Neither `saying` after `denied` does, nor the relative pronoun of `a plan which, she said, ...`.

    Args:
        extraction: what was found.
        text: the article's text.
    """
    cue, (first, *rest) = extraction.cue, extraction.content_spans
    if cue is None:
        return extraction
    if rest and first.end <= cue.start and first.of(text).casefold() in _RELATIVES:
        return replace(extraction, content_spans=tuple(rest))
    denied = _DENIED.match(text, first.start, first.end)
    if denied is None or text[cue.end : first.start].strip() or denied.end() >= first.end:
        return extraction
    said = Span(cue.start, first.start + len(denied[0].rstrip()))
    return replace(extraction, cue=said, content_spans=(Span(denied.end(), first.end), *rest))


def _parts(extraction: Extraction) -> tuple[Span, ...]:
    source = extraction.source
    return extraction.content_spans if source is None else (*extraction.content_spans, source)
