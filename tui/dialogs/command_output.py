"""Shows what a command of the user's printed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog, scroll_pages
from tui.reader.commands.dialogs import COMMAND_OUTPUT
from tui.services.outer_commands import CommandOutput, OuterCommand
from widgets.command import bindings
from widgets.key_line import KeyLine

_MOST_LINES = 2000


class CommandOutputScreen(Dialog[None]):
    """Lists the lines; ends with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMAND_OUTPUT)
    DEFAULT_CSS = """
    CommandOutputScreen > Vertical { width: 96; height: 80%; }
    CommandOutputScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, command: OuterCommand, output: CommandOutput) -> None:
        """Take the command and what it printed."""
        super().__init__()
        self._command = command
        self._output = output

    def compose(self) -> ComposeResult:
        """Yield the lines and the keys."""
        output = self._output
        lines = list(output.lines[:_MOST_LINES])
        if output.cut or len(output.lines) > _MOST_LINES:
            lines.append("… there is more, which is not shown")
        if output.lines in ((), ("",)):
            lines = ["It printed nothing."]
        with Vertical() as box:
            ended = f", which ended with {output.code}" if output.code else ""
            box.border_title = Content(clean_line(f"{self._command.name}{ended}"))
            with VerticalScroll():
                yield Static(Content("\n".join(lines)), markup=False)
            yield KeyLine()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by pages."""
        scroll_pages(self.query_one(VerticalScroll), pages)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
