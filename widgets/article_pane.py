"""The article: a pane that draws its visible lines itself, quotes in their sources' colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from inquit.model.article import Article
from inquit.model.printable import replace_undrawable
from inquit.model.quotation import QuoteId
from inquit.model.structure import BlockKind
from widgets.article_layers import ArticleLayers
from widgets.block_shapes import UNDERLINED_LEVELS
from widgets.column import USUAL
from widgets.line_painting import frame_line, paint_line
from widgets.selectable_text import SelectableText
from widgets.source_colours import SourceColours
from widgets.text_units import word_at

_TWICE = 2
_UNDERLINED, _SLANTED = Style(underline=True), Style(italic=True)


class ArticlePane(SelectableText, inherit_bindings=False):
    """Shows one article; only the lines on the screen are ever drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-pane--text",
        "article-pane--title",
        "article-pane--mark",
        "article-pane--heading",
        "article-pane--quiet",
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
    ArticlePane > .article-pane--heading { text-style: bold; }
    ArticlePane > .article-pane--quiet { color: $text-muted; }
    ArticlePane > .article-pane--mark { color: $accent; text-style: bold; }
    """

    @dataclass
    class QuoteClicked(Message):
        """The reader pointed at a quote."""

        quote_id: QuoteId

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
        super().__init__(measure=measure, id=id)
        self.overlay = ArticleLayers(colours)
        self._drawn: tuple[object, ...] | None = None

    def show(self, article: Article, *, offset: int = 0) -> None:
        """Show an article with the line of an offset at the top, and nothing over its words."""
        self.overlay.clear()
        self.overlay.set_links([link.span for link in article.links])
        super().show(article, offset=offset)

    def redraw(self) -> None:
        """Redraw the visible lines, because what lies over them has changed."""
        self.refresh()

    def redraw_where_changed(self) -> None:
        """Redraw the visible lines unless their quotes are as they were last drawn."""
        if self.overlay.beneath(self.top, self.bottom) != self._drawn:
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines, and remember which quotes they show."""
        self._drawn = self.overlay.beneath(self.top, self.bottom)
        return super().render_lines(crop)

    def on_click(self, event: events.Click) -> None:
        """Report the quote clicked on; two clicks select the word, three the paragraph."""
        offset = self._offset_under(event)
        if event.chain > 1:
            event.prevent_default()  # Textual would select the whole article
            self._select_around(offset, event.chain)
            return
        if offset is None or self.text_selection is not None:
            return
        found = self.overlay.findings.at(offset)
        if found is not None:
            self.post_message(self.QuoteClicked(found.quote.id))

    def _select_around(self, offset: int | None, clicks: int) -> None:
        if offset is None or self._article is None:
            return
        word = word_at(self._article.text, offset)
        self.select(word if clicks == _TWICE else self.paragraph_at(offset) or word)
        self.post_message(events.TextSelected())

    def _offset_under(self, event: events.Click) -> int | None:
        """Return the offset of the character under the mouse."""
        place = event.get_content_offset(self)
        line = self._wrapping.line(self.scroll_offset.y + place.y) if place else None
        if place is None or line is None or self._article is None:
            return None
        cells = place.x - self._indent - len(self._wrapping.lead(line[0]))
        spans, width = split_graphemes(replace_undrawable(self._article.text[line[0] : line[1]]))
        if not 0 <= cells < width:
            return None
        for first, _, size in spans:
            if cells < size:
                return line[0] + first
            cells -= size
        return None

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        base = plain = self.get_component_rich_style("article-pane--text")
        row = self.scroll_offset.y + y
        line = self._wrapping.line(row) if self._article else None
        width = self._width
        if line is None or self._article is None:
            return frame_line([], row=row, margin=[], width=width, base=base)
        start, end = line
        base += self._weight(self._article, start)
        layers = [*self.overlay.of_line(start, end), *self._selected(row, start, end)]
        words = paint_line(self._article.text, start, end, base, layers)
        margin = self._margin(start, end)
        return frame_line(words, row=row, margin=margin, width=width, base=plain)

    def _margin(self, start: int, end: int) -> list[Segment]:
        base = self.get_component_rich_style("article-pane--text")
        mark = self.get_component_rich_style("article-pane--mark")
        sign = "◆" if self.overlay.bookmarked(start, end) else " "
        bar, style = self.overlay.bar(start, end)
        lead = " " * (self._indent - 3)
        before = self._wrapping.lead(start)
        sign_before = before.lstrip()
        quiet = base + self.get_component_rich_style("article-pane--quiet", partial=True)
        return [
            Segment(lead, base),
            Segment(sign, mark),
            Segment(bar, base + style),
            Segment(" " * (1 + len(before) - len(sign_before)), base),
            Segment(sign_before, quiet),
        ]

    def _weight(self, article: Article, start: int) -> Style:
        """Return how the words of a line look for what their paragraph is."""
        shape = self._wrapping.shape_at(start)
        if shape is None:
            if article.title and article.text.startswith(article.title, start):
                return self.get_component_rich_style("article-pane--title", partial=True)
            return Style.null()
        if shape.kind is BlockKind.HEADING:
            bold = self.get_component_rich_style("article-pane--heading", partial=True)
            return bold + _UNDERLINED if shape.level <= UNDERLINED_LEVELS else bold
        if shape.kind is BlockKind.CAPTION:
            quiet = self.get_component_rich_style("article-pane--quiet", partial=True)
            return quiet + _SLANTED
        return Style.null()
