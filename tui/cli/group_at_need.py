"""Groups of commands that are imported when one of them is named.

The help of the program lists the groups; making every command of each takes longer than all else.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_group_from_info
from typer.models import TyperInfo

from tui.cli.command_group import OWN_OPTIONS

LIST, HELP = "list", "--help"
"""What is meant where no command is named."""


class GroupAtNeed(TyperGroup):
    """The commands of one of the modules here."""

    def __init__(self, name: str, source: str, help_text: str, usual: str) -> None:
        """Take where the commands are.

        Args:
            name: the group's name on the command line.
            source: the module, a colon, and the Typer instance in it.
            help_text: what the help of the program says of it.
            usual: `LIST` or `HELP`; a list takes options, too, before which it is left out.
        """
        self._source = source
        self._made: MutableMapping[str, Any] | None = None
        self._usual = usual
        super().__init__(name=name, help=help_text, rich_markup_mode=None)

    @property
    def commands(self) -> MutableMapping[str, Any]:
        """The commands by name."""
        if self._made is None:
            module, _, instance = self._source.partition(":")
            info = TyperInfo(getattr(import_module(f"tui.cli.{module}"), instance))
            self._made = get_group_from_info(
                info, pretty_exceptions_short=True, suggest_commands=True, rich_markup_mode=None
            ).commands
        return self._made

    @commands.setter
    def commands(self, commands: MutableMapping[str, Any]) -> None:
        """Take none: Typer begins with an empty mapping."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put what is usual before arguments that name no command."""
        options = self._usual == LIST and args and args[0].startswith("-")
        if not args or (options and args[0] not in OWN_OPTIONS):
            args = [self._usual, *args]
        return super().parse_args(ctx, args)
