"""The menu of what can be set right here: a letter each, or the cursor and Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import CORRECT_MENU_CLOSE
from tui.reader.commands.on_screen import keys_of
from tui.reader.commands.writing import CORRECT_MENU
from widgets.command import Command, bindings
from widgets.row import ListRow
from widgets.row_list import RowList

_FAINT = Style(italic=True)


class SetRight(Dialog[None]):
    """A row for each thing that can be set right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CORRECT_MENU, CORRECT_MENU_CLOSE)
    MOST_ROWS = 20
    DEFAULT_CSS = "SetRight RowList { margin: 0; }"

    def __init__(
        self, passage: str, missing: Mapping[str, str], choose: Callable[[str], None]
    ) -> None:
        """Take what it is about.

        Args:
            passage: the words and who is credited with them.
            missing: what is missing for those that cannot be done now, by name.
            choose: does one, by name, once the menu is gone.
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
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the rows with the keys that they have now."""
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
        """Do the chosen one."""
        message.stop()
        self.action_choose(message.key)

    def action_choose(self, name: str) -> None:
        """Do one of them; say what is missing where it cannot be done."""
        if name in self._missing:
            self.notify(f"That needs {self._missing[name].removeprefix('needs ')}", markup=False)
        else:
            self.dismiss(None)
            self._choose(name)

    def action_close(self) -> None:
        """Do none."""
        self.dismiss(None)
