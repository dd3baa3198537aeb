"""A command: its keys, and what bindings, footer, help, palette and configuration know of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key

READER = "reader"
"""The place of what works in the reader, whatever has the focus there."""


class When(Enum):
    """When a command is available, in words for who asks for it at another time."""

    ALWAYS = ""
    SEARCHING = "while a search lasts"
    SELECTING = "while text is selected by the keyboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """How commands are reached that a key opens a menu of, each then a key of its own.

    Attributes:
        opener: the id of the command that opens the menu.
        action: the screen's action that does what is in the menu without opening it; for `{}`
            it is given the part of the command's id after the full stop.
    """

    opener: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A row of the table of commands.

    Attributes:
        id: its name in config.toml.
        keys: its usual keys as they are written there, separated by spaces.
        action: what Textual runs.
        title: what it does, for help, palette and README.
        footer: the words of the footer; empty for what the footer leaves out.
        words: other words by which help and palette find it.
        first: whether its keys go before those of what has the focus.
        section: what it belongs to.
    """

    id: str
    keys: str
    action: str
    title: str
    footer: str
    words: str
    first: bool
    section: Section

    @property
    def key_names(self) -> list[str]:
        """The usual keys by Textual's names."""
        return [_character_to_key(key) if len(key) == 1 else key for key in self.keys.split()]

    @property
    def binding(self) -> Binding:
        """What Textual binds."""
        return Binding(
            ",".join(self.key_names),
            self.action,
            self.footer or self.title,
            show=bool(self.footer),
            tooltip="" if self.footer == self.title else self.title,
            priority=self.first,
            id=self.id,
        )

    @property
    def menu_action(self) -> str:
        """What runs it on the screen without its menu; empty where it is in none."""
        menu = self.section.menu
        return menu.action.format(self.id.partition(".")[2]) if menu else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What commands have in common.

    Attributes:
        title: the heading in help and README.
        place: where they work; no two commands of a place may have the same key.
        has_lists: whether the keys of lists work in the same place.
        menu: the menu that they are in, if any.
        when: when they are available.
    """

    title: str
    place: str = READER
    has_lists: bool = False
    menu: Menu | None = None
    when: When = When.ALWAYS

    def row(
        self,
        name: str,
        keys: str,
        action: str,
        title: str,
        *,
        footer: str = "",
        words: str = "",
        first: bool = False,
    ) -> Command:
        """Return a row of this section; the arguments are those of `Command`, `name` its id."""
        return Command(
            id=name,
            keys=keys,
            action=action,
            title=title,
            footer=footer,
            words=words,
            first=first,
            section=self,
        )


def bindings(*tables: Iterable[Command]) -> list[BindingType]:
    """Return what Textual binds for the rows of some tables."""
    return [command.binding for table in tables for command in table]
