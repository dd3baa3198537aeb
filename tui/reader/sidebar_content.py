"""What the sidebar lists of the article that is open, and which row the cursor follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from widgets.row_filter import parse_filter
from widgets.sidebar_rows import (
    QUOTE,
    RowMaker,
    bookmark_rows,
    note_rows,
    source_row_key,
)
from widgets.view_tabs import View

if TYPE_CHECKING:
    from inquit.model.span import Span
    from tui.reader.state import Reading, ScreenState
    from widgets.attributed_quotes import AttributedQuote
    from widgets.row import ListRow
    from widgets.sidebar import Sidebar


class SidebarContent:
    """Fills the view of the sidebar that is shown; the others are filled when they are."""

    def __init__(self, sidebar: Sidebar) -> None:
        """Take the sidebar."""
        self._sidebar = sidebar
        self._maker: RowMaker | None = None

    def forget_rows(self) -> None:
        """Make all rows anew from now on: they are of another article, or look otherwise."""
        self._maker = None

    def show(self, state: ScreenState, *, follow: bool = False) -> None:
        """Fill the view that is shown.

        Args:
            state: what the screen shows.
            follow: whether the cursor goes to what is current.
        """
        reading = state.reading
        if reading is None:
            return
        if self._maker is None:
            self._maker = RowMaker(reading.article, state.colours)
        view, wanted = self._sidebar.view, parse_filter(state.filter_query, reading.article)
        if view is View.SOURCES:
            rows: Sequence[ListRow] = self._maker.tree(
                reading.findings,
                folded=state.folded,
                noted=reading.noted_sources(),
                wanted=wanted,
            )
        elif view is View.ORDER:
            rows = self._maker.in_order(reading.findings, wanted)
        elif view is View.BOOKMARKS:
            rows = list(bookmark_rows(reading.bookmarks, reading.article))
        else:
            rows = list(note_rows(reading.all_notes, reading.source_keys()))
        self._sidebar.set_rows(view, rows)
        self._show_counts(reading)
        self.mark_current(state, follow=follow)

    def mark_current(self, state: ScreenState, *, follow: bool = True) -> None:
        """Mark the current quote, or its source where that is folded; arguments as for `show`."""
        finding = state.reading.finding if state.reading is not None else None
        if finding is None:
            self._sidebar.shown.mark(None)
        else:
            self._sidebar.shown.mark(self._row_of(state, finding), follow=follow)

    def follow(self, state: ScreenState, seen: Span) -> None:
        """Put the cursor on a quote that is in sight, unless one is in the sidebar.

        Args:
            state: what the screen shows.
            seen: what of the text is in sight.
        """
        reading = state.reading
        if reading is None or self._sidebar.has_focus_within:
            return
        current = reading.finding
        if current is None or not current.span.overlaps(seen):
            current = reading.findings.first_within(seen.start, seen.end)
        if current is not None:
            self._sidebar.shown.follow(self._row_of(state, current))

    def _row_of(self, state: ScreenState, finding: AttributedQuote) -> str:
        """Return the key of a quote's row, or of its source's where that is folded."""
        if self._sidebar.view is View.SOURCES and state.reading is not None:
            findings = state.reading.findings
            outermost = findings.outermost_of(finding.quote.id)
            source = source_row_key(findings[outermost].source)
            if source in state.folded:
                return source
        return QUOTE + finding.quote.id

    def _show_counts(self, reading: Reading) -> None:
        findings = reading.findings
        outermost = (
            any(findings.outer_of(given) is None for given in ids) for _, ids in findings.sources()
        )
        self._sidebar.set_count(View.SOURCES, sum(outermost))
        self._sidebar.set_count(View.ORDER, findings.outermost)
        self._sidebar.set_count(View.BOOKMARKS, len(reading.bookmarks))
        self._sidebar.set_count(View.NOTES, len(reading.all_notes))
