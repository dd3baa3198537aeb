"""All keys, made from the table of commands, with the names that config.toml gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from tui.dialogs.dialog import Dialog, scroll_pages
from tui.reader.commands.dialogs import HELP
from tui.reader.commands.on_screen import commands_on, key_sequences
from tui.reader.commands.table import COMMANDS
from widgets.accent_folding import fold_accents
from widgets.command import bindings
from widgets.row import ListRow
from widgets.row_filter import TERMS
from widgets.row_list import RowList

_BOLD = Style(bold=True)
_ROOMY = 72
"""Columns from which there is room for the names of the configuration."""

_COLUMN = 14
"""Cells of the keys, halved where room is scarce; the few that have more of them push on."""


class HelpScreen(Dialog[None]):
    """A list of the keys that work on a screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(HELP)
    CSS = """
    HelpScreen > Vertical { width: 90; height: 90%; }
    HelpScreen Input, HelpScreen Input:focus { margin-bottom: 1; }
    HelpScreen RowList { margin: 0; }
    HelpScreen RowList > .row-list--cursor { background: $surface; text-style: none; }
    """

    def __init__(self, screen: Screen[Any]) -> None:
        """Take the screen whose keys are asked for."""
        super().__init__()
        self._lines = list(_lines(screen))
        self._list = RowList(empty="No such key.")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield a field to search with and the keys."""
        with Vertical() as box:
            box.border_title = "Keys"
            box.border_subtitle = "type to search, Esc closes"
            yield Input(placeholder="Search the keys")
            yield self._list

    def on_mount(self) -> None:
        """Show all keys and wait for typing."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the keys that have the typed words in them."""
        event.stop()
        self._show(event.value)

    def action_dismiss_help(self) -> None:
        """Go back."""
        self.dismiss()

    def action_scroll(self, rows: int) -> None:
        """Scroll the keys."""
        self._list.scroll_relative(y=rows, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll the keys by pages."""
        scroll_pages(self._list, pages)

    def _show(self, words: str) -> None:
        wanted = fold_accents(words).casefold().split()
        rows, title = [], ""
        for line in self._lines:
            if not all(word in line.searched for word in wanted):
                continue
            if line.group != title:
                rows.append(ListRow(key=f"group:{line.group}", text=line.group, style=_BOLD))
                title = line.group
            rows.append(line.row(named=self.app.size.width >= _ROOMY))
        self._list.set_rows(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row of the help.

    Attributes:
        group: the heading that it stands under.
        keys: the keys, or what is typed, as they are shown.
        does: what they do.
        name: what config.toml calls the command; empty for what has no name there.
        words: other words by which it is found.
    """

    group: str
    keys: str
    does: str
    name: str = ""
    words: str = ""

    def row(self, *, named: bool) -> ListRow:
        """Return the line as a row of the list, with the name where there is room for it."""
        column = _COLUMN if named else _COLUMN // 2
        text = f"{self.keys:<{column}} {self.does}"
        key = f"{self.group}:{self.does}:{self.name}"
        return ListRow(key=key, text=text, tail=self.name if named else "", aligned=True, depth=1)

    @property
    def searched(self) -> str:
        """What the typed words are looked for in."""
        return " ".join((self.group, self.keys, self.does, self.name, self.words)).casefold()


def _lines(screen: Screen[Any]) -> Iterator[_Line]:
    """Yield what all keys do: first those of a screen, then those of the others."""
    here = {offer.command.section.title for offer in commands_on(screen).values()}
    order = list(dict.fromkeys(command.section.title for command in COMMANDS))
    lines = [
        _Line(
            group=command.section.title,
            keys=" ".join(key_sequences(screen.app, command)),
            does=command.title,
            name=command.id,
            words=command.words,
        )
        for command in sorted(COMMANDS, key=lambda each: order.index(each.section.title))
    ]
    yield from (line for line in lines if line.group in here)
    for term, does in TERMS.items():
        yield _Line(group="Typed into the filter", keys=term, does=does)
    yield from (line for line in lines if line.group not in here)
