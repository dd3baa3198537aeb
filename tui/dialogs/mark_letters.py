"""Lists the named marks of an article and waits for the letter of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import MARKS
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

LAST_JUMP = "'"
"""The mark of the place of the last jump, as in vim."""


class MarkLetters(Dialog[str | None]):
    """Ends with the letter that is typed or whose row is clicked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(MARKS)

    def __init__(self, title: str, hint: str, rows: Sequence[ListRow]) -> None:
        """Take a title, a hint, and a row for each mark, whose key is its letter."""
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
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the marks."""
        self.fit(self._list, len(self._rows))
        self._list.set_rows(self._rows)

    def on_key(self, event: events.Key) -> None:
        """End with a letter."""
        letter = event.character or ""
        if (letter.isalpha() and len(letter) == 1) or letter == LAST_JUMP:
            event.stop()
            self.dismiss(letter)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the letter of the row."""
        message.stop()
        self.dismiss(message.key)

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)
