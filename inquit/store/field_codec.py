"""Fields of documents, to plain values for JSON and back, checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from inquit.model.annotation import Target, TextPositionSelector, TextQuoteSelector
from inquit.model.article import ArticleId

FIRST_YEAR, LAST_YEAR = 1900, 9000
"""The years that times are in."""

Document = dict[str, Any]
"""A JSON object; what it must hold is checked on the way to a value."""


def encode_target(target: Target) -> Document:
    """Return a passage as plain values for JSON."""
    known = target.twin_share is not None and target.framed_share is not None
    shares: Document = {"twin": target.twin_share, "framed": target.framed_share} if known else {}
    apart: Document = shares | ({"inquit": target.inquit} if target.inquit else {})
    optional: Document = {"apart": apart} if apart else {}
    return optional | {
        "article_id": str(target.article_id),
        "text_digest": target.text_digest,
        "position": {"start": target.position.start, "end": target.position.end},
        "quote": {
            "exact": target.quote.exact,
            "prefix": target.quote.prefix,
            "suffix": target.quote.suffix,
        },
    }


def decode_target(document: Mapping[str, Any]) -> Target:
    """Return the passage that plain values describe.

    Raises:
        KeyError, TypeError, ValueError: where they describe none.
    """
    position, quote = document["position"], document["quote"]
    apart = document.get("apart", {})
    return Target(
        article_id=ArticleId(decode_text(document["article_id"])),
        text_digest=decode_text(document["text_digest"]),
        position=TextPositionSelector(
            start=decode_offset(position["start"]), end=decode_offset(position["end"])
        ),
        quote=TextQuoteSelector(
            exact=decode_text(quote["exact"]),
            prefix=decode_text(quote["prefix"]),
            suffix=decode_text(quote["suffix"]),
        ),
        twin_share=float(apart["twin"]) if "twin" in apart else None,
        framed_share=float(apart["framed"]) if "framed" in apart else None,
        inquit=decode_text(apart.get("inquit", "")),
    )


def decode_offset(value: object) -> int:
    """Return an offset into a text, or another number from 0 on; raises ValueError for none."""
    if not isinstance(value, int) or value < 0:
        raise ValueError("no offset into a text")
    return value


def decode_text(value: object) -> str:
    """Return a text; raises TypeError where it is none."""
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {type(value).__name__}")
    return value


def encode_time(moment: datetime) -> str:
    """Return an aware time as it is stored."""
    return moment.astimezone(UTC).isoformat()


def decode_time(value: object) -> datetime:
    """Return the time of a stored text, aware and in UTC.

    Raises:
        TypeError, ValueError: where it is none, has no zone, or is so far off that it could not be
            shown in every zone.
    """
    moment = datetime.fromisoformat(decode_text(value))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("a time out of all bounds")
    return moment.astimezone(UTC)
