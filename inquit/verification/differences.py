"""In which words, and in which marks and capitals, a quotation is not as it was said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from inquit.model.span import Span
from inquit.verification.draft import DraftQuotation
from inquit.verification.words import Words

_NO_MARKS = re.compile(r"[\s\"“”„«»‘’‹›'`\[\]]")
_DASHES = re.compile("[-‐‑‒–—―]+")


class DifferenceKind(StrEnum):
    """What happened to a word on the way from the source to the draft."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    LEFT_OUT = "left out"
    MOVED = "moved"


_KINDS = {
    "replace": DifferenceKind.CHANGED,
    "delete": DifferenceKind.ADDED,
    "insert": DifferenceKind.LEFT_OUT,
}
"""What each edit means that turns the words of a draft into those of a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Some words of a quotation beside those of the source; either may be none.

    Attributes:
        kind: what happened to them.
        here: the words as the draft has them.
        there: the words as the source has them.
    """

    kind: DifferenceKind
    here: str
    there: str


def compare_words(
    quotation: DraftQuotation, source: Words, numbers: Sequence[int], text: str
) -> tuple[Difference, ...]:
    """Return a quotation word by word beside the words of a source.

    Args:
        quotation: the quotation.
        source: the source's words.
        numbers: which of them are compared, in order.
        text: the source's text.
    """
    from rapidfuzz.distance import Levenshtein

    here, forms = quotation.words, [source.forms[number] for number in numbers]
    found = []
    for edit in Levenshtein.opcodes(here.forms, forms):
        mine = slice(edit.src_start, edit.src_end)
        theirs = slice(edit.dest_start, edit.dest_end)
        same = "".join(here.forms[mine]) == "".join(forms[theirs])
        found.append(
            Difference(
                kind=DifferenceKind.SAME if same else _KINDS[edit.tag],
                here=_stretch(quotation.text, here.spans[mine]),
                there=_stretch(text, [source.spans[number] for number in numbers[theirs]]),
            )
        )
    return tuple(_with_moves(found))


def describe_marks(
    quotation: DraftQuotation, source: Words, numbers: Sequence[int], text: str
) -> tuple[str, ...]:
    """Return what differs in capitals and in marks alone, in words for the reader.

    Args:
        quotation: a quotation that has the same words as the source, but for its joints.
        source: the source's words.
        numbers: those that the quotation has, in order.
        text: the source's text.
    """
    here = quotation.words.spans
    capitals = [
        f"“{theirs}” there"
        for span, number in zip(here, numbers, strict=True)
        if (mine := span.of(quotation.text).strip("[]"))
        != (theirs := source.spans[number].of(text))
        and mine.casefold() == theirs.casefold()
    ]
    remarks = [f"capitals differ: {', '.join(capitals)}"] if capitals else []
    if _marks_differ(quotation, source, numbers, text):
        remarks.append("marks between the words differ")
    return tuple(remarks)


def _marks_differ(
    quotation: DraftQuotation, source: Words, numbers: Sequence[int], text: str
) -> bool:
    """Tell whether other punctuation stands between words that are neighbours in both."""
    at = 0
    for segment in quotation.segments:
        theirs = numbers[at : at + len(segment)]
        at += len(segment)
        for (one, other), (first, second) in zip(
            pairwise(segment.spans), pairwise(theirs), strict=True
        ):
            if second != first + 1 or not _same_piece(quotation, one, other):
                continue
            mine = quotation.text[one.end : other.start]
            there = text[source.spans[first].end : source.spans[second].start]
            if _bare(mine) != _bare(there):
                return True
    return False


def _same_piece(quotation: DraftQuotation, one: Span, other: Span) -> bool:
    return any(piece.encloses(one) and piece.encloses(other) for piece in quotation.pieces)


def _bare(marks: str) -> str:
    """Return marks between two words without quotation marks, all dashes being one."""
    return _DASHES.sub("-", _NO_MARKS.sub("", marks))


def _stretch(text: str, spans: Sequence[Span]) -> str:
    """Return the text from the first to the last of some words, on one line."""
    if not spans:
        return ""
    if any(other.start - one.end > 8 for one, other in pairwise(spans)):
        return " ".join(span.of(text) for span in spans)
    return " ".join(text[spans[0].start : spans[-1].end].split())


def _with_moves(found: Sequence[Difference]) -> Iterator[Difference]:
    """Yield differences, those marked as moved whose words stand elsewhere in the source."""
    added = Counter(_key(each.here) for each in found if each.kind is DifferenceKind.ADDED)
    dropped = Counter(_key(each.there) for each in found if each.kind is DifferenceKind.LEFT_OUT)
    moved = set(added) & set(dropped)
    for each in found:
        words = each.here or each.there
        one_sided = each.kind in (DifferenceKind.ADDED, DifferenceKind.LEFT_OUT)
        if one_sided and _key(words) in moved:
            yield replace(each, kind=DifferenceKind.MOVED)
        else:
            yield each


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
