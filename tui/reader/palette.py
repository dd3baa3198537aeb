"""The command palette: everything that has a key, by name, and all else that can be done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette, Hit, Hits
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider

from tui.reader.commands.on_screen import Offer, commands_on, key_sequences
from tui.reader.commands.table import COMMANDS
from tui.reader.input_gate import GatedScreen

_BY_OTHER_WORDS = 0.01
"""The score of what is found by other words than its title: less than by any letters of that."""


class Palette(CommandPalette, GatedScreen[None]):
    """Textual's command palette; what is typed before it is drawn is not lost."""

    takes_keys = False

    def _action_command_list(self, action: str) -> None:
        """Move in the list; where there is no room for a line of it, Textual's fails at that."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class CommandsByWords(SystemCommandsProvider):
    """Finds commands by their titles, and after those by other words for what they do."""

    async def search(self, query: str) -> Hits:
        """Yield the commands that a query finds.

        Args:
            query: what was typed.
        """
        matcher, typed = self.matcher(query), query.casefold()
        words = {command.title: command.words for command in COMMANDS}
        for title, keys, run, _ in self.app.get_system_commands(self.screen):
            score = matcher.match(title)
            if not score and any(word.startswith(typed) for word in words.get(title, "").split()):
                score = _BY_OTHER_WORDS
            if score > 0:
                yield Hit(score, matcher.highlight(title), run, help=keys)


def reader_commands(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Yield every command that a screen offers, with its keys.

    Args:
        app: runs the actions.
        screen: where the palette was called from.
    """
    seen = {"Every command by name"}
    for offer in commands_on(screen).values():
        command = offer.command
        if command.title not in seen:
            seen.add(command.title)
            (keys, *_), when = key_sequences(app, command), command.section.when
            told = f"Key{'s' if ' ' in keys else ''}: {keys}"
            if when.value and not command.section.menu:
                told += f", {when.value}"
            yield SystemCommand(command.title, told, partial(_run, app, offer))


async def _run(app: App[Any], offer: Offer) -> None:
    """Run a command; say so where it is not available now."""
    when = offer.command.section.when.value
    if not await app.run_action(offer.action, offer.node) and when:
        app.notify(f"This works {when}", markup=False)
