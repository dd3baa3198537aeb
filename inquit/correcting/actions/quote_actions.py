"""Correcting a quote itself: whether it is one, of which type, and where it begins and ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from inquit.correcting.actions.base import CorrectionAction, Speaker, Values, propose_for_quote
from inquit.correcting.actions.pending_correction import PendingCorrection
from inquit.correcting.actions.quote_lookup import (
    find_or_make_source,
    find_or_restore_quote,
    parts_at,
)
from inquit.correcting.quote_matching import SAME_BOUNDS, format_spans, parse_spans
from inquit.correcting.wording import (
    append_remark,
    in_marks,
    printable_value,
    value_in_marks,
)
from inquit.correcting.working_analysis import WorkingAnalysis
from inquit.model.correction import Proposal, Value
from inquit.model.quotation import Quote, QuoteType, SourceKind, quote_id
from inquit.model.span import Span


class NotAQuote(CorrectionAction):
    """Says that some words are no quote."""

    name: ClassVar[str] = "not-a-quote"

    @classmethod
    def propose(cls, quote: Quote) -> Proposal:
        """Propose that a quote is none."""
        return propose_for_quote(cls.name, quote)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Take the quote away, if the engine finds it at all."""
        if not correction.span:
            return False
        quote = analysis.quote_at(correction.span)
        if quote is not None:
            analysis.drop_quote(quote)
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:  # noqa: ARG003 - as every action
        """Return that it is no quote."""
        return "not a quote"


class ChangeType(CorrectionAction):
    """Makes a quote direct, indirect or mixed."""

    name: ClassVar[str] = "type"

    @classmethod
    def propose(cls, quote: Quote, kind: QuoteType) -> Proposal:
        """Propose another type for a quote."""
        parts = format_spans(quote.content_spans, quote.span.start)
        values = ((Value.PARTS, parts), (Value.TYPE, kind.value))
        return Proposal(span=quote.span, action=cls.name, values=values)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Give the quote its type."""
        quote, kind = find_or_restore_quote(analysis, correction), correction.quote_type
        if quote is None or kind is None:
            return False
        remark = append_remark(quote.corrected, f"kind {correction.signature}: {kind.value}")
        analysis.put_quote(replace(quote, type=kind, corrected=remark))
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return the type."""
        return f"{printable_value(values, Value.TYPE)} quote"


class ChangeBounds(CorrectionAction):
    """Lets a quote begin and end elsewhere."""

    name: ClassVar[str] = "ends"

    @classmethod
    def propose(cls, quote: Quote, content: Sequence[Span]) -> Proposal:
        """Propose other content spans for a quote; they are in order and disjoint."""
        span = Span(content[0].start, content[-1].end)
        values = (
            (Value.PARTS, format_spans(quote.content_spans, span.start)),
            (Value.CONTENT, format_spans(content, span.start)),
            (Value.TYPE, quote.type.value),
        )
        return Proposal(span=span, action=cls.name, values=values)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Give the quote its content spans."""
        span = correction.span
        if not span:
            return False
        before = parse_spans(correction.values.get(Value.PARTS, ""), span.start)
        quote = analysis.quote_at(Span(before[0].start, before[-1].end)) if before else None
        quote = quote or find_or_restore_quote(analysis, correction)
        if quote is None:
            return False
        content = cls._content(analysis, correction, span, quote)
        remark = append_remark(quote.corrected, f"ends {correction.signature}")
        analysis.put_quote(replace(quote, content_spans=content, corrected=remark))
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:  # noqa: ARG003 - as every action
        """Return that it begins and ends elsewhere."""
        return "other ends"

    @staticmethod
    def _content(
        analysis: WorkingAnalysis, correction: PendingCorrection, span: Span, quote: Quote
    ) -> tuple[Span, ...]:
        """Return the content spans that a quote is given.

        Corrections by earlier versions name one span, which replaces the part that it overlaps.
        """
        if Value.CONTENT in correction.values:
            return parts_at(analysis, correction, span, Value.CONTENT)
        others = [part for part in quote.content_spans if not part.overlaps(span)]
        return tuple(sorted([*others, span]))


class AddQuote(CorrectionAction):
    """Adds a quote that the engine does not find."""

    name: ClassVar[str] = "add"
    credits_by_reader = True

    @classmethod
    def propose(
        cls, parts: Sequence[Span], kind: QuoteType, speaker: Speaker | str | None = None
    ) -> Proposal:
        """Propose a new quote.

        Args:
            parts: its content spans, in order, disjoint; several where an inquit splits it.
            kind: its type.
            speaker: a source of the article, the name of another one, or None for nobody.
        """
        span = Span(parts[0].start, parts[-1].end)
        written = format_spans(parts, span.start)
        values: Values = ((Value.TYPE, kind.value), (Value.PARTS, written))
        if isinstance(speaker, Speaker):
            offset = str(speaker.first - span.start)
            values += ((Value.NAME, speaker.source.name), (Value.INTO_OFFSET, offset))
        elif speaker is not None:
            values += ((Value.NAME, speaker), (Value.KIND, SourceKind.PERSON.value))
        return Proposal(span=span, action=cls.name, values=values)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Add the quote, or make one that the engine finds there by now like it."""
        span, kind = correction.span, correction.quote_type
        if not span or kind is None:
            return False
        found, remark = analysis.quote_at(span, SAME_BOUNDS), correction.signed("added")
        parts = parts_at(analysis, correction, span)
        new = Quote(id=quote_id(analysis.digest, parts[0]), type=kind, content_spans=parts)
        quote = found or new
        analysis.put_quote(replace(quote, type=kind, content_spans=parts, corrected=remark))
        if correction.values.get(Value.NAME):
            source = find_or_make_source(analysis, correction)
            analysis.credit(quote.id, source, f"{remark}: said by {in_marks(source.name)}")
        elif found is None:
            analysis.credit(quote.id, None, f"{remark}, without a source", confidence=0.0)
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return the type of the quote and who says it."""
        who = f", said by {value_in_marks(values, Value.NAME)}" if Value.NAME in values else ""
        return f"a quote ({printable_value(values, Value.TYPE)}){who}"


QUOTE_ACTIONS: tuple[type[CorrectionAction], ...] = (
    NotAQuote,
    ChangeType,
    ChangeBounds,
    AddQuote,
)
