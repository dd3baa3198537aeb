"""Picks an item from a list that typing narrows, or takes what was typed as a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import PICKER
from widgets.accent_folding import fold_accents
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

_NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was picked: the key of a row, or None for a new item that is named as typed."""

    key: str | None
    typed: str = ""


class Picker(Dialog[Picked | None]):
    """A field above a list; ends with what was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PICKER)

    def __init__(
        self,
        title: str,
        rows: Sequence[ListRow],
        *,
        hint: str = "",
        new: str | None = None,
        at: str | None = None,
    ) -> None:
        """Take what to pick from.

        Args:
            title: the title of the dialog.
            rows: the items.
            hint: a line of explanation.
            new: the label of a new item, as in "New source", offered when no row is named as
                typed; None if nothing new can be picked.
            at: the key of the row under the cursor at first.
        """
        super().__init__()
        self._title, self._hint = title, hint
        self._rows = list(rows)
        self._new = new
        self._at = at
        self._list = RowList(empty="Nothing matches.")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the field, the rows and the keys."""
        with Vertical() as box:
            box.border_title = Content(clean_line(self._title))
            if self._hint:
                yield Static(Content(clean_line(self._hint)), classes="hint", markup=False)
            yield Input(placeholder="type to narrow" + (", or a new name" if self._new else ""))
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show all rows and focus the field."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self.fit(self._list, len(self._rows) + (self._new is not None))
        self._list.set_rows(self._rows)
        self._list.mark(self._at)

    def replace_rows(self, rows: Sequence[ListRow], title: str) -> None:
        """Replace the rows and the title; the cursor stays where it is."""
        self._rows, self._title = list(rows), title
        if self.is_mounted:
            self.query_one(Vertical).border_title = Content(clean_line(title))
            self.fit(self._list, len(self._rows) + (self._new is not None))
            self._list.set_rows(self._wanted(self.query_one(Input).value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the rows that contain the typed words, and the new item that they name."""
        event.stop()
        self._list.set_rows(self._wanted(event.value))
        self._list.action_cursor_to(0)

    def _wanted(self, value: str) -> list[ListRow]:
        typed = " ".join(value.split())
        words = fold_accents(typed).casefold().split()
        named = ((row, fold_accents(row.text).casefold()) for row in self._rows)
        rows = [row for row, name in named if all(word in name for word in words)]
        if self._new is not None and typed and typed not in [row.text for row in rows]:
            rows.append(ListRow(key=_NEW, text=f"{self._new}: “{typed}”", sign="+"))
        return rows

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with the row under the cursor."""
        event.stop()
        self._list.action_choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen row."""
        message.stop()
        if message.key == _NEW:
            typed = " ".join(self.query_one(Input).value.split())
            self.dismiss(Picked(key=None, typed=typed))
        else:
            self.dismiss(Picked(key=message.key))

    def action_cursor(self, by: int) -> None:
        """Move the cursor over the rows."""
        self._list.action_cursor(by)

    def action_cancel(self) -> None:
        """End with None."""
        self.dismiss(None)
