"""One line under the article: position, current speaker, progress of the analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from inquit.model.printable import clean_line
from widgets.row_list import shorten

_BAR = 12
_LEAST = 8
"""Cells that what is waited for leaves to where one is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the line says.

    Attributes:
        place: which attribution of how many, or how many there are.
        source: the name of who speaks, or what is to be said instead.
        source_style: how the name looks.
        rest: kind, cue and addressee.
        message: what has just happened; it takes the place of the rest.
        analysed: how much of the article is analysed, from 0 to 1, or None where that is done.
        waiting: what is waited for meanwhile; it goes before how much is analysed.
        progress: how much of the article is above the screen's end, from 0 to 1.
    """

    place: str = ""
    source: str = ""
    source_style: Style = Style.null()  # noqa: RUF009 - a Style never changes
    rest: str = ""
    message: str = ""
    analysed: float | None = None
    waiting: str = ""
    progress: float = 0.0


class StatusLine(Widget):
    """Draws a status on one line."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status-line--rest", "status-line--source"}
    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    StatusLine > .status-line--rest { color: $text-muted; }
    StatusLine > .status-line--source { text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.status = Status()

    def show(self, status: Status) -> None:
        """Show another status."""
        if status != self.status:
            self.status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Draw the line."""
        base, width, status = self.rich_style, self.size.width, self.status
        quiet = base + self.get_component_rich_style("status-line--rest", partial=True)
        right = self._right()
        room = max(0, width - cell_len(right) - 2)
        segments = []
        for words, style in (
            (status.place, quiet),
            (status.message, base) if status.message else (status.source, self._source(base)),
            ("" if status.message else status.rest, quiet),
        ):
            shown = shorten(clean_line(words), room)
            if words and room > 0:
                segments += [Segment(shown, style), Segment("  ", base)]
                room -= cell_len(shown) + 2
        left = sum(segment.cell_length for segment in segments)
        gap = " " * max(0, width - left - cell_len(right))
        return Strip([*segments, Segment(gap, base), Segment(right, quiet)]).crop(0, width)

    def _source(self, base: Style) -> Style:
        strong = self.get_component_rich_style("status-line--source", partial=True)
        return base + self.status.source_style + strong

    def _right(self) -> str:
        percent = f"{self.status.progress:4.0%}"
        if self.status.waiting:
            room = max(0, self.size.width - len(percent) - _LEAST)
            return f"{shorten(self.status.waiting, room)} {percent}"
        analysed = self.status.analysed
        if analysed is None:
            return percent
        if self.status.message:
            return f"finding quotes {analysed:.0%}  {percent}"
        full = round(_BAR * analysed)
        return f"finding quotes {'━' * full}{'╌' * (_BAR - full)} {analysed:.0%}  {percent}"
