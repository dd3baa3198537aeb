"""Merges three versions of a document: as it was, as the store has it, as it is here.

A field that only one side changed is that side's. Where both changed the words of a text, both
are kept, the store's first; in any other field the store's stays.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from inquit.store.codec import WRITTEN_BY_HAND, Document

BETWEEN = {"body": "\n\n", "label": " · ", "comment": " · ", "note": " · "}
"""What stands between two versions of a text, by the field that holds it."""

_ABSENT = object()


def merge_text(base: str | None, theirs: str, mine: str, between: str) -> str:
    """Return the merged text; no words are lost of a side that changed it.

    Args:
        base: the text that both were made from; None where that is not known.
        theirs: the text in the store.
        mine: the text here; an empty one counts as unchanged.
        between: what stands between the two where both are kept.
    """
    if theirs in (base, mine):
        return mine
    # With no known base, take the longer text for an edit of the shorter.
    holds = _holds_words if base is None else partial(_holds, between)
    if mine == base or not mine.strip() or holds(theirs, mine):
        return theirs
    return mine if holds(mine, theirs) else f"{theirs}{between}{mine}"


def merge_documents(
    table: str, base: Document | None, theirs: Document | None, mine: Document | None
) -> Document | None:
    """Return the merged document; None for none.

    An edit of what somebody wrote outlives a removal, whichever was first.

    Args:
        table: the table of the documents.
        base: what both were made from; an empty document where that is not known.
        theirs: the document in the store.
        mine: the document here.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    if theirs is None or mine is None:
        # What a feed lists can be fetched again, so a removal counts.
        return (theirs or mine) if table in WRITTEN_BY_HAND or not base else theirs and mine
    merged: Document = _merge("", base or {}, theirs, mine)
    return merged


def _holds(between: str, text: str, part: str) -> bool:
    """Tell whether a text has another in it, between two separators or its ends."""
    return f"{between}{part}{between}" in f"{between}{text}{between}"


def _holds_words(text: str, part: str) -> bool:
    """Tell whether a text has the words of another in it, one after the other."""
    return _holds(" ", " ".join(text.split()), " ".join(part.split()))


def _merge(name: str, base: Any, theirs: Any, mine: Any) -> Any:
    """Return one value of a document's field from three; `_ABSENT` stands for no field."""
    if theirs in (base, mine):
        return mine
    if mine == base or mine is _ABSENT:
        return theirs
    if theirs is _ABSENT:
        return mine
    if isinstance(theirs, dict) and isinstance(mine, dict):
        return _merge_fields(base if isinstance(base, dict) else {}, theirs, mine)
    if isinstance(theirs, list) and isinstance(mine, list) and name == "tags":
        return [*theirs, *(tag for tag in mine if tag not in theirs)]
    if isinstance(theirs, str) and isinstance(mine, str):
        if name in BETWEEN:
            known = base if isinstance(base, str) else None
            return merge_text(known, theirs, mine, BETWEEN[name])
        # Times are all written the same way, so the later one is the greater text.
        return max(theirs, mine) if name == "modified" else theirs
    return theirs


def _merge_fields(base: Document, theirs: Document, mine: Document) -> Document:
    merged = {
        name: _merge(
            name, base.get(name, _ABSENT), theirs.get(name, _ABSENT), mine.get(name, _ABSENT)
        )
        for name in {**theirs, **mine}
    }
    return {name: value for name, value in merged.items() if value is not _ABSENT}
