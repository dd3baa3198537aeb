"""The rows that an article's paragraphs take at one width, wrapped when they are needed.

Opening a text estimates the height of each paragraph from its length; whoever shows a part of it
has that part, and what lies within reach above and below it, wrapped exactly first. The rest is
wrapped in idle time. What is above a row may so grow or shrink; `settle` and `commit` tell the
row's new number, and the text under the reader's eyes stays where it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import add
from time import perf_counter

from inquit.model.span import Span
from widgets.block_shapes import BlockShape, fit_lead
from widgets.line_breaking import line_end, line_starts

GAP = 1
"""Blank rows between paragraphs."""


class TextLayout:
    """Rows of one text at one width; a row is a line of a paragraph or blank."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Span],
        width: int,
        shapes: Mapping[int, BlockShape] | None = None,
    ) -> None:
        """Estimate the rows.

        Args:
            text: the article's text.
            blocks: its paragraphs, in order and disjoint.
            width: cells of a line, at least 1.
            shapes: how those paragraphs stand that are more than that, by where they begin.
        """
        self._text = text
        self._shapes = shapes or {}
        self._blocks = blocks
        self.width = max(1, width)
        self._lines: list[list[int] | None] = [None] * len(blocks)
        room = max(1, self.width - self.width // 16)
        self._heights = [len(block) // room + 1 for block in blocks]
        self._first = [block.start for block in blocks]
        self._gaps = [GAP] * len(blocks)
        for start in self._shapes:
            self._make_room(start)
        self._tops: list[int] = []
        self._next = 0
        self._rebuild()

    @property
    def height(self) -> int:
        """Rows in all, as far as they are known."""
        return max(0, self._tops[-1] - (self._gaps[-1] if self._gaps else GAP))

    @property
    def complete(self) -> bool:
        """Tell whether every paragraph is wrapped exactly."""
        return self._next >= len(self._blocks)

    def line(self, row: int) -> tuple[int, int] | None:
        """Return the half-open offsets of what a row shows, or None where it is blank."""
        block = self._block_at(row)
        if block is None:
            return None
        starts = self._wrapped(block)
        inside = row - self._tops[block]
        if not 0 <= inside < len(starts):
            return None
        last = inside + 1 == len(starts)
        end = self._blocks[block].end if last else starts[inside + 1]
        return starts[inside], line_end(self._text, starts[inside], end)

    def offset_at(self, row: int) -> int:
        """Return the offset at which a row begins; a blank one's is the end of what is above it."""
        block = self._block_at(row)
        if block is None:
            return 0
        starts = self._wrapped(block)
        inside = max(0, row - self._tops[block])
        return starts[inside] if inside < len(starts) else self._blocks[block].end

    def row_of(self, offset: int) -> int:
        """Return the row that shows an offset; between paragraphs that is the blank one."""
        if not self._blocks:
            return 0
        block = self._index(offset)
        starts = self._wrapped(block)
        if offset >= self._blocks[block].end:
            return self._tops[block] + len(starts) - (0 if self._gaps[block] else 1)
        return self._tops[block] + max(0, bisect_right(starts, offset) - 1)

    def block_at(self, offset: int) -> Span | None:
        """Return the paragraph that an offset is in, or else the one after it."""
        if not self._blocks:
            return None
        index = self._index(offset)
        if offset >= self._blocks[index].end:
            index = min(index + 1, len(self._blocks) - 1)
        return self._blocks[index]

    def shape_at(self, offset: int) -> BlockShape | None:
        """Return how the paragraph of a line stands; None where it is nothing but that."""
        return self._shapes.get(self._first[self._index(offset)]) if self._shapes else None

    def lead(self, start: int) -> str:
        """Return what stands before the line that begins at an offset."""
        shape = self.shape_at(start)
        if shape is None:
            return ""
        is_first = start == self._first[self._index(start)]
        return fit_lead(shape.first if is_first else shape.rest, self.width)

    def settle(self, row: int, reach: int) -> int:
        """Wrap exactly what is around a row.

        Args:
            row: the top row on the screen.
            reach: how many rows below and above it to wrap.

        Returns:
            The number that the same row has now.
        """
        block = self._block_at(row)
        if block is None:
            return row
        changed = self._wrap_down(block, row - self._tops[block] + reach)
        changed = self._wrap_up(block - 1, reach) or changed
        return self._moved(block, row) if changed else row

    def wrap_some(self, seconds: float) -> None:
        """Wrap further paragraphs for a while; the rows stay as they are until `commit`."""
        until = perf_counter() + seconds
        while not self.complete:
            for _ in range(32):
                if self.complete:
                    return
                if self._lines[self._next] is None:
                    self._lines[self._next] = self._break(self._next)
                self._next += 1
            if perf_counter() > until:
                return

    def commit(self, row: int) -> int:
        """Apply all wrapping done so far; return the number that the same row has now."""
        block = self._block_at(row)
        changed = False
        for index, lines in enumerate(self._lines):
            if lines is not None and self._heights[index] != len(lines):
                self._heights[index] = len(lines)
                changed = True
        return self._moved(block, row) if changed and block is not None else row

    def _moved(self, block: int, row: int) -> int:
        before = self._tops[block]
        self._rebuild()
        return max(0, row + self._tops[block] - before)

    def _wrap_down(self, block: int, rows: int) -> bool:
        changed = False
        while rows > 0 and block < len(self._blocks):
            changed = self._fix(block) or changed
            rows -= self._heights[block] + self._gaps[block]
            block += 1
        return changed

    def _wrap_up(self, block: int, rows: int) -> bool:
        changed = False
        while rows > 0 and block >= 0:
            changed = self._fix(block) or changed
            rows -= self._heights[block] + self._gaps[block]
            block -= 1
        return changed

    def _fix(self, block: int) -> bool:
        """Make a block's height exact; tell whether it changed."""
        height = len(self._wrapped(block))
        if self._heights[block] == height:
            return False
        self._heights[block] = height
        return True

    def _wrapped(self, block: int) -> list[int]:
        lines = self._lines[block]
        if lines is None:
            lines = self._lines[block] = self._break(block)
        return lines

    def _break(self, block: int) -> list[int]:
        span = self._blocks[block]
        shape = self._shapes.get(span.start) if self._shapes else None
        if shape is None:
            return line_starts(self._text, span.start, span.end, self.width)
        return self._break_shaped(span, shape)

    def _break_shaped(self, span: Span, shape: BlockShape) -> list[int]:
        """Break where what stands before the first line may be wider than before the others."""
        first, rest = (
            self.width - len(fit_lead(lead, self.width)) for lead in (shape.first, shape.rest)
        )
        starts = line_starts(self._text, span.start, span.end, first)
        if first == rest or len(starts) < 2:
            return starts
        return [starts[0], *line_starts(self._text, starts[1], span.end, rest)]

    def _make_room(self, start: int) -> None:
        """Count with what stands before a block's lines; take the gap away that it does not want.

        A block that is no paragraph of the text is passed over.
        """
        block = self._index(start)
        if not self._blocks or self._first[block] != start:
            return
        shape = self._shapes[start]
        room = max(1, self.width - len(fit_lead(shape.rest, self.width)))
        self._heights[block] = len(self._blocks[block]) // max(1, room - room // 16) + 1
        if shape.tight and block:
            self._gaps[block - 1] = 0

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._first, offset) - 1)

    def _block_at(self, row: int) -> int | None:
        if not self._blocks:
            return None
        return min(max(0, bisect_right(self._tops, row) - 1), len(self._blocks) - 1)

    def _rebuild(self) -> None:
        self._tops = list(accumulate(map(add, self._heights, self._gaps), initial=0))
