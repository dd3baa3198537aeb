"""What every correction action provides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from inquit.correcting.actions.pending_correction import PendingCorrection
from inquit.correcting.quote_matching import format_spans
from inquit.correcting.working_analysis import WorkingAnalysis
from inquit.model.correction import Proposal, Value
from inquit.model.quotation import Quote, Source

Values = tuple[tuple[str, str], ...]
"""What a correction carries, as names and values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source and the offset of its first quote in code points, which tells namesakes apart."""

    source: Source
    first: int


class CorrectionAction(ABC):
    """One thing that the reader can correct.

    Each action also has a classmethod `propose`, which turns what the reader chose into a
    `Proposal`; its parameters differ from action to action.

    Attributes:
        name: what the store calls the action.
        is_about_source: whether it applies to a source wherever that source speaks.
        credits_by_reader: whether it makes a credit the reader's own, even where the engine had
            credited the same source.
        can_cover_every: whether it can also apply to every quote whose source is worded alike.
    """

    name: ClassVar[str]
    is_about_source: ClassVar[bool] = False
    credits_by_reader: ClassVar[bool] = False
    can_cover_every: ClassVar[bool] = False

    @classmethod
    @abstractmethod
    def apply(cls, analysis: WorkingAnalysis, correction: PendingCorrection) -> bool:
        """Apply a correction to an analysis; tell whether its quote or source was found."""

    @classmethod
    @abstractmethod
    def describe(cls, values: Mapping[str, str]) -> str:
        """Return in a few words, on one line, what a correction with these values says."""


def propose_for_quote(action: str, quote: Quote, values: Values = ()) -> Proposal:
    """Return a proposal about a quote.

    It carries the quote's type and parts, so that the quote can be made again where the engine
    does not find it any more.
    """
    parts = format_spans(quote.content_spans, quote.span.start)
    kept = ((Value.TYPE, quote.type.value), (Value.PARTS, parts))
    return Proposal(span=quote.span, action=action, values=(*values, *kept))


def propose_for_source(action: str, quote: Quote, speaker: Speaker, values: Values) -> Proposal:
    """Return a proposal about a source, anchored at one of its quotes."""
    source = ((Value.SOURCE, speaker.source.name), *offset_of(Value.SOURCE_OFFSET, speaker, quote))
    return Proposal(span=quote.span, action=action, values=(*source, *values))


def offset_of(name: Value, speaker: Speaker, quote: Quote) -> Values:
    """Return where a source first speaks, counted from a quote's start, as a value of that name."""
    return ((name, str(speaker.first - quote.span.start)),)


def former_source(source: Source | None) -> Values:
    """Return who was credited before the correction, as values."""
    return ((Value.SOURCE, source.name),) if source is not None else ()
