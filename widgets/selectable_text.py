"""Selecting in a long text: by the mouse, or by offsets that hold when rows are wrapped anew."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from inquit.model.article import Article
from inquit.model.printable import replace_undrawable
from inquit.model.span import Span
from widgets.line_painting import Layer
from widgets.text_units import character_end
from widgets.text_view import TextView

SELECTED = Style(reverse=True, bold=True)
"""What is selected, whatever lies beneath."""

_CARET = Style(reverse=True, bold=True, underline=True)


class SelectableText(TextView, inherit_bindings=False):
    """A long text of which a part may be selected."""

    ALLOW_SELECT = True
    _kept: Span | None = None
    _caret: int | None = None

    def show(self, article: Article, *, offset: int = 0) -> None:
        """Show an article with the line of an offset at the top, and nothing of it selected."""
        if self.is_mounted and self.text_selection is not None:
            self.screen.clear_selection()
        super().show(article, offset=offset)

    def select(self, span: Span, caret: int | None = None) -> None:
        """Select a passage as the mouse does, and bring the end that moves on the screen.

        Args:
            span: the passage, not empty.
            caret: where the character begins that the selection was extended to, if any.
        """
        self._kept, self._caret = span, caret
        self._reselect()
        if caret is not None:
            self.keep_in_sight(caret)
        self.refresh()

    def place_at(self, place: Offset) -> Offset:
        """Return where a selection begins or ends that the mouse makes at a cell of the screen.

        Beside a line's words that is their nearer end; on a row without words, the row's beginning.

        Args:
            place: the cell.

        Returns:
            The row's number in the whole text, and the code point of that row.
        """
        content = self.content_region
        down = min(max(0, place.y - content.y), max(0, content.height - 1))
        row = self.scroll_offset.y + down
        line = self._wrapping.line(row)
        if line is None or self._article is None:
            return Offset(0, row)
        words = replace_undrawable(self._article.text[line[0] : line[1]])
        cells = place.x - content.x - self._indent - len(self._wrapping.lead(line[0]))
        if cells >= cell_len(words):
            return Offset(len(words), row)
        return Offset(_index_at(words, cells) if cells > 0 else 0, row)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words that are selected, as the article has them, unwrapped."""
        span = self.span_of(selection)
        return (span.of(self._article.text), "\n") if span and self._article else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection; one that was not made by `select` is not kept by its offsets."""
        if self._kept is not None and selection != self._selection_of(self._kept):
            self._kept = self._caret = None
        self.refresh()

    def span_of(self, selection: Selection) -> Span | None:
        """Return the code points that a selection covers."""
        if self._article is None:
            return None
        first, last = selection.start, selection.end
        start = self._offset_in(first.y, first.x) if first else 0
        end = self._offset_in(last.y, last.x) if last else len(self._article.text)
        return Span(start, max(start, end))

    def line_at(self, offset: int) -> Span:
        """Return the code points of the line that shows an offset."""
        row = self._wrapping.row_of(offset)
        line = self._wrapping.line(row)
        return Span(*line) if line is not None else Span(offset, offset)

    def offset_below(self, offset: int, rows: int) -> int:
        """Return what stands in the same column some lines of words further down.

        Args:
            offset: where one is.
            rows: how many lines on; up where it is negative.
        """
        if self._article is None:
            return offset
        text, here = self._article.text, self.line_at(offset)
        cells = cell_len(replace_undrawable(text[here.start : offset]))
        row, way = self._wrapping.row_of(offset), 1 if rows > 0 else -1
        found = row
        for _ in range(abs(rows)):
            following = found + way
            while 0 <= following < self._wrapping.height and not self._wrapping.line(following):
                following += way
            if not 0 <= following < self._wrapping.height:
                break
            found = following
        line = self._wrapping.line(found)
        if line is None or found == row:
            return offset
        return line[0] + _index_at(replace_undrawable(text[line[0] : line[1]]), cells)

    def keep_in_sight(self, offset: int) -> None:
        """Scroll as little as needed to show an offset's line."""
        row, top, rows = self._wrapping.row_of(offset), self.scroll_offset.y, max(1, self._rows)
        if row < top:
            self.go_to(row)
        elif row >= top + rows:
            self.go_to(row - rows + 1)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the same words selected where rows have been renumbered."""
        super().watch_scroll_y(old_value, new_value)
        self._reselect()

    def _lay_out(self) -> None:
        super()._lay_out()
        self._reselect()

    def _keep_row(self, row: int) -> None:
        super()._keep_row(row)
        self._reselect()

    def _reselect(self) -> None:
        """Select the kept passage by the numbers that its rows have now."""
        if self._kept is not None and self.is_mounted:
            self.screen.selections = {self: self._selection_of(self._kept)}

    def _selection_of(self, span: Span) -> Selection:
        last = max(span.start, span.end - 1)
        first_row, last_row = self._wrapping.row_of(span.start), self._wrapping.row_of(last)
        start = span.start - self._wrapping.offset_at(first_row)
        return Selection(
            Offset(start, first_row),
            Offset(span.end - self._wrapping.offset_at(last_row), last_row),
        )

    def _offset_in(self, row: int, column: int) -> int:
        line = self._wrapping.line(row)
        return min(line[1], line[0] + column) if line else self._wrapping.offset_at(row)

    def _selected(self, row: int, start: int, end: int) -> list[Layer]:
        """Return what a selection lays over the line [start, end); its shape tells it."""
        selection = self.text_selection
        span = selection.get_span(row) if selection is not None else None
        if span is None:
            return []
        first, last = span
        stop = end if last < 0 else min(end, start + last)
        layers = [Layer(min(end, start + first), stop, SELECTED)]
        if self._caret is not None and self._article is not None:
            caret_end = character_end(self._article.text, self._caret)
            layers.append(Layer(self._caret, caret_end, _CARET))
        return layers


def _index_at(line: str, cells: int) -> int:
    """Return the code point of a line that stands in a column, or its last one."""
    index = 0
    for first, _, size in split_graphemes(line)[0]:
        index = first
        if cells < size:
            break
        cells -= size
    return index
