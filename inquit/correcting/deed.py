"""A correction that is about to be done to an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inquit.correcting.wording import dated
from inquit.model.annotation import Correction
from inquit.model.correction import Value
from inquit.model.quotation import QuoteType, SourceKind
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A correction that is about to be done.

    Attributes:
        correction: the correction.
        span: where it is about, None where its passage is not found.
        values: what it carries.
        by: who made it, for the reason.
    """

    correction: Correction
    span: Span | None
    values: Mapping[str, str]
    by: str

    @property
    def sign(self) -> str:
        """Who corrected it when."""
        return dated(self.correction, self.by)

    def place(self, value: Value) -> int | None:
        """Return where a source first spoke, or None where that is not known."""
        offset = self.values.get(value, "")
        known = self.span is not None and offset.removeprefix("-").isdecimal()
        return self.span.start + int(offset) if known and self.span is not None else None

    @property
    def quote_type(self) -> QuoteType | None:
        """The kind of quote that it carries."""
        value = self.values.get(Value.TYPE)
        return QuoteType(value) if value in set(QuoteType) else None

    def source_kind(self, otherwise: SourceKind) -> SourceKind:
        """Return the kind of source that it carries, or where it carries none another one."""
        value = self.values.get(Value.KIND)
        return SourceKind(value) if value in set(SourceKind) else otherwise


def also(before: str | None, words: str) -> str:
    """Return what was corrected before, if anything was, and what is corrected now."""
    return f"{before}; {words}" if before else words
