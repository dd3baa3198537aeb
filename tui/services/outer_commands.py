"""Commands of the user's own that a text is given to: from config.toml, run without a shell.

What they print is shown without anything that a terminal would obey.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import signal
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from inquit.errors import InputError
from inquit.model.printable import printable, printable_lines
from inquit.model.progress import ProgressToken
from inquit.model.terminal_sequences import strip_sequences

FILE = "config.toml"
LONGEST_RUN = 120.0
"""Seconds after which a command is stopped."""

MOST_SHOWN = 1_000_000
"""Bytes of its output that are shown; what is beyond is not."""

_TICK = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class OuterCommand:
    """A command of the user's: its name, and the program with its arguments."""

    name: str
    argv: tuple[str, ...]

    @property
    def line(self) -> str:
        """The command as one would type it."""
        return printable(shlex.join(self.argv))

    @property
    def digest(self) -> str:
        """What a command is known again by; another one has another."""
        return hashlib.sha256("\0".join(self.argv).encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class OuterCommands:
    """The commands that are configured, by name, and what is wrong with the rest."""

    by_name: Mapping[str, OuterCommand]
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOutput:
    """What a command printed, line by line, safe to show; and its exit code."""

    lines: tuple[str, ...]
    code: int
    cut: bool = False


def read_commands(folder: Path | None) -> OuterCommands:
    """Return the commands of the table [commands] in a configuration folder.

    Args:
        folder: where config.toml may be; None for no folder.
    """
    try:
        text = (folder / FILE).read_text("utf-8") if folder is not None else ""
        table = tomllib.loads(text).get("commands", {})
    except FileNotFoundError:
        return OuterCommands(by_name={})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return OuterCommands(by_name={}, complaints=(f"{FILE}: {printable(str(error))}",))
    if not isinstance(table, dict):
        told = f"{FILE}: commands must be a table, [commands]"
        return OuterCommands(by_name={}, complaints=(told,))
    found, complaints = {}, []
    for name, value in table.items():
        argv = _argv_of(value)
        if argv:
            found[name] = OuterCommand(name=name, argv=argv)
        else:
            complaints.append(f"{FILE}: commands.{printable(name)} is no command line")
    return OuterCommands(by_name=found, complaints=tuple(complaints))


def run_command(command: OuterCommand, text: str, token: ProgressToken) -> CommandOutput:
    """Give a text to a command and return what it prints; may block.

    Args:
        command: the command.
        text: what it reads on standard input, in UTF-8.
        token: asked often whether to stop, which ends the command and what it started.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it cannot be started, or takes too long.
    """
    with TemporaryFile() as given, TemporaryFile() as printed:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        try:
            running = subprocess.Popen(  # noqa: S603 - the user's own command, asked for before
                command.argv,
                stdin=given,
                stdout=printed,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or str(error)
            raise InputError(f"cannot run {command.line}: {told}") from error
        try:
            code = _wait(running, command, token)
        finally:
            _end(running)
        return _read_output(printed, code)


def _argv_of(value: object) -> tuple[str, ...]:
    """Return the program and the arguments of a setting; empty where it is none."""
    if isinstance(value, str):
        try:
            return tuple(shlex.split(value))
        except ValueError:
            return ()
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return ()


def _wait(running: subprocess.Popen[bytes], command: OuterCommand, token: ProgressToken) -> int:
    """Return the exit code once a command has ended."""
    for _ in range(int(LONGEST_RUN / _TICK)):
        token.check()
        with suppress(subprocess.TimeoutExpired):
            return running.wait(_TICK)
    raise InputError(f"{command.line} was stopped: it took more than {LONGEST_RUN:.0f} s")


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a command that is still running, with what it started."""
    if running.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _read_output(printed: IO[bytes], code: int) -> CommandOutput:
    printed.seek(0)
    data = printed.read(MOST_SHOWN + 1)
    text = strip_sequences(data[:MOST_SHOWN].decode("utf-8", "replace"))
    lines: Sequence[str] = printable_lines(text.replace("\r\n", "\n").rstrip("\n"))
    return CommandOutput(lines=tuple(lines), code=code, cut=len(data) > MOST_SHOWN)
