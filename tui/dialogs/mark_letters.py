"""The named marks of an article, waiting for the letter of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Footer, Static

from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import MARKS
from widgets.command import bindings
from widgets.row import ListRow
from widgets.row_list import RowList

LAST_JUMP = "'"
"""Stands for where one last jumped from, as in vim."""


class MarkLetters(Dialog[str | None]):
    """Answers with the letter that is typed, or the one whose row is clicked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(MARKS)

    def __init__(self, title: str, hint: str, rows: Sequence[ListRow]) -> None:
        """Take what is asked and the marks that there are; their rows' keys are their letters."""
        super().__init__()
        self._title, self._hint, self._rows = title, hint, rows
        self._list = RowList(empty="No marks yet.")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the hint and the marks."""
        with Vertical() as box:
            box.border_title = self._title
            yield Static(self._hint, classes="hint", markup=False)
            yield self._list
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the marks."""
        self.fit(self._list, len(self._rows))
        self._list.set_rows(self._rows)

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        letter = event.character or ""
        if (letter.isalpha() and len(letter) == 1) or letter == LAST_JUMP:
            event.stop()
            self.dismiss(letter)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Take the letter of the row."""
        message.stop()
        self.dismiss(message.key)

    def action_close(self) -> None:
        """Answer with none."""
        self.dismiss(None)
