"""Asks for the article to open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

import seeds


class Opener(ModalScreen[str | None]):
    """One field for a path or seed:NAME; ends with what was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="opener.cancel"),
    ]
    CSS = """
    Opener { align: center middle; background: $background 60%; }
    Opener > Vertical {
        width: 76; max-width: 100%; height: auto;
        background: $surface; border: round $border; padding: 0 1;
    }
    Opener Input { border: none; height: 1; background: $background; margin: 1 0; }
    """

    def compose(self) -> ComposeResult:
        """Yield the field."""
        known = [f"seed:{name}" for name in seeds.names()]
        with Vertical():
            yield Static("Open an article: a path, or one of " + ", ".join(known), markup=False)
            yield Input(suggester=SuggestFromList(known))

    def on_mount(self) -> None:
        """Wait for typing."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with what was typed."""
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_cancel(self) -> None:
        """End with nothing."""
        self.dismiss(None)
