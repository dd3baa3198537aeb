"""A strip beside the scrollbar: where in the article each source speaks, and where hits are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from inquit.model.quotation import QuoteType
from inquit.model.span import Span
from widgets.attributed_quotes import AttributedQuotes
from widgets.source_colours import SourceColours


class OverviewStrip(Widget):
    """One cell wide; a row stands for an equal share of the article."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"overview-strip--hit"}
    DEFAULT_CSS = """
    OverviewStrip { width: 1; height: 1fr; background: $background; color: $text-muted; }
    OverviewStrip > .overview-strip--hit { color: $accent; text-style: bold; }
    """

    @dataclass
    class Clicked(Message):
        """The reader pointed at a place, a share of the article from 0 to 1."""

        share: float

    def __init__(self) -> None:
        super().__init__()
        self._length = 1
        self._findings = AttributedQuotes()
        self._colours: SourceColours | None = None
        self._hits: Sequence[Span] = ()
        self._hit_cells: set[int] = set()
        self._cells: dict[int, tuple[str, Style]] = {}
        self._count = 0
        self._shown: tuple[int, AttributedQuotes, SourceColours, int] | None = None

    def show(self, length: int, findings: AttributedQuotes, colours: SourceColours) -> None:
        """Show where sources speak.

        Args:
            length: the article's length in code points.
            findings: who says what.
            colours: how sources look.
        """
        shown = (max(1, length), findings, colours, findings.arranged)
        if shown != self._shown:
            self._shown = shown
            self._length, self._findings, self._colours = shown[:3]
            self._begin()
        self._add_findings()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show where something was found."""
        self._hits = hits
        self._place_hits()

    def on_resize(self) -> None:
        """Divide the article anew."""
        self._begin()
        self._add_findings()
        self._place_hits()

    def on_click(self, event: events.Click) -> None:
        """Tell which place was pointed at."""
        self.post_message(self.Clicked(event.y / max(1, self.size.height)))

    def render_line(self, y: int) -> Strip:
        """Draw one cell."""
        base = self.rich_style
        if y in self._hit_cells:
            hit = self.get_component_rich_style("overview-strip--hit")
            return Strip([Segment("•", base + hit)], 1)
        sign, style = self._cells.get(y, (" ", Style.null()))
        return Strip([Segment(sign, base + style)], 1)

    def _begin(self) -> None:
        self._cells, self._count = {}, 0
        self.refresh()

    def _add_findings(self) -> None:
        """Add the quotes that are not on the strip yet; a row shows its first one."""
        rows, before = self.size.height, len(self._cells)
        if self._colours is None or not rows:
            return
        for finding in self._findings.since(self._count):
            first = finding.start * rows // self._length
            last = max(finding.start, finding.span.end - 1) * rows // self._length
            # Of thousands of quotes most come where another is shown already.
            free = [row for row in range(first, last + 1) if row not in self._cells]
            if free:
                style = self._colours.bar(self._findings.index(finding.source))
                sign = "╎" if finding.quote.type is QuoteType.INDIRECT else "▌"
                self._cells.update((row, (sign, style)) for row in free)
        self._count = len(self._findings)
        if len(self._cells) != before:
            self.refresh()

    def _place_hits(self) -> None:
        rows = self.size.height
        self._hit_cells = {hit.start * rows // self._length for hit in self._hits}
        self.refresh()
