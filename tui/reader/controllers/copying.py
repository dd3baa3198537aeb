"""Copying: the selection, or the current quote with who said it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reader.quote_formatting import (
    format_passage_as_markdown,
    format_quote,
    format_quote_as_markdown,
    passage_around,
    words_of,
)
from tui.services.clipboard import copy

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.reader.controllers.selection import TextSelection
    from tui.reader.reader_pane import ReaderPane
    from tui.reader.view import ReaderView
    from widgets.attributed_quotes import AttributedQuote


class Copying:
    """Copies, and says only what is known of where it went; visual mode ends with it."""

    def __init__(self, view: ReaderView, selection: TextSelection, pane: ReaderPane) -> None:
        """Take the screen, what is selected, and the pane of the text."""
        self._view = view
        self._selection = selection
        self._pane = pane

    def copy_quote(self) -> None:
        """Copy the selection; where there is none, the quote with its attribution."""
        if selected := self._pane.screen.get_selected_text():
            self.copy_out(selected, "The selection")
        else:
            self._copy(format_quote, "The quote with its attribution")
        self._selection.end_visual()

    def copy_words(self) -> None:
        """Copy the quote's words alone."""
        self._copy(words_of, "The words")

    def copy_passage(self) -> None:
        """Copy the article's words from the quote's first to its last, the inquit included."""
        self._copy(passage_around, "The passage")

    def copy_markdown(self) -> None:
        """Copy the selection or the quote as Markdown, with the article's title and origin."""
        if selected := self._pane.screen.get_selected_text():
            passage = format_passage_as_markdown(self._view.reading.article, selected)
            self.copy_out(passage, "The selection as Markdown")
        else:
            self._copy(format_quote_as_markdown, "The quote as Markdown")
        self._selection.end_visual()

    def copy_selection(self) -> None:
        """Copy the selection, where there is one."""
        if selected := self._pane.screen.get_selected_text():
            self.copy_out(selected, "The selection")
        else:
            self._view.say("Nothing is selected; q leaves")
        self._selection.end_visual()

    def copy_out(self, text: str, what: str) -> None:
        """Copy text, in a thread, and tell of it.

        Args:
            text: the text.
            what: what it is called.
        """
        view = self._view

        def copy_and_tell() -> None:
            told = copy(text, lambda sent: view.from_thread(self._send, sent))
            view.from_thread(self._tell, f"{what}: {told}")

        view.in_thread(copy_and_tell, group="copying")

    def _send(self, text: str) -> None:
        self._view.app.copy_to_clipboard(text.encode("utf-8", "replace").decode("utf-8"))

    def _tell(self, told: str) -> None:
        """Tell it in the status line, or over the dialog that hides that."""
        if self._pane.screen.is_current:
            self._view.say(told)
        else:
            self._view.notify(told)

    def _copy(self, form: Callable[[Article, AttributedQuote], str], what: str) -> None:
        reading = self._view.reading
        if reading.finding is None:
            self._view.say("Nothing to copy: go to a quote first (n)")
        else:
            self.copy_out(form(reading.article, reading.finding), what)
