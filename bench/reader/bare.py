"""The yardstick: a bare Textual app with one ScrollView that draws lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws lines that are wrapped already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "go(1)"),
        Binding("k", "go(-1)"),
        Binding("space", "go(30)"),
        Binding("b", "go(-30)"),
    ]

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines
        self.virtual_size = Size(80, len(lines))

    def action_go(self, rows: int) -> None:
        """Scroll."""
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        place = self.scroll_offset.y + y
        words = self._lines[place] if place < len(self._lines) else ""
        return Strip([Segment(words)]).adjust_cell_length(self.size.width)


class Bare(App[None]):
    """Nothing but the lines."""

    def compose(self) -> ComposeResult:
        """Yield them."""
        lines: list[str] = []
        for paragraph in Path(sys.argv[1]).read_text("utf-8").split("\n"):
            lines += [paragraph[place : place + 72] for place in range(0, len(paragraph), 72)]
            lines.append("")
        yield Lines(lines)


if __name__ == "__main__":
    Bare().run()
