"""The densest stretch of text on a page, used when nothing else finds the article.

Blocks are judged by their number of words and the share of these that lead elsewhere, beside those
of their neighbours: Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text
Features" (WSDM 2010), whose decision tree this is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inquit.loaders.page.walk import ShownBlock
from inquit.loaders.piece import Piece
from inquit.model.structure import BlockKind

_GAP = 12
"""Words that a stretch loses with each block that is no text; it ends where these abound."""
_FEWEST_WORDS, _FEWEST_LISTED = 20, 100
"""Words from which a page is worth reading; the same where none are in sentences."""
_SENTENCE = 8
"""Words from which a block counts as text where it does not end as a sentence."""
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_ENDED = re.compile(r"[.!?…。！？][\"”’'»)\]]{0,3}$")
_CONSENT = re.compile(
    r"\bcookies?\b.*\b(?:accept|agree|consent|data|experience|manage|partners|polic(?:y|ies)"
    r"|preferences|privacy|settings)\b|\b(?:enable|activate|turn on)\s+java ?script\b"
    r"|\ball rights reserved\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_CONSENT = 150


@dataclass(frozen=True, slots=True)
class _Shape:
    """A block by the numbers that the decision is made by: words, and the share that are links."""

    words: int
    linked: float


def densest(blocks: Sequence[ShownBlock]) -> list[bool]:
    """Return the text blocks in the densest stretch of a page.

    Args:
        blocks: all that it shows, in order.
    """
    shapes = [_shape(block.piece, block.marked) for block in blocks]
    padded = [_Shape(0, 0.0), *shapes, _Shape(0, 0.0)]
    text = [
        _is_text(before, shape, after) and not is_notice(block.words)
        for block, before, shape, after in zip(blocks, padded, shapes, padded[2:], strict=False)
    ]
    worth = [shape.words if is_text else -_GAP for shape, is_text in zip(shapes, text, strict=True)]
    start, end = _heaviest(worth)
    return [is_text and start <= at < end for at, is_text in enumerate(text)]


def is_readable(pieces: Sequence[Piece], *, told: bool) -> bool:
    """Tell whether pieces have something to read besides a page's menus and notices.

    Args:
        pieces: of a page.
        told: whether they are told from the rest of the page; then they may well be a long list of
            names, or the like, without a sentence.
    """
    if words_of_text(pieces, sentences=True) >= _FEWEST_WORDS:
        return True
    return told and words_of_text(pieces) >= _FEWEST_LISTED


def is_furniture(pieces: Sequence[Piece]) -> bool:
    """Tell whether pieces are only the menu and the small print of a page.

    They are where some lead elsewhere, and sentences have the fewer words, be they links or not; a
    headline counts for neither.
    """
    below = [piece for piece in pieces if piece.kind is not BlockKind.HEADING]
    counts = [(count_words(piece.words), piece.words) for piece in below]
    said = sum(
        count
        for count, words in counts
        if (count >= _SENTENCE or _ENDED.search(words.strip())) and not is_notice(words)
    )
    linked = any(target is not None for piece in below for _, target in piece.runs)
    return linked and said < sum(count for count, _ in counts) / 2


def words_of_text(pieces: Iterable[Piece], *, sentences: bool = False) -> int:
    """Return the words in pieces that read as text: no links, no notices on cookies or scripts.

    Args:
        pieces: of a page.
        sentences: whether to leave out blocks of a few words that are no sentence.
    """
    return sum(
        shape.words
        for piece in pieces
        if (shape := _shape(piece, 0)).linked < 0.5
        and (not sentences or shape.words >= _SENTENCE or _ENDED.search(piece.words.strip()))
        and not is_notice(piece.words)
    )


def is_notice(words: str) -> bool:
    """Tell whether a block is only a notice on cookies, scripts or rights."""
    return len(words.split()) < _LONGEST_CONSENT and _CONSENT.search(words) is not None


def _shape(piece: Piece, marked: int) -> _Shape:
    counted = [(count_words(words), target) for words, target in piece.runs[marked:]]
    words = sum(number for number, _ in counted)
    linked = sum(number for number, target in counted if target is not None)
    return _Shape(words, linked / words if words else 0.0)


def count_words(words: str) -> int:
    """Return the number of words; two characters of a script without spaces are about one."""
    return len(words.split()) + (0 if words.isascii() else len(_UNSPACED.findall(words)) // 2)


def _is_text(before: _Shape, block: _Shape, after: _Shape) -> bool:
    """Tell whether a block is text, as their tree over words and links does."""
    if block.linked > 1 / 3:
        return False
    if before.linked > 5 / 9:
        return block.words > 40 or after.words > 17
    if block.words > 16 or after.words > 15:
        return True
    return before.words > 4


def _heaviest(worth: Sequence[int]) -> tuple[int, int]:
    """Return the stretch with the largest sum, half-open (Kadane)."""
    best, total, start, found = 0, 0, 0, (0, 0)
    for at, each in enumerate(worth):
        if total <= 0:
            total, start = 0, at
        total += each
        if total > best:
            best, found = total, (start, at + 1)
    return found
