"""What a finder hands to the linker: one reported stretch of speech, not yet linked to anybody."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody's words as found in the text; every span in code points of the article's text.

    Attributes:
        content_spans: the words, in order, disjoint, without the outermost quotation marks.
        cue: the reporting words, None where the quote stands without an inquit.
        cue_lemma: the cue's dictionary form, empty where there is no cue.
        source: the tight span of who is credited, None where this place does not say.
        addressee: the span of whom it was told to.
        method: the way by which it was found, one word.
        confidence: probability from 0 to 1 that content and source are right.
        reason: the evidence in words for the reader.
    """

    content_spans: tuple[Span, ...]
    cue: Span | None
    cue_lemma: str
    source: Span | None
    addressee: Span | None
    method: str
    confidence: float
    reason: str
