"""What becomes of a quotation that is held against articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inquit.model.article import Article
from inquit.model.quotation import Quote
from inquit.model.span import Span
from inquit.verification.differences import Difference
from inquit.verification.draft import DraftQuotation
from inquit.verification.speakers import Speaker


class Status(StrEnum):
    """What a quotation is, beside what was said."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    JOINED = "joined"
    CREDITED_TO_ANOTHER = "credited to another"
    INDIRECT = "indirect"
    NOT_FOUND = "not found"


STATUS_WORDS = {
    Status.VERBATIM: "verbatim",
    Status.ALTERED: "altered",
    Status.JOINED: "joined from several places",
    Status.CREDITED_TO_ANOTHER: "credited to another than the source says",
    Status.INDIRECT: "found only as indirect speech",
    Status.NOT_FOUND: "not found",
}
"""Each status as the reader is told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place that a quotation, or a part of it, was found in.

    Attributes:
        article: the article.
        span: where it is, in code points of the article's text.
        quote: the quote that it is in, None where the engine found none or was not asked.
        speaker: who is credited with it there, or None where that is open.
    """

    article: Article
    span: Span
    quote: Quote | None = None
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found out about a quotation.

    Attributes:
        quotation: the quotation.
        status: what it is.
        confidence: how sure that is, from 0 to 1; see `judging`.
        places: where it was found; of one that is joined, a place for each part, in order.
        differences: for one whose words differ, word by word beside the first place.
        remarks: what else the reader should know, each in words.
    """

    quotation: DraftQuotation
    status: Status
    confidence: float
    places: tuple[FoundPlace, ...] = ()
    differences: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()
