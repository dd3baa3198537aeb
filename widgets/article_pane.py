"""The article: a pane that draws its visible lines itself, quotes in their sources' colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import split_graphemes
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from inquit.model.article import Article
from inquit.model.quotation import QuoteId
from inquit.model.span import Span
from widgets.article_layers import ArticleLayers
from widgets.column import NARROWEST, USUAL, WIDEST, column_indent, column_width
from widgets.line_breaking import drawable
from widgets.line_painting import Layer, framed, paint
from widgets.source_colours import SourceColours
from widgets.text_layout import TextLayout

_IDLE_SECONDS, _SLICE_SECONDS = 0.02, 0.004


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one article; only the lines on the screen are ever drawn."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-pane--text",
        "article-pane--title",
        "article-pane--mark",
    }
    DEFAULT_CSS = """
    ArticlePane {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        padding: 0;
    }
    ArticlePane > .article-pane--title { text-style: bold; }
    ArticlePane > .article-pane--mark { color: $accent; text-style: bold; }
    """

    @dataclass
    class QuoteClicked(Message):
        """The reader pointed at a quote."""

        quote_id: QuoteId

    @dataclass
    class Moved(Message):
        """Another line is at the top of the pane, which shows the code points [top, bottom)."""

        top: int
        bottom: int

    def __init__(
        self,
        colours: SourceColours,
        *,
        measure: int = USUAL,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        """Take how to draw.

        Args:
            colours: the styles of quotes.
            measure: the column's width in cells, where the screen has that many.
            id: the widget's id.
        """
        super().__init__(id=id)
        self.overlay = ArticleLayers(colours)
        self._article: Article | None = None
        self._measure = measure
        self._wrapping = TextLayout("", (), 1)
        self._top = 0
        self._idle: Timer | None = None

    def show(self, article: Article, *, offset: int = 0) -> None:
        """Show an article with the line of an offset at the top."""
        self._article = article
        self.overlay.clear()
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
        """Bring a passage on the screen; where its first line is there already nothing moves."""
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

    def redraw(self) -> None:
        """Draw the visible lines anew, because what lies over them has changed."""
        self.refresh()

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
        self._wrapping = TextLayout(self._article.text, self._article.block_spans, self._column)
        self._wrapping.settle(self._wrapping.row_of(top), 2 * self._rows + 2)
        self._resize_content()
        row = self._wrapping.row_of(top) if top else 0
        self.scroll_to(y=row, animate=False, force=True)
        self._top = top
        self.refresh()
        self._idle = self.set_interval(_IDLE_SECONDS, self._wrap_on)

    def _wrap_on(self) -> None:
        """Wrap some more of the article; at the end let it count."""
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

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew where the width has changed."""
        if event.size.width and (self._wrapping.width != self._column or not self._idle):
            self._lay_out()
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap exactly what has come near, and tell where the reader is."""
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

    def on_click(self, event: events.Click) -> None:
        """Tell which quote was pointed at."""
        offset = self._offset_under(event)
        if offset is None or self.text_selection is not None:
            return
        found = self.overlay.findings.at(offset)
        if found is not None:
            self.post_message(self.QuoteClicked(found.quote.id))

    def _offset_under(self, event: events.Click) -> int | None:
        """Return the offset of the character under the mouse."""
        place = event.get_content_offset(self)
        line = self._wrapping.line(self.scroll_offset.y + place.y) if place else None
        if place is None or line is None or self._article is None:
            return None
        cells = place.x - self._indent
        spans, width = split_graphemes(drawable(self._article.text[line[0] : line[1]]))
        if not 0 <= cells < width:
            return None
        for first, _, size in spans:
            if cells < size:
                return line[0] + first
            cells -= size
        return None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words that are selected, as the article has them, unwrapped."""
        span = self.span_of(selection)
        return (span.of(self._article.text), "\n") if span and self._article else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual calls it so
        """Draw the selection."""
        self.refresh()

    def span_of(self, selection: Selection) -> Span | None:
        """Return the code points that a selection covers."""
        if self._article is None:
            return None
        first, last = selection.start, selection.end
        start = self._offset_in(first.y, first.x) if first else 0
        end = self._offset_in(last.y, last.x) if last else len(self._article.text)
        return Span(start, max(start, end))

    def _offset_in(self, row: int, column: int) -> int:
        line = self._wrapping.line(row)
        return min(line[1], line[0] + column) if line else self._wrapping.offset_at(row)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        base = plain = self.get_component_rich_style("article-pane--text")
        row = self.scroll_offset.y + y
        line = self._wrapping.line(row) if self._article else None
        width = self._width
        if line is None or self._article is None:
            return framed([], row=row, margin=[], width=width, base=base)
        start, end = line
        if self._article.title and self._article.text.startswith(self._article.title, start):
            base += self.get_component_rich_style("article-pane--title", partial=True)
        layers = [*self.overlay.of_line(start, end), *self._selected(row, start, end)]
        words = paint(self._article.text, start, end, base, layers)
        margin = self._margin(start, end)
        return framed(words, row=row, margin=margin, width=width, base=plain)

    def _margin(self, start: int, end: int) -> list[Segment]:
        base = self.get_component_rich_style("article-pane--text")
        mark = self.get_component_rich_style("article-pane--mark")
        sign = "◆" if self.overlay.bookmarked(start, end) else " "
        bar, style = self.overlay.bar(start, end)
        lead = " " * (self._indent - 3)
        return [
            Segment(lead, base),
            Segment(sign, mark),
            Segment(bar, base + style),
            Segment(" ", base),
        ]

    def _selected(self, row: int, start: int, end: int) -> list[Layer]:
        selection = self.text_selection
        span = selection.get_span(row) if selection is not None else None
        if span is None:
            return []
        first, last = span
        style = self.screen.get_component_rich_style("screen--selection")
        stop = end if last < 0 else min(end, start + last)
        return [Layer(min(end, start + first), stop, style)]
