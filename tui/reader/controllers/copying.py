"""Copying: the selection, or the current quote with who said it."""

from __future__ import annotations

from collections.abc import Callable

from textual import work

from inquit.model.article import Article
from tui.reader.controllers.reader_base import ReaderBase
from tui.reader.quote_formatting import (
    cited,
    cited_in_markdown,
    passage_around,
    passage_in_markdown,
    words_of,
)
from tui.services.clipboard import copy
from widgets.attributed_quotes import AttributedQuote


class Copying(ReaderBase):
    """What the reader's screen copies."""

    def action_copy(self) -> None:
        """Copy the selection; where there is none, the quote with its attribution."""
        selected = self.get_selected_text()
        if selected:
            self.copy_out(selected, "The selection")
        else:
            self._copy(cited, "The quote with its attribution")

    def action_copy_words(self) -> None:
        """Copy the quote's words alone."""
        self._copy(words_of, "The words")

    def action_copy_passage(self) -> None:
        """Copy the article's words from the quote's first to its last, the inquit included."""
        self._copy(passage_around, "The passage")

    def action_copy_markdown(self) -> None:
        """Copy the selection or the quote as Markdown, with the article's title and origin."""
        selected = self.get_selected_text()
        if selected and self.reading is not None:
            passage = passage_in_markdown(self.reading.article, selected)
            self.copy_out(passage, "The selection as Markdown")
            return
        self._copy(cited_in_markdown, "The quote as Markdown")

    def action_copy_text(self) -> None:
        """Copy the selection, where there is one."""
        if selected := self.get_selected_text():
            self.copy_out(selected, "The selection")
        else:
            self.say("Nothing is selected; q leaves")

    @work(thread=True, group="copying")
    def copy_out(self, text: str, what: str) -> None:
        """Copy text and say only what is known of where it went."""
        told = copy(text, lambda sent: self.app.call_from_thread(self._send, sent))
        self.app.call_from_thread(self._tell_copied, f"{what}: {told}")

    def _send(self, text: str) -> None:
        self.app.copy_to_clipboard(text.encode("utf-8", "replace").decode("utf-8"))

    def _tell_copied(self, told: str) -> None:
        """Tell it in the status line, or over the dialog that hides that."""
        if self.is_current:
            self.say(told)
        else:
            self.notify(told, markup=False)

    def _copy(self, form: Callable[[Article, AttributedQuote], str], what: str) -> None:
        reading = self.reading
        finding = reading.finding if reading is not None else None
        if reading is None or finding is None:
            self.say("Nothing to copy: go to a quote first (n)")
            return
        self.copy_out(form(reading.article, finding), what)
