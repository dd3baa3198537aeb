"""A long text in a pane: wrapped when it is needed, and never jumping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.timer import Timer

from inquit.model.article import Article
from inquit.model.span import Span
from widgets.block_shapes import BlockShape, shape_blocks
from widgets.column import NARROWEST, USUAL, WIDEST, column_indent, column_width
from widgets.text_layout import TextLayout

_IDLE_SECONDS, _SLICE_SECONDS = 0.02, 0.004


class TextView(ScrollView, can_focus=True, inherit_bindings=False):
    """Keeps an article's rows and which of them is at the top; a subclass draws them."""

    @dataclass
    class Moved(Message):
        """Another line is at the top of the pane, which shows the code points [top, bottom)."""

        top: int
        bottom: int

    def __init__(self, *, measure: int = USUAL, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        """Take how wide the column is.

        Args:
            measure: its width in cells, where the screen has that many.
            id: the widget's id.
        """
        super().__init__(id=id)
        self._article: Article | None = None
        self._shapes: Mapping[int, BlockShape] = {}
        self._measure = measure
        self._wrapping = TextLayout("", (), 1)
        self._top = 0
        self._idle: Timer | None = None

    def show(self, article: Article, *, offset: int = 0) -> None:
        """Show an article with the line of an offset at the top."""
        self._article = article
        self._shapes = shape_blocks(article)
        self._top = offset
        self._lay_out()

    @property
    def measure(self) -> int:
        """The column's width in cells, where the screen has that many."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = min(WIDEST, max(NARROWEST, cells))
        self._lay_out()

    @property
    def top(self) -> int:
        """The offset at which the top line begins."""
        return self._top

    @property
    def bottom(self) -> int:
        """The offset after the last line on the screen."""
        last = self._wrapping.line(self.scroll_offset.y + max(0, self._rows - 1))
        row = self.scroll_offset.y + self._rows
        return last[1] if last else self._wrapping.offset_at(row)

    @property
    def progress(self) -> float:
        """How much of the article is above the bottom of the screen, from 0 to 1."""
        height = max(1, self._wrapping.height)
        return min(1.0, (self.scroll_offset.y + self._rows) / height)

    def paragraph_at(self, offset: int) -> Span | None:
        """Return the paragraph that an offset is in."""
        return self._wrapping.block_at(offset)

    def reveal(self, span: Span) -> None:
        """Scroll a passage into view; nothing moves where its first line is there already."""
        first = self._wrapping.row_of(span.start)
        last = self._wrapping.row_of(max(span.start, span.end - 1))
        top, rows = self.scroll_offset.y, max(1, self._rows)
        if top <= first and (last < top + rows or first < top + rows // 2):
            return
        self.go_to(first - min(rows // 4, max(0, rows - (last - first) - 1)))

    def go_to(self, row: int) -> None:
        """Put a row at the top, or as near to it as the article's end allows."""
        row = max(0, row)
        row = self._wrapping.settle(row, 2 * self._rows + 2)
        self._resize_content()
        self.scroll_to(y=row, animate=False, force=True)

    def show_offset(self, offset: int) -> None:
        """Put the line of an offset at the top."""
        self.go_to(self._wrapping.row_of(offset) if offset > 0 else 0)

    def move(self, rows: int) -> None:
        """Scroll by a number of rows, down where it is positive."""
        self.go_to(self.scroll_offset.y + rows)

    def move_pages(self, pages: float) -> None:
        """Scroll by screenfuls; two rows of the last one stay in sight."""
        rows = max(1, round((self._rows - 2) * abs(pages)))
        self.move(rows if pages > 0 else -rows)

    def go_to_end(self) -> None:
        """Show the article's last lines."""
        self.go_to(self._wrapping.row_of(len(self._article.text)) if self._article else 0)

    @property
    def _rows(self) -> int:
        return self.size.height

    @property
    def _width(self) -> int:
        """Cells of the pane without its scrollbar."""
        return self.scrollable_content_region.width

    @property
    def _column(self) -> int:
        return column_width(self._width, self._measure)

    @property
    def _indent(self) -> int:
        return column_indent(self._width, self._measure)

    def _lay_out(self) -> None:
        """Wrap for the present width, with the same text at the top as before."""
        if self._article is None or not self.size.width:
            return
        top = self._top
        if self._idle is not None:
            self._idle.stop()
        self._wrapping = TextLayout(
            self._article.text, self._article.block_spans, self._column, self._shapes
        )
        self._wrapping.settle(self._wrapping.row_of(top), 2 * self._rows + 2)
        self._resize_content()
        row = self._wrapping.row_of(top) if top else 0
        self.scroll_to(y=row, animate=False, force=True)
        self._top = top
        self.refresh()
        self._idle = self.set_interval(_IDLE_SECONDS, self._wrap_on)

    def _wrap_on(self) -> None:
        """Wrap some more of the article; once all is wrapped, commit it."""
        self._wrapping.wrap_some(_SLICE_SECONDS)
        if not self._wrapping.complete or self.text_selection is not None:
            return
        if self._idle is not None:
            self._idle.stop()
        self._keep_row(self._wrapping.commit(self.scroll_offset.y))

    def _keep_row(self, row: int) -> None:
        """Take the top row's new number, without the text moving."""
        top = self._top
        self._resize_content()
        if row != self.scroll_offset.y:
            self.scroll_to(y=row, animate=False, force=True)
        self._top = top

    def _resize_content(self) -> None:
        size = Size(self._width, self._wrapping.height)
        if self.virtual_size != size:
            self.virtual_size = size

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002 - as Textual has it
    ) -> bool:
        """Wrap anew where the width has changed, at once: the next picture would have no text."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed and size.width and (self._wrapping.width != self._column or not self._idle):
            self._lay_out()
        return changed

    def on_resize(self) -> None:
        """Tell what is in sight now."""
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap what has come near exactly, and report where the reader is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        row = self._wrapping.settle(round(new_value), 2 * self._rows + 2)
        self._top = self._wrapping.offset_at(row)
        if row != round(new_value):
            self._keep_row(row)
        self._tell()

    def _tell(self) -> None:
        if self._article is not None:
            self.post_message(self.Moved(self._top, self.bottom))
