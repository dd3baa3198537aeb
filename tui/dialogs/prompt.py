"""Asks for one line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import PROMPT
from widgets.command import bindings
from widgets.key_line import KeyLine


class Prompt(Dialog[str | None]):
    """Asks for one line of text; ends with it, or with None if cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PROMPT)

    def __init__(self, title: str, text: str, *, hint: str = "", replaced: bool = False) -> None:
        """Take what to ask for.

        Args:
            title: the title of the dialog.
            text: the text to begin with.
            hint: a line of explanation.
            replaced: whether typing replaces that text instead of adding to it.
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
            yield KeyLine()

    def on_mount(self) -> None:
        """Focus the field."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with what was typed."""
        event.stop()
        self.dismiss(" ".join(event.value.split()))

    def action_cancel(self) -> None:
        """End with None."""
        self.dismiss(None)
