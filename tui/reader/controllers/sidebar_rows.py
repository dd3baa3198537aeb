"""Where a row of the sidebar leads: to a quote, a bookmark's passage, a source with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.quotation import QuoteId
from widgets.sidebar_rows import BOOKMARK, NOTE, QUOTE, SOURCE

if TYPE_CHECKING:
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.controllers.layout import Layout
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.view import ReaderView


class SidebarRows:
    """Goes where a chosen row leads, and back to the text."""

    def __init__(
        self, view: ReaderView, navigation: Navigation, layout: Layout, annotations: Annotations
    ) -> None:
        """Take the screen, what goes to places, what moves the focus, and what tells of loss."""
        self._view = view
        self._navigation = navigation
        self._layout = layout
        self._annotations = annotations

    def choose(self, key: str) -> None:
        """Go where a row leads, or fold the source that it is.

        Args:
            key: the row's.
        """
        if key.startswith(SOURCE):
            self._view.fold(key)
        elif key.startswith(QUOTE):
            self._navigation.jump_to_quote(QuoteId(key.removeprefix(QUOTE)))
            self._layout.focus_text()
        elif key.startswith(BOOKMARK):
            self._go_to_bookmark(key.removeprefix(BOOKMARK))
        elif key.startswith(NOTE):
            self._go_to_noted(key.removeprefix(NOTE))

    def _go_to_bookmark(self, bookmark_id: str) -> None:
        marks = self._view.reading.bookmarks
        mark = next((each for each in marks if each.bookmark.id == bookmark_id), None)
        if mark is None:
            return
        if mark.span is None:
            self._annotations.tell_orphaned(mark.bookmark.target)
            return
        self._navigation.go_to(mark.span)
        if mark.changed:
            self._annotations.tell_changed(mark.bookmark.target)
        self._layout.focus_text()

    def _go_to_noted(self, note_id: str) -> None:
        reading = self._view.reading
        about = next((note.about for note in reading.all_notes if note.id == note_id), None)
        source_id = reading.source_keys().get(about or "")
        quote = reading.findings.after(-1, lambda found: found.attribution.source_id == source_id)
        if source_id is None or quote is None:
            self._view.say("This source does not speak in this article")
            return
        self._navigation.jump_to_quote(quote.quote.id)
        self._layout.focus_text()
