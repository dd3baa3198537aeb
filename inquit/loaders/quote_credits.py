"""The credit at the end of a block quote: a dash and a name.

Loaders read the credits that a page marks as such. This module finds those that only typography
shows, in the same way for every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from inquit.loaders.piece import Piece, Run
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.structure import BlockKind

_LONGEST, _MOST_WORDS = 200, 16
_DASH = pattern_at_need(r"\s*[-–—―~]{1,3}\s*(?=\S)")
_SIGNED = pattern_at_need(
    r"[.!?…][\"”’'»)\]]{0,2}\s+(?=[-–—―~]{1,3}\s*(?P<words>[^\W\d_a-z][^\n]*)$)"
)
"""The end of the words in a line that goes on with a dash and a name."""
_NAME = pattern_at_need(
    r"(?:[^\W\d_a-z][\w.’'\-]*\s+)(?:(?:de|van|von|der|la|al|bin|of|the)\s+){0,2}"
    r"(?:[^\W\d_a-z][\w.’'\-]*\s*){1,4}(?:,\s*[^,.!?…]{2,60}){0,2}\s*"
)
"""A line that is a name of several words, perhaps with what its bearer does."""
_NAMED = pattern_at_need(rf"[\w,;\"”’'»)\]]\s+(?=[-–—―~]{{1,3}}\s*(?P<words>{_NAME.pattern})$)")
"""The end of words that end no sentence, in a line that goes on with a dash and a name."""
_PAIRED = pattern_at_need(r"\s[-–—―~]{1,3}\s[^.!?…]*$")
"""A dash before, in the same sentence: what stands between the two is put in."""
_ENDED = pattern_at_need(r"[!?…]$|[^\W\d_]{4,}\.$")
_WITHIN = pattern_at_need(r"[^\W\d_]{4,}[.!?…]\s+\S")
_SENTENCES = frozenset(
    """and but then so or for nor yet i we you he she it they this that these those there here what
    when where why who how no yes not if in on at as""".split()
)
"""Words in small letters that begin a sentence after a dash, and no name."""


def separate_credits(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with the credits of block quotes as pieces of their own.

    Args:
        pieces: of a document, in order.
    """
    held: Piece | None = None
    lines = 0
    for piece in pieces:
        if held is not None:
            yield from _finish_quote(held, lines, piece)
        follows = held is not None and _quotes(held) and piece.level == held.level
        lines = lines + 1 if follows and _quotes(piece) and not piece.opens else 1
        signs = held is not None and _quotes(held) and _signs(piece)
        held = replace(piece, kind=BlockKind.CREDIT, level=held.level) if signs and held else piece
    if held is not None:
        yield from _finish_quote(held, lines, None)


def _quotes(piece: Piece) -> bool:
    return piece.kind is BlockKind.BLOCK_QUOTE


def _finish_quote(piece: Piece, lines: int, following: Piece | None) -> Iterator[Piece]:
    """Yield a piece; if it ends a block quote, without its credit and then the credit.

    Args:
        piece: the piece.
        lines: how many pieces of one quote it is the last of.
        following: the piece after it.
    """
    goes_on = following is not None and (
        following.kind is BlockKind.CREDIT or (_quotes(following) and not following.opens)
    )
    if not _quotes(piece):
        yield piece
        return
    words = piece.words
    signed = _signature(words[-_LONGEST:], last=not goes_on)
    if signed:
        at = max(0, len(words) - _LONGEST) + signed.end()
        first, last = _split_runs(piece.runs, at)
        yield replace(piece, runs=first)
        yield Piece(last, BlockKind.CREDIT, piece.level)
    elif lines > 1 and not goes_on and len(words) < _LONGEST and _NAME.fullmatch(words.strip()):
        yield replace(piece, kind=BlockKind.CREDIT)
    else:
        yield piece


def _signature(words: str, *, last: bool) -> re.Match[str] | None:
    """Return where words end that a dash and a credit follow, or None.

    Args:
        words: the end of a piece of a block quote.
        last: whether the quote ends with it; then a name may follow words that end no sentence.
    """
    signed = _SIGNED.search(words)
    if signed is None and last:
        signed = _NAMED.search(words)
        if signed and _PAIRED.search(words[: signed.end()].rstrip()):
            return None
    return signed if signed and _reads_as_credit(signed["words"]) else None


def _signs(piece: Piece) -> bool:
    """Tell whether a piece after a block quote is a dash with a credit."""
    if piece.kind not in (BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH):
        return False
    words = piece.words
    dash = _DASH.match(words) if len(words) < _LONGEST else None
    if dash is None:
        return False
    inside = piece.kind is BlockKind.BLOCK_QUOTE
    return (inside or not words[dash.end()].islower()) and _reads_as_credit(words[dash.end() :])


def _reads_as_credit(words: str) -> bool:
    """Tell whether the words after a dash are a credit and not a sentence."""
    said = words.split()
    if not said or len(said) > _MOST_WORDS or said[0].strip(",’'").casefold() in _SENTENCES:
        return False
    return not _ENDED.search(words.strip()) and not _WITHIN.search(words)


def _split_runs(runs: Iterable[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Split runs in two.

    Args:
        runs: the runs.
        at: where to split, in code points from the start.
    """
    first: list[Run] = []
    last: list[Run] = []
    for words, target in runs:
        cut = max(0, min(len(words), at))
        first += [(words[:cut], target)] if cut else []
        last += [(words[cut:], target)] if words[cut:] else []
        at -= len(words)
    return tuple(first), tuple(last)
