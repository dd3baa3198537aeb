"""The commands that a screen offers, and the keys that they have now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from tui.reader.commands.table import BY_ID, COMMANDS
from widgets.command import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A command that can be run on a screen.

    Attributes:
        command: the command.
        action: what runs it there.
        node: what the action is run on.
    """

    command: Command
    action: str
    node: DOMNode


def commands_on(screen: Screen[Any]) -> dict[str, Offer]:
    """Return by id what a screen, what is shown on it and its menus offer.

    Where several widgets offer the same, it is run on the one that has the focus, or the first.
    """
    offers: dict[str, Offer] = {}
    for node in _nodes(screen):
        for _, binding in node._bindings:
            command = BY_ID.get(binding.id or "")
            if command is not None and command.id not in offers:
                offers[command.id] = Offer(command=command, action=command.action, node=node)
    for command in COMMANDS:
        menu = command.section.menu
        if menu is not None and menu.opener in offers:
            node = offers[menu.opener].node
            offers[command.id] = Offer(command=command, action=command.menu_action, node=node)
    return offers


def keys_of(app: App[Any], command: Command) -> list[str]:
    """Return the keys that a command has now, as they are shown; without those of its menu."""
    names = app._keymap.get(command.id, command.binding.key).split(",")
    return [app.get_key_display(replace(command.binding, key=name)) for name in names]


def key_sequences(app: App[Any], command: Command) -> list[str]:
    """Return the keys that a command has now, those of a menu after the key that opens it."""
    menu = command.section.menu
    opener = f"{keys_of(app, BY_ID[menu.opener])[0]} " if menu is not None else ""
    return [opener + key for key in keys_of(app, command)]


def _nodes(screen: Screen[Any]) -> Iterator[DOMNode]:
    """Yield what may have keys: first what has the focus and what is around it."""
    if screen.focused is not None:
        yield from screen.focused.ancestors_with_self
    yield screen
    for widget in screen.walk_children(Widget, with_self=False):
        if all(each.display for each in widget.ancestors_with_self):
            yield widget
    yield screen.app
