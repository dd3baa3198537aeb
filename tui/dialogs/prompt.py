"""Asks for one line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import PROMPT
from widgets.command import bindings


class Prompt(Dialog[str | None]):
    """One field; ends with what was typed, on one line, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PROMPT)

    def __init__(self, title: str, text: str, *, hint: str = "", replaced: bool = False) -> None:
        """Take what to ask.

        Args:
            title: what stands over it.
            text: what is in the field at first.
            hint: what it is about.
            replaced: whether typing takes the place of that text, and does not go on with it.
        """
        super().__init__()
        self._title, self._text, self._hint = title, text, hint
        self._replaced = replaced

    def compose(self) -> ComposeResult:
        """Yield the field and the keys."""
        with Vertical() as box:
            box.border_title = Content(clean_line(self._title))
            if self._hint:
                yield Static(Content(clean_line(self._hint)), classes="hint", markup=False)
            yield Input(clean_line(self._text), select_on_focus=self._replaced)
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Wait for typing."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with what was typed."""
        event.stop()
        self.dismiss(" ".join(event.value.split()))

    def action_cancel(self) -> None:
        """End with nothing."""
        self.dismiss(None)
