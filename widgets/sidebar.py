"""The sidebar: sources with their quotes, reading order, bookmarks, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from widgets.bindings import hidden
from widgets.row_list import Row, RowList
from widgets.view_tabs import View, ViewTabs

_EMPTY = {
    View.SOURCES: "No quotes found yet.",
    View.ORDER: "No quotes found yet.",
    View.BOOKMARKS: "No bookmarks here. Press m to set one.",
    View.NOTES: "No notes. Press e on a quote to write one.",
}


class Sidebar(Vertical):
    """Four lists, one of which is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        hidden("1", "show('SOURCES')", "Sources", "sidebar.sources"),
        hidden("2", "show('ORDER')", "Reading order", "sidebar.order"),
        hidden("3", "show('BOOKMARKS')", "Bookmarks", "sidebar.bookmarks"),
        hidden("4", "show('NOTES')", "Notes", "sidebar.notes"),
    ]
    DEFAULT_CSS = """
    Sidebar { background: $surface; border-left: vkey $panel; }
    Sidebar RowList { height: 1fr; }
    """

    @dataclass
    class ViewChanged(Message):
        """Another view is shown and may need its rows."""

        view: View

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        """Take the widget's id."""
        super().__init__(id=id)
        self.view = View.SOURCES
        self._lists = {
            view: RowList(id=f"list-{view.name.lower()}", empty=_EMPTY[view]) for view in View
        }
        self._tabs = ViewTabs()
        self._counts = dict.fromkeys(View, 0)

    def compose(self) -> ComposeResult:
        """Yield the names of the views, then their lists."""
        yield self._tabs
        yield from self._lists.values()

    def on_mount(self) -> None:
        """Show the first view."""
        self._arrange()

    @property
    def shown(self) -> RowList:
        """The list of the view that is shown."""
        return self._lists[self.view]

    def show(self, view: View) -> None:
        """Show a view; the focus stays in the sidebar where it was there."""
        focused = self.shown.has_focus
        self.view = view
        self._arrange()
        if focused:
            self.shown.focus()
        self.post_message(self.ViewChanged(view))

    def set_rows(self, view: View, rows: Sequence[Row]) -> None:
        """Give a view its rows."""
        self._lists[view].set_rows(rows)

    def set_count(self, view: View, count: int) -> None:
        """Say how many entries a view has, which its name tells."""
        self._counts[view] = count
        self._tabs.show(self.view, self._counts)

    def action_show(self, name: str) -> None:
        """Show the view of that name."""
        self.show(View[name])

    def on_view_tabs_chosen(self, message: ViewTabs.Chosen) -> None:
        """Show the view whose name was clicked."""
        message.stop()
        self.show(message.view)

    def _arrange(self) -> None:
        for view, rows in self._lists.items():
            rows.display = view is self.view
        self._tabs.show(self.view, self._counts)
