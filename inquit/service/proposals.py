"""What the reader can propose to correct, and how a selection is read: values in, values out."""

from __future__ import annotations

from inquit.correcting.actions import (
    AddQuote,
    Attribute,
    ChangeBounds,
    ChangeRole,
    ChangeSourceKind,
    ChangeType,
    MergeSources,
    NotAQuote,
    RenameSource,
    Speaker,
    SplitSource,
    Unattribute,
    cover_wording,
)
from inquit.correcting.quote_bounds import content_within_selection
from inquit.correcting.quoted_stretches import has_words
from inquit.correcting.selection import content_from_selection
from inquit.correcting.source_wording import words_for_source
from inquit.correcting.working_analysis import is_same_name

__all__ = [
    "AddQuote",
    "Attribute",
    "ChangeBounds",
    "ChangeRole",
    "ChangeSourceKind",
    "ChangeType",
    "MergeSources",
    "NotAQuote",
    "RenameSource",
    "Speaker",
    "SplitSource",
    "Unattribute",
    "content_from_selection",
    "content_within_selection",
    "cover_wording",
    "has_words",
    "is_same_name",
    "measure_similarity",
    "words_for_source",
]


def measure_similarity(name: str, other: str) -> float:
    """Return how similar two names are, from 0 to 100."""
    from inquit.correcting import name_similarity

    return name_similarity.measure_similarity(name, other)
