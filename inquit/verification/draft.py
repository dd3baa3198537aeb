"""The quotations of a draft, in words that can be looked for.

What the writer puts into a quotation stands for something that was said there. An ellipsis, also
in square brackets, leaves words out; so may what is between two quotations that an inquit parts.
Words in square brackets stand in the place of others, or of none; a letter in them is that letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from inquit.model.article import Article
from inquit.model.quotation import Analysis, Quote, QuoteType
from inquit.model.span import Span
from inquit.verification.overlaps import Overlaps, spans_alone
from inquit.verification.quoted_runs import quoted_runs
from inquit.verification.speakers import Speaker, speakers_of
from inquit.verification.words import WORD, Words, form_of

FEWEST_WORDS = 3
"""Words that are quoted as nobody's are looked for from so many on: fewer are a name or a term."""

_STOP = re.compile(r"[.!?…][\"”’'»)\]]*\s*\Z")
_ELLIPSIS = r"…|\.[ \xa0]?\.[ \xa0]?\.(?:[ \xa0]?\.)*"
_PART = re.compile(
    rf"(?P<bracketed>(?P<head>\w*)\[(?P<inside>[^\[\]\n]{{0,200}})\](?P<tail>[\w'’]*))"
    rf"|(?P<ellipsis>{_ELLIPSIS})|(?P<word>{WORD})"
)
_ONLY_ELLIPSIS = re.compile(rf"\s*(?:{_ELLIPSIS})\s*")


class Joint(StrEnum):
    """What joins two segments of a quotation, and so what the source may have in its place."""

    ELLIPSIS = "ellipsis"
    BRACKETS = "brackets"
    INQUIT = "inquit"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuotation:
    """A quotation of a draft.

    Attributes:
        text: the draft's text, which all spans count in.
        pieces: its words, without the inquits that split them and the marks around them.
        segments: the words between the writer's own ellipses and brackets; none is empty.
        joints: what is between the segments, one fewer than they are.
        speaker: who is credited with it, or None where the draft leaves that open.
        denied: whether the draft says that it was not said.
    """

    text: str
    pieces: tuple[Span, ...]
    segments: tuple[Words, ...]
    joints: tuple[Joint, ...]
    speaker: Speaker | None = None
    denied: bool = False

    @property
    def span(self) -> Span:
        """From its first to its last code point, inquits included."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    @property
    def words(self) -> Words:
        """All of its words, in order."""
        return Words(
            forms=tuple(form for each in self.segments for form in each.forms),
            spans=tuple(span for each in self.segments for span in each.spans),
        )


def quotations_of(draft: Article, analysis: Analysis | None) -> tuple[DraftQuotation, ...]:
    """Return the quotations of a draft, in reading order.

    These are its direct quotes, and the words between quotation marks in all others. Words
    between marks that are no quote at all, such as titles, count if there are enough of them and
    they read like a sentence.

    Args:
        draft: the draft.
        analysis: what the engine found in it; None to go by the marks alone.
    """
    found = _credited(draft, analysis) if analysis is not None else []
    taken = spans_alone(piece for quotation in found for piece in quotation.pieces)
    for run in quoted_runs(draft.text, draft.block_spans):
        if run.inner in taken:
            continue
        quotation = read_quotation(draft.text, (run.inner,))
        wanted = analysis is None or _reads_like_speech(draft.text, run.outer)
        if quotation is not None and wanted and len(quotation.words) >= FEWEST_WORDS:
            found.append(quotation)
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def read_quotation(
    text: str, pieces: Sequence[Span], speaker: Speaker | None = None
) -> DraftQuotation | None:
    """Return a quotation with its words, or None if it has none.

    Args:
        text: the draft's text.
        pieces: where the quotation's words are, in order.
        speaker: who is credited with it.
    """
    segments: list[Words] = []
    joints: list[Joint] = []
    forms: list[str] = []
    spans: list[Span] = []
    pending: Joint | None = None
    for part in (*_parts(text, pieces), None):
        if isinstance(part, Span):
            if pending is not None and segments:
                joints.append(pending)
            pending = None
            forms.append(form_of(part.of(text).replace("[", "").replace("]", "")))
            spans.append(part)
            continue
        if forms:
            segments.append(Words(forms=tuple(forms), spans=tuple(spans)))
            forms, spans = [], []
        pending = part if pending in (None, Joint.BRACKETS) else pending
    if not segments:
        return None
    return DraftQuotation(
        text=text,
        pieces=tuple(pieces),
        segments=tuple(segments),
        joints=tuple(joints),
        speaker=speaker,
    )


def _parts(text: str, pieces: Sequence[Span]) -> Iterator[Span | Joint]:
    """Yield the words of a quotation, and what stands between them."""
    for number, piece in enumerate(pieces):
        if number and _are_two_sentences(text, pieces[number - 1], piece):
            yield Joint.INQUIT
        for found in _PART.finditer(text, piece.start, piece.end):
            if found["word"]:
                yield Span(*found.span())
            elif found["ellipsis"] or _ONLY_ELLIPSIS.fullmatch(found["inside"]):
                yield Joint.ELLIPSIS
            elif len(found["inside"]) == 1 and found["tail"] and not found["head"]:
                yield Span(*found.span())
            else:
                yield Joint.BRACKETS


def _are_two_sentences(text: str, one: Span, other: Span) -> bool:
    """Tell whether a sentence ends between two pieces, so that more may have been said there."""
    between = text[one.end : other.start].rstrip("\"“‘'«„ \n")
    return bool(_STOP.search(one.of(text)) or _STOP.search(between))


def _credited(draft: Article, analysis: Analysis) -> list[DraftQuotation]:
    """Return the quotations that the engine knows to be somebody's, or at least to be said."""
    speakers = speakers_of(draft.text, analysis)
    direct = [quote for quote in analysis.quotes if quote.type is QuoteType.DIRECT]
    others = Overlaps(
        (quote.span, quote) for quote in analysis.quotes if quote.type is not QuoteType.DIRECT
    )
    found: list[DraftQuotation] = []
    for quote in _outermost(direct):
        made = read_quotation(draft.text, quote.content_spans, speakers.get(quote.id))
        found += [replace(made, denied=quote.negated)] if made is not None else []
    taken = spans_alone(piece for quotation in found for piece in quotation.pieces)
    for run in quoted_runs(draft.text, draft.block_spans):
        around = others.with_span(run.inner)
        inside = [quote for span, quote in around if span.encloses(run.inner)]
        if not inside or run.inner in taken:
            continue
        nearest = min(inside, key=lambda quote: len(quote.span))
        made = read_quotation(draft.text, (run.inner,), speakers.get(nearest.id))
        found += [replace(made, denied=nearest.negated)] if made is not None else []
    return found


def _outermost(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the quotes that lie in the words of no other of them."""
    pieces = Overlaps((span, quote) for quote in quotes for span in quote.content_spans)
    for quote in quotes:
        around = pieces.with_span(quote.span)
        if not any(other is not quote and span.encloses(quote.span) for span, other in around):
            yield quote


def _reads_like_speech(text: str, outer: Span) -> bool:
    """Tell whether what is between marks ends like a sentence or is brought in by a colon."""
    words = outer.of(text).strip("\"“”„«»‘’'`")
    before, after = text[: outer.start].rstrip()[-1:], text[outer.end : outer.end + 1]
    return before == ":" or after == "," or words.rstrip()[-1:] in tuple(".!?…,")
