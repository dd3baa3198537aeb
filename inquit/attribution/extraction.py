"""What finding hands to linking: one reported stretch of speech, not yet linked to anybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inquit.model.span import Span


class Method(StrEnum):
    """By what an extraction was found."""

    ENCODER = "cue"
    INQUIT = "inquit"
    CLAUSE = "clause"
    ACCORDING = "according"
    GOVERNED = "governed"
    NOMINAL = "nominal"
    NARRATED = "narrated"
    CONTINUED = "continued"
    INTRODUCED = "introduced"
    UNATTRIBUTED = "unattributed"
    TRANSCRIPT = "transcript"
    TURN = "turn"
    SIGNED = "signed"
    POSTED = "posted"
    HEADLINE = "headline"
    BLOCK = "block"
    NESTED = "nested"
    INNER = "inner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Somebody's words as found in the text; every span in code points of the article's text.

    Attributes:
        content_spans: the words, in order, disjoint, without the outermost quotation marks.
        cue: the reporting words, None where the quote stands without an inquit.
        cue_lemma: the cue's dictionary form, empty where there is no cue.
        source: the tight span of who is credited, None where this place does not say.
        addressee: the span of whom it was told to.
        method: by what it was found.
        confidence: probability from 0 to 1 that the source is right.
        reason: the evidence in words for the reader.
        evidence: the numbers that the confidences rest on, see `finding.calibration`; empty
            where a rule alone found it.
        quote_confidence: probability that this is a quote.
        ends_confidence: probability that the content starts and ends right.
        negated: the text denies that it was said.
        topic: only what was talked about is told, not what was said.
    """

    content_spans: tuple[Span, ...]
    cue: Span | None
    cue_lemma: str
    source: Span | None
    addressee: Span | None
    method: Method
    confidence: float
    reason: str
    evidence: tuple[float, ...] = ()
    quote_confidence: float = 0.9
    ends_confidence: float = 0.85
    negated: bool = False
    topic: bool = False
