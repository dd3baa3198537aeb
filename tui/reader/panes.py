"""The widgets of the reader's screen, each drawn anew where its part of the state changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from inquit.model.span import Span
from tui.reader.reader_pane import ReaderPane
from tui.reader.sidebar_content import SidebarContent
from tui.reader.status import status_of
from widgets.article_header import ArticleHeader
from widgets.detail_panel import DetailPanel
from widgets.find_bar import FindBar
from widgets.overview_strip import OverviewStrip
from widgets.sidebar import Sidebar
from widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tui.reader.state import Reading, ScreenState
    from widgets.source_colours import SourceColours


class ReaderPanes:
    """Holds the widgets, and alone decides which of them a change concerns."""

    def __init__(self, colours: SourceColours, measure: int) -> None:
        """Take the colours of the sources, and the width of the column of text in cells."""
        self.header = ArticleHeader()
        self.text = ReaderPane(colours, measure=measure, id="article")
        self.overview = OverviewStrip()
        self.sidebar = Sidebar(id="sidebar")
        self.listing = SidebarContent(self.sidebar)
        self.details = DetailPanel(id="details")
        self.side = Vertical(self.sidebar, self.details, id="side")
        self.status = StatusLine()
        self.find_bar = FindBar()

    @property
    def in_sight(self) -> Span:
        """The part of the text that is on the screen."""
        return Span(self.text.top, max(self.text.top, self.text.bottom))

    def show(self, before: ScreenState, now: ScreenState) -> None:
        """Show what has changed between two states."""
        self.show_status(now)
        was, reading = before.reading, now.reading
        recoloured = before.colours is not now.colours
        if recoloured:
            self.text.overlay.colours = now.colours
        if reading is None:
            return

        def differs(*names: str) -> bool:
            return was is None or any(getattr(was, n) != getattr(reading, n) for n in names)

        opened = was is None or was.article is not reading.article
        if opened or recoloured:
            self.listing.forget_rows()
        found = opened or recoloured or differs("findings_version")
        written = differs("bookmarks", "all_notes")
        self.text.overlay.findings = reading.findings
        self.text.overlay.current = reading.current
        if opened or differs("bookmarks"):
            spans = [each.span for each in reading.bookmarks if each.span is not None]
            self.text.overlay.set_bookmarks(spans)
        if opened or recoloured or differs("bookmarks", "current"):
            self.text.redraw()
        elif found:
            self.text.redraw_where_changed()
        if found:
            self.overview.show(len(reading.article.text), reading.findings, now.colours)
        listed = (before.filter_query, before.folded) != (now.filter_query, now.folded)
        if found or written or listed:
            self.listing.show(now)
        if differs("current"):
            self.listing.mark_current(now)
        if found or written or differs("current"):
            self.show_details(reading, now.colours)

    def show_status(self, state: ScreenState) -> None:
        """Show the place in the article."""
        self.status.show(status_of(state, progress=self.text.progress))

    def show_details(self, reading: Reading, colours: SourceColours) -> None:
        """Show the current attribution in the panel."""
        if not self.details.is_mounted:
            return
        findings, finding = reading.findings, reading.finding
        source = finding.source if finding else None
        self.details.show(
            reading.article,
            finding,
            colours.bar(findings.index(source)),
            reading.notes_on(source) if source is not None else (),
            outer=findings.get(findings.outer_of(finding.quote.id)) if finding else None,
            inner=len(findings.inner_of(finding.quote.id)) if finding else 0,
            to_check=reading.checks_at(finding.span) if finding else (),
        )
