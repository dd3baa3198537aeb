"""All keys, made from the bindings; narrows as one types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from tui.chords import chords
from widgets.row import Row
from widgets.row_list import RowList

_BOLD = Style(bold=True)

_TITLES = {
    "quote": "Quotes",
    "text": "Text",
    "jump": "Jumps",
    "find": "Finding",
    "find-bar": "Finding",
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


class HelpScreen(ModalScreen[None]):
    """A list of the keys that work on a screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss_help", "Close", id="help.close"),
        Binding("down", "scroll(1)", show=False, id="help.down"),
        Binding("up", "scroll(-1)", show=False, id="help.up"),
        Binding("pagedown", "scroll(10)", show=False, id="help.page-down"),
        Binding("pageup", "scroll(-10)", show=False, id="help.page-up"),
    ]
    CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical {
        width: 76; max-width: 100%; height: 90%;
        background: $surface; border: round $border; border-title-style: bold; padding: 0 1;
    }
    HelpScreen Input, HelpScreen Input:focus {
        border: none; height: 1; background: $background; margin-bottom: 1;
    }
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

    def _show(self, words: str) -> None:
        wanted = words.casefold().split()
        rows, title = [], ""
        for group, keys, description in self._keys:
            line = f"{group} {keys} {description}".casefold()
            if not all(word in line for word in wanted):
                continue
            if group != title:
                rows.append(Row(key=f"group:{group}", text=group, style=_BOLD))
                title = group
            rows.append(
                Row(
                    key=f"{group}:{description}",
                    text=f"{keys:<16} {description}",
                    aligned=True,
                    depth=1,
                )
            )
        self._list.set_rows(rows)


def _keys(screen: Screen[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield group, keys and description of each binding of a screen and of what is on it."""
    app = screen.app
    found: dict[tuple[str, str], list[str]] = {}
    nodes = [screen, *screen.walk_children(with_self=False), app]
    for node in nodes:
        here = node._bindings.copy()
        here.apply_keymap(app._keymap)
        for bindings in here.key_to_bindings.values():
            for binding in bindings:
                group = _TITLES.get((binding.id or "").split(".")[0])
                works = app._check_action_state(binding.action, node) is not False
                if group is not None and binding.description and works:
                    title = binding.tooltip or binding.description
                    keys = found.setdefault((group, title), [])
                    shown = app.get_key_display(binding)
                    if shown not in keys:
                        keys.append(shown)
    for chord in chords(screen):
        title = _TITLES[chord.name.partition(".")[0]]
        found.setdefault((title, chord.description), []).append(chord.keys)
    order = list(dict.fromkeys(_TITLES.values()))
    for (group, title), keys in sorted(found.items(), key=lambda item: order.index(item[0][0])):
        yield group, " ".join(keys), title
