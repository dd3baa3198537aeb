"""A correction that is about to be applied to an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inquit.correcting.wording import sign_and_date
from inquit.model.annotation import Correction
from inquit.model.correction import Value
from inquit.model.quotation import QuoteType, SourceKind
from inquit.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingCorrection:
    """A correction that is about to be applied.

    Attributes:
        correction: the correction.
        span: the passage that it is about, or None where that is not found.
        values: what it carries.
        by: who made it, for the reason.
    """

    correction: Correction
    span: Span | None
    values: Mapping[str, str]
    by: str

    @property
    def signature(self) -> str:
        """Who made the correction and when, as in "corrected by you on 2026-11-24"."""
        return sign_and_date(self.correction, self.by)

    def signed(self, verb: str) -> str:
        """Return the same with another verb, as in "added by you on 2026-11-24"."""
        return sign_and_date(self.correction, self.by, verb)

    def offset(self, value: Value) -> int | None:
        """Return where a source first spoke, in code points, or None where that is not known."""
        offset = self.values.get(value, "")
        if self.span is None or not offset.removeprefix("-").isdecimal():
            return None
        return self.span.start + int(offset)

    @property
    def quote_type(self) -> QuoteType | None:
        """The type of quote that it carries."""
        value = self.values.get(Value.TYPE)
        return QuoteType(value) if value in set(QuoteType) else None

    def source_kind(self, default: SourceKind) -> SourceKind:
        """Return the kind of source that it carries, or the default where it carries none."""
        value = self.values.get(Value.KIND)
        return SourceKind(value) if value in set(SourceKind) else default
