"""Every command is documented, and one is meant where none is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from inquit import __version__
from tui.cli import is_bare_reference
from tui.cli.commands import app


def _commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, (*path, name))


ALL = dict(_commands(typer.main.get_command(app)))


@pytest.mark.parametrize("path", ALL, ids=lambda path: " ".join(path) or "inquit")
def test_every_command_and_every_parameter_has_help(path: tuple[str, ...]) -> None:
    command = ALL[path]
    assert command.help
    assert all(getattr(parameter, "help", None) for parameter in command.params)
    shown = CliRunner().invoke(app, [*path, "--help"])
    assert shown.exit_code == 0
    assert command.help.split("\n")[0] in " ".join(shown.stdout.split())


def test_the_version_is_that_of_the_package() -> None:
    shown = CliRunner().invoke(app, ["--version"])
    assert shown.stdout == f"inquit {__version__}\n"


def test_without_arguments_the_help_is_shown() -> None:
    shown = CliRunner().invoke(app, [])
    assert shown.exit_code == 0
    assert "extract" in shown.stdout


@pytest.mark.parametrize("arguments", [["seed:none"], ["--model", "m", "seed:none"]])
def test_a_bare_reference_is_opened(arguments: list[str]) -> None:
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 2
    assert "no seed is called 'none'" in shown.stderr


def test_a_slip_of_a_command_is_told() -> None:
    shown = CliRunner().invoke(app, ["extrat"])
    assert shown.exit_code == 2
    assert shown.stderr == "inquit: no file is called 'extrat'; the command is 'extract'\n"


@pytest.mark.parametrize(
    "arguments",
    [["extract"], ["extract", "--format", "x", "y"], ["extract", "-j", "0", "y"], ["--bogus"]],
)
def test_a_mistake_in_the_arguments_is_one_line(arguments: list[str]) -> None:
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 2
    assert len(shown.stderr.splitlines()) == 1
    assert shown.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "bare"),
    [
        (["a.txt"], True),
        (["./extract"], True),
        (["-"], True),
        (["seed:x"], True),
        (["extract"], False),
        (["--help"], False),
        (["a.txt", "b.txt"], False),
        ([], False),
    ],
)
def test_only_what_can_be_no_command_goes_past_the_parser(arguments: list[str], bare: bool) -> None:
    assert is_bare_reference(arguments) is bare


def test_the_seeds_are_listed_with_how_to_open_them() -> None:
    shown = CliRunner().invoke(app, ["seeds"])
    assert "seed:pentagon-readout\t" in shown.stdout
