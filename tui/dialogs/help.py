"""All keys, made from the bindings, with the names that config.toml knows them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from tui.dialogs.dialog import Dialog, scroll_pages
from tui.reader.dialog_bindings import ALL, HELP_SCREEN, TITLES
from tui.reader.key_sequences import chords, keys_shown
from widgets.row import ListRow
from widgets.row_filter import TERMS
from widgets.row_list import RowList
from widgets.unaccented import unaccented

_BOLD = Style(bold=True)
_ROOMY = 72
"""Columns from which there is room for the names of the configuration."""

_COLUMN = 14
"""Cells of the keys, halved where room is scarce; the few that have more of them push on."""

_TITLES = {
    "quote": "Quotes",
    "text": "Text",
    "jump": "Jumps",
    "find": "Finding",
    "find-bar": "Finding",
    "hits": "Finding",
    "bookmark": "Bookmarks and notes",
    "note": "Bookmarks and notes",
    "annotation": "Bookmarks and notes",
    "copy": "Copying",
    "visual": "Selecting by the keyboard",
    "correction": "Setting right",
    "correct": "Setting right",
    "view": "On the screen",
    "article": "Articles",
    "feed": "Feeds",
    "feeds": "Feeds",
    "sidebar": "In the sidebar",
    "list": "In the sidebar",
    "app": "inquit",
}


class HelpScreen(Dialog[None]):
    """A list of the keys that work on a screen."""

    BINDINGS: ClassVar[list[BindingType]] = HELP_SCREEN
    CSS = """
    HelpScreen > Vertical { width: 90; height: 90%; }
    HelpScreen Input, HelpScreen Input:focus { margin-bottom: 1; }
    HelpScreen RowList { margin: 0; }
    HelpScreen RowList > .row-list--cursor { background: $surface; text-style: none; }
    """

    def __init__(self, screen: Screen[Any]) -> None:
        """Take the screen whose keys are asked for."""
        super().__init__()
        self._keys = list(_keys(screen))
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
        wanted = unaccented(words).casefold().split()
        rows, title = [], ""
        for line in self._keys:
            if not all(word in line.searched for word in wanted):
                continue
            if line.group != title:
                rows.append(ListRow(key=f"group:{line.group}", text=line.group, style=_BOLD))
                title = line.group
            rows.append(line.row(named=self.app.size.width >= _ROOMY))
        self._list.set_rows(rows)


@dataclass(slots=True, kw_only=True)
class _Line:
    """What one thing's keys are.

    Attributes:
        group: the heading that it stands under.
        told: what the keys do.
        keys: the keys as they are shown.
        name: what config.toml calls it; empty where it has no name there.
    """

    group: str
    told: str
    keys: list[str] = field(default_factory=list)
    name: str = ""

    def row(self, *, named: bool) -> ListRow:
        """Return the line as a row of the list, with the name where there is room for it."""
        column = _COLUMN if named else _COLUMN // 2
        text = f"{' '.join(self.keys):<{column}} {self.told}"
        key = f"{self.group}:{self.told}:{self.name}"
        return ListRow(key=key, text=text, tail=self.name if named else "", aligned=True, depth=1)

    @property
    def searched(self) -> str:
        """What the typed words are looked for in."""
        return " ".join((self.group, *self.keys, self.told, self.name)).casefold()


def _keys(screen: Screen[Any]) -> Iterator[_Line]:
    """Yield what the keys of a screen, of what is on it and of its dialogs do, by group."""
    found: dict[tuple[str, str], _Line] = {}
    for group, binding, told in _bindings(screen):
        line = found.setdefault((group, told), _Line(group=group, told=told, name=binding.id or ""))
        shown = screen.app.get_key_display(binding)
        if shown not in line.keys:
            line.keys.append(shown)
    for chord in chords(screen):
        title = _TITLES[chord.name.partition(".")[0]]
        line = _Line(group=title, told=chord.description, keys=[chord.keys], name=chord.name)
        found.setdefault((title, chord.description), line)
    order = list(dict.fromkeys(_TITLES.values()))
    yield from sorted(found.values(), key=lambda line: order.index(line.group))
    for term, told in TERMS.items():
        yield _Line(group="Typed into the filter", told=told, keys=[term])
    yield from _dialogs(screen)


def _bindings(screen: Screen[Any]) -> Iterator[tuple[str, Binding, str]]:
    """Yield the bindings that work on a screen, each with its group and what it does."""
    app = screen.app
    for node in (screen, *screen.walk_children(with_self=False), app):
        here = node._bindings.copy()
        here.apply_keymap(app._keymap)
        for bindings in here.key_to_bindings.values():
            for binding in bindings:
                group = _TITLES.get((binding.id or "").split(".")[0])
                works = app._check_action_state(binding.action, node) is not False
                if group is not None and binding.description and works:
                    yield group, binding, binding.tooltip or binding.description


def _dialogs(screen: Screen[Any]) -> Iterator[_Line]:
    """Yield the keys of the dialogs that are not open."""
    for binding in ALL:
        if not isinstance(binding, Binding):
            continue
        group = TITLES.get((binding.id or "").partition(".")[0])
        if group is not None:
            keys = keys_shown(screen, binding)
            yield _Line(group=group, told=binding.description, keys=keys, name=binding.id or "")
