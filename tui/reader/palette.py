"""The command palette: everything that has a key, by name, and all else that can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette
from textual.screen import Screen

from tui.reader.input_gate import GatedScreen
from tui.reader.key_sequences import chords


class Palette(CommandPalette, GatedScreen[None]):
    """Textual's command palette; what is typed before it is drawn is not lost."""

    takes_keys = False

    def _action_command_list(self, action: str) -> None:
        """Move in the list; where there is no room for a line of it, Textual's fails at that."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


def reader_commands(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Yield a command for every binding that is active on a screen, with its key.

    Args:
        app: runs the actions.
        screen: where the palette was called from.
    """
    seen = set()
    for node, binding, enabled, tip in screen.active_bindings.values():
        named = binding.description and binding.id and binding.action not in seen
        if not named or not enabled or binding.action == "command_palette":
            continue
        seen.add(binding.action)
        run: Callable[[], Any] = partial(app.run_action, binding.action, node)
        title = tip or binding.tooltip or binding.description
        yield SystemCommand(title, f"Key: {app.get_key_display(binding)}", run)
    for chord in chords(screen):
        run = partial(app.run_action, chord.action, screen)
        yield SystemCommand(chord.description, f"Keys: {chord.keys}", run)
