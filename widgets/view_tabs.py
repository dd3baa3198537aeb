"""The names of the sidebar's views on one line, with the current one marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class View(StrEnum):
    """What the sidebar can show, by the names that it shows them by."""

    SOURCES = "Sources"
    ORDER = "In order"
    BOOKMARKS = "Marks"
    NOTES = "Notes"


class ViewTabs(Widget):
    """One line of view names; a click chooses one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"view-tabs--shown"}
    DEFAULT_CSS = """
    ViewTabs { height: 1; background: $surface; color: $text-muted; }
    ViewTabs > .view-tabs--shown { color: $foreground; text-style: bold underline; }
    """

    @dataclass
    class ViewClicked(Message):
        """The reader clicked a view's name."""

        view: View

    def __init__(self) -> None:
        super().__init__()
        self._shown = View.SOURCES
        self._counts: Mapping[View, int] = {}

    def show(self, shown: View, counts: Mapping[View, int]) -> None:
        """Mark a view as shown.

        Args:
            shown: the view.
            counts: how many entries the views have.
        """
        self._shown, self._counts = shown, counts
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Draw the names."""
        base = self.rich_style
        lit = base + self.get_component_rich_style("view-tabs--shown", partial=True)
        segments = [Segment(" ", base)]
        for view in View:
            segments.append(Segment(view.value, lit if view is self._shown else base))
            segments.append(Segment(self._count(view), base))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Choose the view whose name is under the mouse."""
        left = 1
        for view in View:
            left += len(view.value) + len(self._count(view))
            if event.x < left:
                self.post_message(self.ViewClicked(view))
                return

    def _count(self, view: View) -> str:
        """Return what stands after a view's name; where there is room, how many entries it has."""
        return f" {self._counts.get(view, 0)}  " if self._roomy else "  "

    @property
    def _roomy(self) -> bool:
        """Whether all names and counts fit."""
        cells = sum(len(f"{view.value} {self._counts.get(view, 0)}  ") for view in View)
        return cells - 1 <= self.size.width
