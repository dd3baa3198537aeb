"""The sidebar: sources with their quotes, reading order, bookmarks, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from widgets.command import bindings
from widgets.commands import SIDEBAR
from widgets.row import ListRow
from widgets.row_filter import complete_term
from widgets.row_list import RowList
from widgets.view_tabs import View, ViewTabs

_EMPTY = {
    View.SOURCES: "No quotes found yet.",
    View.ORDER: "No quotes found yet.",
    View.BOOKMARKS: "No bookmarks here. Press m to set one.",
    View.NOTES: "No notes. Press e on a quote to write one.",
}


class FilterTerms(Suggester):
    """Completes a term of the filter; the right arrow accepts it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return what is typed with its last term finished."""
        return complete_term(value)


class Sidebar(Vertical):
    """Four lists, one of which is shown."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(SIDEBAR)
    DEFAULT_CSS = """
    Sidebar { background: $surface; border-left: vkey $panel; }
    Sidebar RowList { height: 1fr; }
    Sidebar > Input, Sidebar > Input:focus {
        height: 1; border: none; background: $panel; padding: 0 1; display: none;
    }
    Sidebar > Input.-open, Sidebar > Input.-open:focus { display: block; }
    """

    @dataclass
    class ViewChanged(Message):
        """Another view is shown and may need its rows."""

        view: View

    @dataclass
    class Filtered(Message):
        """The reader filters what is shown; an empty query shows all."""

        query: str

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
        placeholder = "words, is:unnamed, conf:<80 …"
        yield Input(placeholder=placeholder, suggester=FilterTerms(), id="filter")
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

    def set_rows(self, view: View, rows: Sequence[ListRow]) -> None:
        """Give a view its rows."""
        self._lists[view].set_rows(rows)

    def set_count(self, view: View, count: int) -> None:
        """Say how many entries a view has, which its name tells."""
        if self._counts[view] != count:
            self._counts[view] = count
            self._tabs.show(self.view, self._counts)

    def action_show(self, name: str) -> None:
        """Show the view of that name."""
        self.show(View[name])

    def action_filter(self) -> None:
        """Type into the filter."""
        field = self.query_one(Input)
        field.add_class("-open")
        field.cursor_blink = False
        # At once, so that keys typed ahead do not go to the reader.
        self.screen.set_focus(field)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter what is shown."""
        event.stop()
        self.post_message(self.Filtered(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the filter to what it shows."""
        event.stop()
        self.shown.focus()

    def clear_filter(self) -> bool:
        """Show everything again; tell whether there was a filter."""
        field = self.query_one(Input)
        was_open = field.has_class("-open")
        field.remove_class("-open")
        if field.has_focus:
            self.shown.focus()
        if field.value:
            field.value = ""
        return was_open

    def on_view_tabs_view_clicked(self, message: ViewTabs.ViewClicked) -> None:
        """Show the view whose name was clicked."""
        message.stop()
        self.show(message.view)

    def _arrange(self) -> None:
        for view, rows in self._lists.items():
            rows.display = view is self.view
        self._tabs.show(self.view, self._counts)
