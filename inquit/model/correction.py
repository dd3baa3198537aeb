"""Corrections as they are proposed, stored and found again in the article.

The store keeps actions and values as text, so that a correction by a later version, which this one
does not know, is kept and listed all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inquit.model.annotation import Correction
from inquit.model.span import Span


class Value(StrEnum):
    """The names of the values that a correction carries.

    An offset tells namesakes apart: it is where the source's first quote begins, in code points
    from the start of the correction's target. PARTS are the content spans of the quote when it was
    corrected, CONTENT those that it is given. WORDED are the words that the text has for the source
    there; EVERY repeats them where the correction covers all quotes whose source is worded alike.
    """

    SOURCE = "source"
    SOURCE_OFFSET = "source-offset"
    INTO = "into"
    INTO_OFFSET = "into-offset"
    NAME = "name"
    ROLE = "role"
    KIND = "kind"
    TYPE = "type"
    PARTS = "parts"
    CONTENT = "content"
    WORDED = "worded"
    EVERY = "every"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A correction that is not made yet.

    Attributes:
        span: the passage that it is about.
        action: what it does, by the name that the store keeps it under.
        values: what it carries, by `Value`.
    """

    span: Span
    action: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCorrection:
    """A correction with where its passage is now.

    Attributes:
        correction: the correction.
        span: the place, or None where it is not found any more.
        to_check: whether the article changed there, so that the correction is not applied until
            the reader confirms it.
    """

    correction: Correction
    span: Span | None
    to_check: bool = False


def values_of(correction: Correction) -> Mapping[str, str]:
    """Return what a correction carries, by name."""
    return dict(correction.values)
