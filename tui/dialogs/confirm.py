"""Asks a question that is answered by yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import CONFIRM
from widgets.command import bindings
from widgets.key_line import KeyLine


class Confirm(Dialog[bool]):
    """Asks a question; ends with whether the answer was yes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CONFIRM)

    def __init__(self, question: str, hint: str = "") -> None:
        """Take the question, and a hint at what yes leads to."""
        super().__init__()
        self._question, self._hint = question, hint

    def compose(self) -> ComposeResult:
        """Yield the question and the keys."""
        with Vertical():
            yield Static(Content(clean_line(self._question)), markup=False)
            yield Static(Content(clean_line(self._hint)), classes="hint", markup=False)
            yield KeyLine()

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - an action takes no keywords
        """End with the answer."""
        self.dismiss(yes)
