"""Finds a quotation of several pieces by its pieces, where the text between them changed.

Its passage goes from the first piece to the last, with the inquit in between. The pieces prove the
place only where they are all there word for word, in order, in one paragraph and nowhere else, and
where who is named between them is named there still. That is never sure: the reader has to check.
"""

from __future__ import annotations

import re

from inquit.model.annotation import Target
from inquit.model.span import Span
from inquit.model.surroundings import SHORT
from inquit.store.anchors.candidate_place import LIKE_ANOTHER
from inquit.store.anchors.context import letters_of, with_plain_marks

_MARK = '"'
_WORD = re.compile(r"\w+")


def find_by_pieces(target: Target, text: str) -> Span | None:
    """Return where all pieces of a quotation are now, or None where that proves no place.

    Args:
        target: the passage as it was marked.
        text: the article's text as it is now.
    """
    if target.twin_share is None or target.twin_share >= LIKE_ANOTHER:
        return None
    runs, now = _runs(target), with_plain_marks(text)
    pieces = runs[::2]
    if len(pieces) < 2 or len(letters_of("".join(pieces))) < SHORT:
        return None
    starts = [now.find(piece) for piece in pieces]
    ends = [start + len(piece) for start, piece in zip(starts, pieces, strict=True)]
    if any(now.count(piece) != 1 for piece in pieces) or not _is_enclosed(now, starts[0], ends[-1]):
        return None
    between = [now[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    if all(map(_is_between, between)) and _names_same(" ".join(runs[1::2]), " ".join(between)):
        return Span(starts[0], ends[-1])
    return None


def _runs(target: Target) -> list[str]:
    """Return pieces and what stood between them in turn; nothing where it was no such quotation."""
    quote = target.quote
    exact = with_plain_marks(quote.exact)
    if not _is_enclosed(
        with_plain_marks(quote.prefix + quote.exact + quote.suffix), *_place(target)
    ):
        return []
    runs = exact.split(_MARK)
    is_whole = len(runs) % 2 == 1 and "\n" not in exact and all(map(letters_of, runs))
    return runs if is_whole else []


def _place(target: Target) -> tuple[int, int]:
    start = len(target.quote.prefix)
    return start, start + len(target.quote.exact)


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of plain text has a quotation mark right before and after it."""
    return text[max(0, start - 1) : start] == _MARK and text[end : end + 1] == _MARK


def _is_between(found: str) -> bool:
    """Tell whether a stretch closes one quoted piece and opens the next, in one paragraph."""
    inner = found[1:-1]
    is_open = _MARK in inner or "\n" in inner
    return len(found) > 2 and found[0] == found[-1] == _MARK and not is_open


def _names_same(before: str, now: str) -> bool:
    """Tell whether the same people are named; a name may begin differently, as in Mr Okafor."""
    words, kept = _WORD.findall(before), set(_WORD.findall(now))
    names = [word for word in words if word[:1].isupper()]
    return bool(names) and all(
        word in kept or (following in names and following in kept)
        for word, following in zip(words, [*words[1:], ""], strict=True)
        if word in names
    )
