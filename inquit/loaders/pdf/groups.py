"""Splitting the boxes of PDF pages where the type changes: headings, notes, rows and text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from inquit.loaders.pdf.lines import Line, Page

_LARGER, _SMALLER = 1.15, 0.88
_SHORTEST_HEADING, _LONGEST_HEADING, _LONGEST_BOLD = 3, 200, 100
_LEVELS = 3
_LOW = 0.3
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3})[.):]?\s*[^\W\d_]")
_SENTENCE = re.compile(r"[.,;:][\"'”’»)\]]{0,3}$")
_LONGEST_CELL = 40
_FEWEST_ROWS = 2


class Role(Enum):
    """What a group of lines is."""

    TEXT = "text"
    HEADING = "heading"
    NOTE = "note"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that stand together and are one thing.

    Attributes:
        role: what they are.
        lines: one or more; of a row, its cells.
        level: of a heading, from 1; 0 for the others.
    """

    role: Role
    lines: tuple[Line, ...]
    level: int = 0


def groups_of_pages(pages: Sequence[Page]) -> Iterator[Group]:
    """Yield the groups of some pages, in reading order.

    Args:
        pages: without their running heads.
    """
    type_ = _Type(pages)
    for page in pages:
        for is_cells, found in itertools.groupby(page.boxes, partial(_is_cell, page, type_)):
            boxes = list(found)
            for row in _rows([box[0] for box in boxes]) if is_cells else boxes:
                if is_cells and len(row) > 1:
                    yield Group(role=Role.ROW, lines=tuple(row))
                else:
                    yield from _split_box(page, row, type_)


class _Type:
    """The type sizes of a document: that of its text, and those of its headings."""

    def __init__(self, pages: Sequence[Page]) -> None:
        sizes: Counter[int] = Counter()
        bold: Counter[bool] = Counter()
        for line in (line for page in pages for box in page.boxes for line in box):
            sizes[round(line.size)] += len(line.words)
            bold[line.bold] += len(line.words)
        self.body = sizes.most_common(1)[0][0] if sizes else 0
        self._bold_stands_out = bold[True] < bold[False]
        larger = sorted((size for size in sizes if size > _LARGER * self.body), reverse=True)
        self._levels = {size: min(at, _LEVELS) for at, size in enumerate(larger, start=1)}

    def level(self, lines: Sequence[Line]) -> int:
        """Return the level of the heading that lines of one size are, or 0."""
        words = " ".join(line.words for line in lines)
        if not _SHORTEST_HEADING <= len(words) <= _LONGEST_HEADING:
            return 0
        if level := self._levels.get(round(lines[0].size), 0):
            return level
        stands_out = lines[0].bold and self._bold_stands_out and len(words) <= _LONGEST_BOLD
        return 0 if not stands_out or _SENTENCE.search(words) else min(len(self._levels), 3) + 1


def _split_box(page: Page, box: Sequence[Line], type_: _Type) -> Iterator[Group]:
    """Yield the parts of a box; a meaningless change of type does not split text."""
    text: list[Line] = []
    for _, same in itertools.groupby(box, key=lambda line: (round(line.size), line.bold)):
        lines = tuple(same)
        level = type_.level(lines)
        is_note = _is_note(page, lines, type_)
        if not level and not is_note:
            text += lines
            continue
        if text:
            yield Group(role=Role.TEXT, lines=tuple(text))
            text = []
        yield Group(role=Role.NOTE if is_note else Role.HEADING, lines=lines, level=level)
    if text:
        yield Group(role=Role.TEXT, lines=tuple(text))


def _is_note(page: Page, lines: Sequence[Line], type_: _Type) -> bool:
    """Tell whether lines are a note at the foot of a page: small, low, and marked."""
    first = lines[0]
    small = first.size <= _SMALLER * type_.body
    return small and first.bottom < _LOW * page.height and bool(_NOTE.match(first.words))


def _is_cell(page: Page, type_: _Type, box: Sequence[Line]) -> bool:
    """Tell whether a box could be a cell of a table: one short line, no heading and no note."""
    short = len(box) == 1 and len(box[0].words) <= _LONGEST_CELL
    return short and not type_.level(box) and not _is_note(page, box, type_)


def _rows(cells: Sequence[Line]) -> Sequence[Sequence[Line]]:
    """Return cells row by row where several stand side by side twice at least, else one by one."""
    rows: dict[int, list[Line]] = {}
    for cell in sorted(cells, key=lambda cell: (-cell.bottom, cell.left)):
        height = round(cell.bottom)
        near = next((at for at in (height, height + 1, height - 1) if at in rows), height)
        rows.setdefault(near, []).append(cell)
    if sum(len(row) > 1 for row in rows.values()) < _FEWEST_ROWS:
        return [[cell] for cell in cells]
    return list(rows.values())
