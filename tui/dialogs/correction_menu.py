"""The menu of what can be set right here: a letter each, or the cursor and Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.dialog_bindings import SET_RIGHT
from widgets.row import ListRow
from widgets.row_list import RowList

_FAINT = Style(italic=True)


class SetRight(Dialog[None]):
    """A row for each thing that can be set right."""

    BINDINGS: ClassVar[list[BindingType]] = SET_RIGHT
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
        rows = [self._row(active.binding) for active in self.active_bindings.values()]
        named = {row.key: row for row in rows if row is not None}
        self.fit(self._list, len(named))
        self._list.set_rows(list(named.values()))
        self._list.focus()

    def _row(self, binding: Binding) -> ListRow | None:
        group, _, name = (binding.id or "").partition(".")
        if group != "correct" or binding.show:
            return None
        missing = self._missing.get(name, "")
        return ListRow(
            key=name,
            text=binding.description,
            sign=self.app.get_key_display(binding),
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
