"""Who says how much: shown over the article, with a way to each source's first quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.sidebar_rows import source_row_key

if TYPE_CHECKING:
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.view import ReaderView


class SourceOverview:
    """Shows the sources' shares of the article."""

    def __init__(self, view: ReaderView, navigation: Navigation) -> None:
        """Take the screen and what goes to quotes."""
        self._view = view
        self._navigation = navigation

    def show(self) -> None:
        """Show who says how much; go to the first quote of the source that is chosen there."""
        from tui.dialogs.overview import OverviewScreen

        reading = self._view.reading
        article = reading.article

        def chosen(key: str | None) -> None:
            sources = reading.findings.sources()
            first = next((ids[0] for who, ids in sources if source_row_key(who) == key), None)
            if self._view.reads(article) and first is not None:
                self._navigation.jump_to_quote(first)

        screen = OverviewScreen(article, reading.findings, self._view.colours)
        self._view.open_dialog(screen, chosen)
