"""A list of one-line rows with a cursor: what every view of the sidebar is made of.

Rows have keys. The cursor stands on a key, not on a number, so that it stays where it is while
rows come in above it; only the rows on the screen are drawn, and anew only where they changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from inquit.model.printable import clean_line, replace_undrawable
from widgets.command import bindings
from widgets.commands import LISTS
from widgets.row import ListRow, keys_of


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws rows, moves a cursor over them and marks one as current."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(LISTS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--row",
        "row-list--cursor",
        "row-list--current",
        "row-list--tail",
    }
    DEFAULT_CSS = """
    RowList {
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    RowList > .row-list--cursor { background: $panel; }
    RowList > .row-list--current { text-style: bold; }
    RowList > .row-list--tail { color: $text-muted; }
    RowList:focus > .row-list--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
    }
    RowList:ansi > .row-list--cursor { text-style: reverse; }
    RowList:ansi:focus > .row-list--cursor { text-style: none; }
    RowList:nocolor:focus > .row-list--cursor { text-style: reverse; }
    """

    @dataclass
    class Chosen(Message):
        """The reader pressed Enter on a row or clicked it."""

        key: str

    @dataclass
    class Highlighted(Message):
        """The reader moved the cursor to another row."""

        key: str

    def __init__(self, *, id: str | None = None, empty: str = "") -> None:  # noqa: A002 - Textual's name for it
        """Take what an empty list says.

        Args:
            id: the widget's id.
            empty: the words that stand in a list without rows.
        """
        super().__init__(id=id)
        self.empty = empty
        self._rows: Sequence[ListRow] = ()
        self._places: dict[str, int] = {}
        self._cursor: str | None = None
        self._current: str | None = None

    @property
    def cursor(self) -> str | None:
        """The key of the row that the cursor is on."""
        return self._cursor

    @property
    def rows(self) -> Sequence[ListRow]:
        """The rows, from top to bottom."""
        return self._rows

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows; the cursor stays on its key where that is among them."""
        seen, cursor = self._seen(), self._cursor
        before = self._places.get(self._cursor) if self._cursor is not None else None
        self._rows = rows
        self._places = {key: place for place, key in enumerate(keys_of(rows))}
        place = self._places.get(self._cursor) if self._cursor is not None else None
        if place is None and rows:
            self._cursor = rows[min(before or 0, len(rows) - 1)].key
        elif place is not None and before is not None and place != before:
            self.scroll_to(y=self.scroll_y + place - before, animate=False, force=True)
        self._make_room(len(rows))
        if not seen or not rows:
            self.refresh()
            return
        top = self.scroll_offset.y
        for place, (old, new) in enumerate(zip_longest(seen, self._seen()), start=top):
            if old != new:
                self.refresh_line(place)
        if cursor != self._cursor:
            self._refresh_rows(cursor, self._cursor)

    def mark(self, key: str | None, *, follow: bool = True) -> None:
        """Mark the row of what is current in the article.

        Args:
            key: the row's key, or None to mark none.
            follow: whether the cursor goes there too.
        """
        before, self._current = self._current, key
        if follow and key in self._places:
            self._put_cursor(self._places[key])
        if before != key:
            self._refresh_rows(before, key)

    def follow(self, key: str) -> None:
        """Put the cursor on a row, if the list has it, as its quote comes into view."""
        if key in self._places:
            self._put_cursor(self._places[key])

    def action_cursor(self, by: int) -> None:
        """Move the cursor by some rows."""
        self._go(self._place() + by)

    def action_cursor_page(self, by: int) -> None:
        """Move the cursor by some screenfuls."""
        self._go(self._place() + by * max(1, self.size.height - 1))

    def action_cursor_to(self, place: int) -> None:
        """Move the cursor to a place; -1 is the last."""
        self._go(place if place >= 0 else len(self._rows) - 1)

    def action_choose(self) -> None:
        """Go where the cursor's row leads."""
        if self._cursor is not None and self._rows:
            self.post_message(self.Chosen(self._cursor))

    def on_click(self, event: events.Click) -> None:
        """Go where the row under the mouse leads."""
        place = self.scroll_offset.y + event.y
        if 0 <= place < len(self._rows):
            self._put_cursor(place)
            self.post_message(self.Chosen(self._rows[place].key))

    def _seen(self) -> Sequence[ListRow]:
        """Return the rows on the screen."""
        top = self.scroll_offset.y
        return [self._rows[place] for place in range(top, min(top + self._height, len(self._rows)))]

    @property
    def _height(self) -> int:
        return self.size.height

    def _make_room(self, count: int) -> None:
        """Make so many rows scrollable, without a new layout where the scrollbar stays."""
        size = Size(self.scrollable_content_region.width, count)
        if (count > self._height) is not self.show_vertical_scrollbar:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(RowList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = count
            self.scroll_to(y=min(self.scroll_y, self.max_scroll_y), animate=False)

    def _place(self) -> int:
        return self._places.get(self._cursor, 0) if self._cursor is not None else 0

    def _go(self, place: int) -> None:
        if self._rows:
            self._put_cursor(min(max(0, place), len(self._rows) - 1))
            self.post_message(self.Highlighted(self._rows[self._place()].key))

    def _put_cursor(self, place: int) -> None:
        before, self._cursor = self._cursor, self._rows[place].key
        top, height = self.scroll_offset.y, max(1, self._height)
        if place < top or place >= top + height:
            target = place - height // 3
            self.scroll_to(y=max(0, target), animate=False, force=True)
        if before != self._cursor:
            self._refresh_rows(before, self._cursor)

    def _refresh_rows(self, *keys: str | None) -> None:
        """Redraw some rows; redrawing all would make the keys feel slow."""
        for key in {key for key in keys if key is not None}:
            if key in self._places:
                self.refresh_line(self._places[key])

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.width
        base = self.get_component_rich_style("row-list--row")
        place = self.scroll_offset.y + y
        if not self._rows and y == 1 and self.empty:
            words = set_cell_size(" " + self.empty, width)
            return Strip([Segment(words, base + Style(italic=True))], width)
        if place >= len(self._rows):
            return Strip.blank(width, base)
        return self._draw(self._rows[place], base, width)

    def _draw(self, row: ListRow, base: Style, width: int) -> Strip:
        style = row.style
        current = row.key == self._current
        if current:
            style += self.get_component_rich_style("row-list--current", partial=True)
        sign_style, tail_style = row.sign_style, self.get_component_rich_style("row-list--tail")
        if row.key == self._cursor:
            lit = self.get_component_rich_style("row-list--cursor")
            base = lit
            if self.has_focus:
                plain = Style(color=lit.color)
                style, sign_style, tail_style = style + plain, sign_style + plain, lit
            tail_style = tail_style + Style(bgcolor=lit.bgcolor)
        lead = ("▌" if current else " ") + "  " * row.depth + row.sign + (" " if row.sign else "")
        # The words take precedence: in a narrow list the tail gets half of the room.
        tail = f" {shorten(row.tail, (width - cell_len(lead)) // 2 - 1)} " if row.tail else " "
        room = max(1, width - cell_len(lead) - cell_len(tail))
        words = (
            cut_to_width(replace_undrawable(row.text), room) if row.aligned else fit_row(row, room)
        )
        words = set_cell_size(words, room)
        segments = [
            Segment(lead, base + sign_style),
            Segment(words, base + style),
            Segment(tail, base + tail_style),
        ]
        return Strip(segments).adjust_cell_length(width, base)


def fit_row(row: ListRow, cells: int) -> str:
    """Return what a row says in so many cells."""
    whole = clean_line(row.text)
    return shorten(row.shorter if row.shorter and cell_len(whole) > cells else whole, cells)


def shorten(text: str, cells: int) -> str:
    """Return text on one line, cut with an ellipsis where it takes more cells than there are."""
    return cut_to_width(clean_line(text), cells)


def cut_to_width(text: str, cells: int) -> str:
    """Return text as it is, cut with an ellipsis where it takes more cells than there are."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(0, cells - 1)).rstrip() + "…"
