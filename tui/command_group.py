"""The group of commands: a bare reference opens it, faults end in one line and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from inquit.errors import InquitError, StoreError, UserError
from inquit.model.printable import printable

DEFAULT_COMMAND = "open"
USER_MISTAKE, STORE_FAULT, OTHER_FAULT = 2, 3, 1
INTERRUPTED, PIPE_CLOSED = 130, 141
_OWN_OPTIONS = ("--help", "--version", "--install-completion", "--show-completion")


class ReferenceGroup(TyperGroup):
    """Commands, one of which is meant where none is named.

    A file that is called like a command is opened as `./NAME` or `open NAME`.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command before arguments that begin with no command."""
        if args and args[0] not in self.commands and not args[0].startswith(_OWN_OPTIONS):
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what goes wrong on purpose ends in a line on standard error."""
        try:
            return super().invoke(ctx)
        except InquitError as error:
            complain(str(error))
            raise typer.Exit(exit_code(error)) from error
        except BrokenPipeError as error:
            _discard_output()
            raise typer.Exit(PIPE_CLOSED) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error


def complain(message: str) -> None:
    """Write one line to standard error, with nothing in it that a terminal would obey."""
    typer.echo(f"inquit: {printable(message)}", err=True)


def exit_code(error: InquitError) -> int:
    """Return the exit code that an error ends the program with."""
    if isinstance(error, UserError):
        return USER_MISTAKE
    return STORE_FAULT if isinstance(error, StoreError) else OTHER_FAULT


def command_meant(reference: str, commands: list[str]) -> str | None:
    """Return the command that a reference to no file may be a slip of, or None."""
    return next(iter(difflib.get_close_matches(reference, commands, n=1, cutoff=0.75)), None)


def _discard_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's last flush is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
