"""The group of commands: a bare reference opens it, faults end in one line and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from inquit.errors import UserError
from tui.cli.exit_codes import complain, exit_code_of
from tui.terminal.exit_codes import USER_MISTAKE

DEFAULT_COMMAND = "open"
OWN_OPTIONS = ("-h", "--help", "--version", "--install-completion", "--show-completion")


class ReferenceGroup(TyperGroup):
    """Commands, one of which is meant where none is named.

    A file that is called like a command is opened as `./NAME` or `open NAME`.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command before arguments that begin with no command."""
        if not args:
            args = ["--help"]
        elif args[0] not in self.commands and not args[0].startswith(OWN_OPTIONS):
            if meant := _command_meant(args[0], list(self.commands)):
                raise UserError(f"no file is called {args[0]!r}; the command is {meant!r}")
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program and exit; a mistake in the arguments ends in one line, too."""
        extra["standalone_mode"] = False
        run = super().main
        try:
            sys.exit(exit_code_of(lambda: run(*args, **extra) or 0))
        except typer.TyperException as error:
            complain(_told(error))
            sys.exit(USER_MISTAKE)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what goes wrong on purpose ends in a line on standard error."""
        done = super().invoke
        if code := exit_code_of(lambda: done(ctx) or 0):
            raise typer.Exit(code)


def _command_meant(reference: str, commands: list[str]) -> str | None:
    """Return the command that a reference to no file most likely is a slip of, or None."""
    if not reference.isalpha() or os.path.lexists(reference):
        return None
    return next(iter(difflib.get_close_matches(reference, commands, n=1, cutoff=0.75)), None)


def _told(error: typer.TyperException) -> str:
    """Return what was wrong with the arguments and where to look."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "inquit"
    message = " ".join(error.format_message().split("\n")).replace("Value error, ", "").rstrip(".")
    return f"{message}; see '{path} --help'"
