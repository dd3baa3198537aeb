"""Lines on pages to paragraphs: running heads out, headings told by size, broken words whole."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inquit.loaders.composing import Piece
from inquit.loaders.joining import Vocabulary, joined
from inquit.model.structure import BlockKind

_NUMBER = re.compile(
    r"(?:page\s+)?[-–—\[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])]?(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_MARGIN = 0.12
_FEWEST_REPEATED = 3
_LARGER = 1.15
_LONGEST_HEADING = 200
_LEVELS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it stands on its page, in points from the lower left corner.

    Attributes:
        left: where it begins.
        bottom: how high it stands.
        right: where it ends.
        size: of most of its characters.
        words: what it says, without space at its ends; not empty.
    """

    left: float
    bottom: float
    right: float
    size: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page.

    Attributes:
        height: in points.
        boxes: groups of lines that stand together, in the order to read them.
    """

    height: float
    boxes: tuple[tuple[Line, ...], ...]


def pieces_of_pages(pages: Sequence[Page]) -> list[Piece]:
    """Return the headings and paragraphs of some pages.

    Args:
        pages: in order.
    """
    heads = _running_heads(pages)
    boxes = [kept for page in pages for box in page.boxes if (kept := _kept(page, box, heads))]
    body = _body_size(boxes)
    levels = _heading_levels(boxes, body)
    vocabulary = Vocabulary("\n".join(line.words for box in boxes for line in box))
    pieces: list[Piece] = []
    waiting: list[str] = []
    for box in boxes:
        level = levels.get(round(_size(box)), 0)
        if level and sum(len(line.words) for line in box) <= _LONGEST_HEADING:
            pieces += _paragraph(waiting, vocabulary)
            waiting = []
            words = joined([line.words for line in box], vocabulary)
            pieces.append(Piece(((words, None),), BlockKind.HEADING, level))
            continue
        for paragraph in _paragraphs(box):
            if waiting and not _continues(waiting[-1], paragraph[0]):
                pieces += _paragraph(waiting, vocabulary)
                waiting = []
            waiting += paragraph
    return pieces + _paragraph(waiting, vocabulary)


def _paragraph(lines: Sequence[str], vocabulary: Vocabulary) -> list[Piece]:
    return [Piece(((joined(lines, vocabulary), None),))] if lines else []


def _continues(before: str, after: str) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    return not _ENDED.search(before[-8:]) and (after[0].islower() or before[-1] in "-‐,;")


def _paragraphs(box: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the paragraphs in a box: a new one is indented, or follows a line that ends early."""
    left, right = min(line.left for line in box), max(line.right for line in box)
    group = [box[0].words]
    for before, line in itertools.pairwise(box):
        ended = _ENDED.search(before.words[-8:]) is not None
        indented = line.left > left + 0.6 * line.size and before.left < left + 0.6 * line.size
        short = before.right < right - 0.12 * (right - left)
        if ended and (indented or short):
            yield group
            group = []
        group.append(line.words)
    yield group


def _kept(page: Page, box: Sequence[Line], heads: frozenset[str]) -> tuple[Line, ...]:
    """Return the lines of a box that are neither page numbers nor running heads."""
    return tuple(
        line
        for line in box
        if not _is_marginal(page, line)
        or not (_NUMBER.fullmatch(line.words) or _shape(line.words) in heads)
    )


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """Return what stands in the margins of many pages, with all numbers alike."""
    seen: Counter[str] = Counter()
    for page in pages:
        lines = (line for box in page.boxes for line in box if _is_marginal(page, line))
        seen.update({_shape(line.words) for line in lines})
    least = max(_FEWEST_REPEATED, len(pages) // 5)
    return frozenset(shape for shape, count in seen.items() if count >= least)


def _is_marginal(page: Page, line: Line) -> bool:
    return not _MARGIN * page.height < line.bottom < (1 - _MARGIN) * page.height


def _shape(words: str) -> str:
    return _DIGITS.sub("#", words.casefold())


def _size(box: Sequence[Line]) -> float:
    return max(line.size for line in box)


def _body_size(boxes: Sequence[Sequence[Line]]) -> float:
    """Return the size that most characters have."""
    sizes: Counter[int] = Counter()
    for box in boxes:
        for line in box:
            sizes[round(line.size)] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0


def _heading_levels(boxes: Sequence[Sequence[Line]], body: float) -> dict[int, int]:
    """Return the levels of the sizes that are clearly larger than the body's."""
    larger = {round(_size(box)) for box in boxes if _size(box) > _LARGER * body}
    ordered = sorted(larger, reverse=True)
    return {size: min(number, _LEVELS) for number, size in enumerate(ordered, start=1)}
