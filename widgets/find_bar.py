"""The line to type a search into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from widgets.command import bindings
from widgets.commands import FIND_BAR
from widgets.text_search import Search


class FindBar(Horizontal):
    """A field, its options, and the number of hits."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(FIND_BAR)
    DEFAULT_CSS = """
    FindBar { height: 1; background: $panel; display: none; }
    FindBar.-open { display: block; }
    FindBar > #find-sign { width: 3; padding: 0 1; color: $accent; text-style: bold; }
    FindBar > Input, FindBar > Input:focus {
        width: 1fr; height: 1; border: none; background: $panel; padding: 0;
    }
    FindBar > #find-options { width: auto; color: $text-muted; padding: 0 1; }
    FindBar > #find-count { width: auto; padding: 0 1; }
    """

    @dataclass
    class Changed(Message):
        """The search has changed."""

        search: Search

    @dataclass
    class Accepted(Message):
        """The reader stays where the search led."""

    @dataclass
    class Cancelled(Message):
        """The reader goes back to where the search began."""

    @dataclass
    class Step(Message):
        """The reader wants the next hit, or with -1 the one before."""

        by: int

    def __init__(self) -> None:
        super().__init__()
        self._whole_words = False
        self._pattern = False

    def compose(self) -> ComposeResult:
        """Yield the sign, the field, the options and the count."""
        yield Static("/", id="find-sign", markup=False)
        yield Input(id="find-field", select_on_focus=True)
        yield Static("", id="find-options", markup=False)
        yield Static("", id="find-count", markup=False)

    @property
    def wanted(self) -> Search:
        """The search as it is typed."""
        return Search(
            query=self.query_one(Input).value,
            whole_words=self._whole_words,
            pattern=self._pattern,
        )

    @property
    def is_open(self) -> bool:
        """Whether the line is shown."""
        return self.has_class("-open")

    def open(self) -> None:
        """Show the line and focus its field."""
        self.add_class("-open")
        field = self.query_one(Input)
        field.cursor_blink = False
        # At once, so that keys typed ahead do not go to the reader.
        self.screen.set_focus(field)

    def close(self) -> None:
        """Hide the line; what was typed is kept for the next time."""
        self.remove_class("-open")

    def tell(self, words: str) -> None:
        """Show the number of hits, or why the search cannot be done."""
        self.query_one("#find-count", Static).update(Content(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        event.stop()
        if self.is_open:
            self.post_message(self.Changed(self.wanted))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay where the search led."""
        event.stop()
        self.post_message(self.Accepted())

    def action_cancel(self) -> None:
        """Go back to where the search began."""
        self.post_message(self.Cancelled())

    def action_step(self, by: int) -> None:
        """Go to the next hit, or with -1 to the one before."""
        self.post_message(self.Step(by))

    def action_whole_words(self) -> None:
        """Find whole words only, or parts of words too."""
        self._whole_words = not self._whole_words
        self._options_changed()

    def action_pattern(self) -> None:
        """Take what is typed as a regular expression, or literally."""
        self._pattern = not self._pattern
        self._options_changed()

    def _options_changed(self) -> None:
        chosen = ["whole words"] * self._whole_words + ["pattern"] * self._pattern
        self.query_one("#find-options", Static).update(Content(", ".join(chosen)))
        self.post_message(self.Changed(self.wanted))
