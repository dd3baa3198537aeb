"""The menu of corrections, each chosen by its letter or by the cursor and Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import CORRECT_MENU_CLOSE
from tui.reader.commands.on_screen import keys_of
from tui.reader.commands.writing import CORRECT_MENU
from widgets.command import Command, bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

_FAINT = Style(italic=True)


class CorrectionMenu(Dialog[None]):
    """Shows a row for each kind of correction."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CORRECT_MENU, CORRECT_MENU_CLOSE)
    MOST_ROWS = 20
    DEFAULT_CSS = "CorrectionMenu RowList { margin: 0; }"

    def __init__(
        self, passage: str, missing: Mapping[str, str], choose: Callable[[str], None]
    ) -> None:
        """Take what is corrected.

        Args:
            passage: the quoted words and who is credited with them.
            missing: what those corrections need that cannot be made now, by name.
            choose: makes a correction by name, once the menu is closed.
        """
        super().__init__()
        self._passage, self._missing, self._choose = passage, missing, choose
        self._list = RowList()

    def compose(self) -> ComposeResult:
        """Yield the passage and the rows."""
        with Vertical() as box:
            box.border_title = "Set it right"
            yield Static(Content(clean_line(self._passage)), classes="hint", markup=False)
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the rows with the keys that they have in the configuration."""
        rows = [self._row(command) for command in CORRECT_MENU]
        self.fit(self._list, len(rows))
        self._list.set_rows(rows)
        self._list.focus()

    def _row(self, command: Command) -> ListRow:
        name = command.id.partition(".")[2]
        missing = self._missing.get(name, "")
        return ListRow(
            key=name,
            text=command.title,
            sign=keys_of(self.app, command)[0],
            tail=missing,
            style=_FAINT if missing else Style.null(),
        )

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Make the chosen correction."""
        message.stop()
        self.action_choose(message.key)

    def action_choose(self, name: str) -> None:
        """Make a correction, or say what it needs if it cannot be made."""
        if name in self._missing:
            self.notify(f"That needs {self._missing[name].removeprefix('needs ')}", markup=False)
        else:
            self.dismiss(None)
            self._choose(name)

    def action_close(self) -> None:
        """Make no correction."""
        self.dismiss(None)
