"""The base of all dialogs: a box in the middle of the screen, titled, with its keys below."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.screen import ModalScreen
from textual.widget import Widget

from tui.reader.input_gate import GatedScreen
from widgets.row_list import RowList

_T = TypeVar("_T")
_FRAME = 7
"""Rows of a dialog besides those of its list."""


def scroll_pages(widget: Widget, pages: int) -> None:
    """Scroll a widget by pages; one line stays in view from page to page."""
    rows = max(1, widget.scrollable_content_region.height - 1)
    widget.scroll_relative(y=pages * rows, animate=False)


class Dialog(GatedScreen[_T], ModalScreen[_T], Generic[_T]):
    """A box over another screen."""

    takes_keys = False
    MOST_ROWS: ClassVar[int] = 14
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $border; border-title-style: bold; padding: 0 1;
    }
    Dialog Input, Dialog Input:focus { border: none; height: 1; background: $background; }
    Dialog .hint { color: $text-muted; height: auto; max-height: 3; margin-bottom: 1; }
    Dialog RowList { margin: 1 0; }
    Dialog KeyLine { background: $surface; }
    """

    def fit(self, rows: RowList, count: int, below: int = 0) -> None:
        """Make a list as high as its rows need, within what the screen has room for.

        Args:
            rows: the list.
            count: how many rows it has.
            below: rows of the dialog that come between the list and its keys.
        """
        most = max(2, min(self.MOST_ROWS, self.app.size.height - _FRAME - below))
        rows.styles.height = min(most, max(1, count))
