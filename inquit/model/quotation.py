"""Quotes, those who are credited with them, and the link between the two.

Terms as in PARC 3.0 and PolNeAR: content span, cue span, source span.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from inquit.model.article import ArticleId
from inquit.model.span import Span

QuoteId = NewType("QuoteId", str)
"""Text digest's first twelve digits, then the offsets of the first content span."""

SourceId = NewType("SourceId", str)
"""Text digest's first twelve digits, then the offset of the mention that introduced the source."""

READER = "reader"
"""The method of an attribution that the reader made."""

UNREAD = "unread"
"""The method of an attribution in a text that is not English; it has no confidence."""


class QuoteType(StrEnum):
    """How the content is marked: wholly quoted, not quoted, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class MentionKind(StrEnum):
    """What a mention is made of."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SourceKind(StrEnum):
    """What a source is; UNNAMED where the text withholds the name of who speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that report the speech: the inquit's verb, "according to", a colon."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the text refers to a source; source_id None where that is unresolved."""

    span: Span
    kind: MentionKind
    source_id: SourceId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Somebody who is credited with words in this article.

    Attributes:
        id: unique in the article; see SourceId.
        name: the fullest name the text gives; for an unnamed source its description.
        kind: person, organisation, group or unnamed.
        role: title or function as the text gives it.
        corrected: what the reader set right about it, in words.
    """

    id: SourceId
    name: str
    kind: SourceKind
    role: str | None = None
    corrected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Reported words; several content spans where the inquit splits them, in order, disjoint.

    Attributes:
        id: see QuoteId.
        type: how the content is marked.
        content_spans: the words.
        within: the quote that this one is reported inside of, None on the outermost level.
        corrected: what the reader set right about kind and ends, in words.
        negated: the text denies that this was said.
        topic: not what was said but what was talked about: `announced his retirement`.
    """

    id: QuoteId
    type: QuoteType
    content_spans: tuple[Span, ...]
    within: QuoteId | None = None
    corrected: str | None = None
    negated: bool = False
    topic: bool = False

    @property
    def span(self) -> Span:
        """The content from its first to its last code point, an inquit in between included."""
        return Span(self.content_spans[0].start, self.content_spans[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidences:
    """Probabilities from 0 to 1, each apart.

    Attributes:
        quote: that somebody is quoted here.
        ends: that the content starts and ends right.
        source: that the one credited is right, given that somebody is quoted.
    """

    quote: float
    ends: float
    source: float

    @property
    def smallest(self) -> float:
        """The least of the three."""
        return min(self.quote, self.ends, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is credited with a quote, by what evidence. None is unresolved, never a guess.

    Attributes:
        quote_id: the quote.
        cue: the reporting words.
        mention: the source span with what it refers to.
        source_id: whom the mention refers to.
        addressee: whom the words were told to, where the text says so.
        method: the name of the way by which it was found.
        confidence: probability from 0 to 1; the smallest of confidences where there are any.
        reason: the evidence, in words for the reader.
        confidences: of the quote, its ends and its source apart; None where the reader credited it
            or it was not judged.
    """

    quote_id: QuoteId
    cue: Cue | None
    mention: Mention | None
    source_id: SourceId | None
    addressee: Span | None
    method: str
    confidence: float
    reason: str
    confidences: Confidences | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that the engine found in one text; quotes in reading order, one attribution each.

    english is whether the text is in the language that the engine reads.
    """

    article_id: ArticleId
    text_digest: str
    engine_version: str
    model_name: str
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    english: bool = True


def quote_id(text_digest: str, span: Span) -> QuoteId:
    """Return the id of the quote whose first content span is given."""
    return QuoteId(f"{text_digest[:12]}:{span.start}-{span.end}")


def source_id(text_digest: str, first: Span) -> SourceId:
    """Return the id of the source that the mention at first introduces."""
    return SourceId(f"{text_digest[:12]}:s{first.start}")
