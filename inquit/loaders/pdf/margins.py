"""Removing running heads and page numbers at the head and foot of pages.

A first line of text stands high on a page, too, and may say what one on another page says ("A.
Yes."). So only what a gap parts from the text is looked at, wider than that between its lines.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from inquit.loaders.pdf.lines import Line, Page

_NUMBER = re.compile(
    r"(?:page\s+)?[-–—\[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])]?(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12
_FEWEST_REPEATED = 3
_FIFTH = 5
_MOST_LINES = 4
_GAP = 1.5
_WIDEST_LEADING = 2.2

_Place = tuple[int, int]
_Key = tuple[str, _Place] | str


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """Return pages without their running heads and page numbers.

    What stands apart is a running head where many pages have it, or two in one place, numbers
    aside; and then so is what stands apart in that place on the others, such as a chapter's title.

    Args:
        pages: all of a document, in order.
    """
    apart = [_apart(page) for page in pages]
    seen: Counter[_Key] = Counter()
    for lines in apart:
        seen.update({key for line in lines for key in _keys(line)})
    least = max(_FEWEST_REPEATED, len(pages) // _FIFTH)
    repeated = {
        key for key, count in seen.items() if count >= (least if isinstance(key, str) else 2)
    }
    places = {
        _place(line) for lines in apart for line in lines if not repeated.isdisjoint(_keys(line))
    }
    return [
        _without(page, {id(line) for line in lines if _is_no_text(line, places)})
        for page, lines in zip(pages, apart, strict=True)
    ]


def _without(page: Page, left_out: set[int]) -> Page:
    boxes = (tuple(line for line in box if id(line) not in left_out) for box in page.boxes)
    return Page(height=page.height, boxes=tuple(box for box in boxes if box))


def _is_no_text(line: Line, places: set[_Place]) -> bool:
    return _place(line) in places or _NUMBER.fullmatch(line.words) is not None


def _keys(line: Line) -> tuple[_Key, ...]:
    """Return the keys that recognise a running head: its words, and its words with their place."""
    shape = _DIGITS.sub("#", line.words.casefold())
    return shape, (shape, _place(line))


def _place(line: Line) -> _Place:
    return round(line.bottom / 3), round(line.size)


def _apart(page: Page) -> list[Line]:
    """Return the lines that are set apart at the head and at the foot of a page."""
    lines = sorted((line for box in page.boxes for line in box), key=lambda line: line.bottom)
    if not lines:
        return []
    gap = _GAP * _leading(page, lines)
    low, high = _MARGIN * page.height, (1 - _MARGIN) * page.height
    foot = _before_gap(lines, gap)
    head = _before_gap(lines[::-1], gap)
    return [line for line in foot if line.bottom <= low] + [
        line for line in head if line.bottom >= high
    ]


def _before_gap(lines: Sequence[Line], gap: float) -> list[Line]:
    """Return the first few lines if a gap follows them, or the only one that there is."""
    for number, (line, following) in enumerate(itertools.pairwise(lines), start=1):
        if abs(following.bottom - line.bottom) > gap:
            return list(lines[:number])
        if number == _MOST_LINES:
            return []
    return list(lines) if len(lines) == 1 else []


def _leading(page: Page, lines: Sequence[Line]) -> float:
    """Return the distance between lines of text, in points.

    Args:
        page: the page.
        lines: all its lines by height.
    """
    within = [
        abs(one.bottom - two.bottom) for box in page.boxes for one, two in itertools.pairwise(box)
    ]
    if within:
        return median(within)
    widest = _WIDEST_LEADING * median(line.size for line in lines)
    steps = (two.bottom - one.bottom for one, two in itertools.pairwise(lines))
    return min([widest, *(step for step in steps if step > 1)])
