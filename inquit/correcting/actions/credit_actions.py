"""Correcting who is credited with a quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from inquit.correcting.actions.base import (
    CorrectionAction,
    Speaker,
    Values,
    former_source,
    offset_of,
    propose_for_quote,
)
from inquit.correcting.actions.pending_correction import PendingCorrection
from inquit.correcting.actions.quote_lookup import find_or_make_source, find_or_restore_quote
from inquit.correcting.wording import in_marks, value_in_marks
from inquit.correcting.working_analysis import WorkingAnalysis
from inquit.model.correction import Proposal, Value
from inquit.model.quotation import Quote, Source, SourceId, SourceKind


class Attribute(CorrectionAction):
    """Credits a quote to a source, which may be new."""

    name: ClassVar[str] = "attribute"
    credits_by_reader = True
    can_cover_every = True

    @classmethod
    def propose(cls, quote: Quote, before: Source | None, speaker: Speaker) -> Proposal:
        """Propose crediting a quote to a source of the article."""
        offset = offset_of(Value.INTO_OFFSET, speaker, quote)
        return cls._propose(quote, before, speaker.source.name, offset)

    @classmethod
    def propose_new(
        cls,
        quote: Quote,
        before: Source | None,
        name: str,
        kind: SourceKind = SourceKind.PERSON,
    ) -> Proposal:
        """Propose crediting a quote to somebody whom the engine does not know as a source."""
        return cls._propose(quote, before, name, ((Value.KIND, kind.value),))

    @classmethod
    def _propose(cls, quote: Quote, before: Source | None, name: str, values: Values) -> Proposal:
        named = ((Value.NAME, name), *values, *former_source(before))
        return propose_for_quote(cls.name, quote, named)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Credit the quote, and every quote worded alike if the correction covers these."""
        quote = find_or_restore_quote(analysis, correction)
        if quote is None:
            return False
        source, before = find_or_make_source(analysis, correction), analysis.source_of(quote)
        not_by = f", not by {in_marks(before.name)}" if before and before.id != source.id else ""
        reason = f"{correction.signature}: said by {in_marks(source.name)}{not_by}"
        _credit(analysis, correction, quote, source, reason)
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return who says it, and of which other quotes that holds."""
        return f"said by {value_in_marks(values, Value.NAME)}{_coverage(values)}"


class Unattribute(CorrectionAction):
    """Credits a quote to nobody."""

    name: ClassVar[str] = "unattribute"
    credits_by_reader = True
    can_cover_every = True

    @classmethod
    def propose(cls, quote: Quote, before: Source | None) -> Proposal:
        """Propose crediting a quote to nobody."""
        return propose_for_quote(cls.name, quote, former_source(before))

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Take the credit away, from every quote worded alike if the correction covers these."""
        quote = find_or_restore_quote(analysis, correction)
        if quote is None:
            return False
        before = analysis.source_of(quote)
        not_by = f": not said by {in_marks(before.name)}" if before else ""
        _credit(analysis, correction, quote, None, correction.signature + not_by)
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return who does not say it, and of which other quotes that holds."""
        before = f"not said by {value_in_marks(values, Value.SOURCE)}"
        return f"{before if Value.SOURCE in values else 'unattributed'}{_coverage(values)}"


class SplitSource(CorrectionAction):
    """Makes whoever says a quote a source of their own."""

    name: ClassVar[str] = "split"

    @classmethod
    def propose(cls, quote: Quote, before: Source, name: str) -> Proposal:
        """Propose splitting off whoever says a quote, under a name."""
        values = ((Value.NAME, name), (Value.KIND, before.kind.value), *former_source(before))
        return propose_for_quote(cls.name, quote, values)

    @classmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Credit the quote, and those that share its mention, to a new source."""
        quote = find_or_restore_quote(analysis, correction)
        if quote is None:
            return False
        before = analysis.source_of(quote)
        name = correction.values.get(Value.NAME, "") or quote.span.of(analysis.text)
        new = Source(
            id=SourceId(f"{analysis.digest[:12]}:r{quote.span.start}-{quote.span.end}"),
            name=name,
            kind=correction.source_kind(before.kind if before else SourceKind.PERSON),
            corrected=correction.signed("split off"),
        )
        not_before = f", not {in_marks(before.name)}" if before else ""
        reason = f"{correction.signature}: {in_marks(name)} by itself{not_before}"
        for each in analysis.with_same_mention(quote.id):
            analysis.credit(each, new, reason)
        return True

    @classmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return which two sources are not one."""
        names = (value_in_marks(values, name) for name in (Value.NAME, Value.SOURCE))
        return " is not ".join(names)


CREDIT_ACTIONS: tuple[type[CorrectionAction], ...] = (Attribute, Unattribute, SplitSource)


def cover_wording(proposal: Proposal, words: str, *, every: bool) -> Proposal:
    """Return a proposal of who says something that records in which words the source is named.

    Args:
        proposal: a proposal to credit a quote to somebody or to nobody.
        words: the words.
        every: whether it applies to every quote whose source is named in these words.
    """
    values: Values = ((Value.WORDED, words), *(((Value.EVERY, words),) if every else ()))
    return replace(proposal, values=(*proposal.values, *values))


def _credit(
    analysis: WorkingAnalysis,
    correction: PendingCorrection,
    quote: Quote,
    source: Source | None,
    reason: str,
) -> None:
    """Credit a quote, and all that are worded alike where the correction covers these."""
    every = correction.values.get(Value.EVERY, "")
    others = [each for each in analysis.quotes_worded(every) if each != quote.id] if every else []
    analysis.credit(quote.id, source, reason)
    for each in others:
        analysis.credit(each, source, f"{reason}, as every {in_marks(every)} here")


def _coverage(values: Mapping[str, str]) -> str:
    """Return which other quotes a correction covers, to be put after what it says."""
    return f", every {value_in_marks(values, Value.EVERY)}" if values.get(Value.EVERY) else ""
