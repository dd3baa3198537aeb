"""The commands on the analyser that stayed."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.service.analyser import warm
from inquit.service.analyser.named_socket import socket_path
from tests.service.analyser.analysing import INSTALLED
from tests.service.analyser.staying import staying
from tui.cli.commands import app


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["analyser", *arguments])


def test_one_that_stayed_is_told_and_ended(runtime_folder: Path) -> None:
    with staying(runtime_folder) as thread:
        told = _run("status")
        assert told.exit_code == 0
        assert "inquit 1, any, idle for " in told.stdout
        ended = _run("stop")
        assert (ended.exit_code, ended.stdout) == (0, "1 analyser ended\n")
        thread.join(10)
        assert not thread.is_alive()


@pytest.mark.parametrize("command", ["status", "stop"])
def test_where_there_is_none_a_command_says_so_and_exits_with_1(
    runtime_folder: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for _ in range(2):
        told = _run(command)
        assert (told.exit_code, told.stdout) == (1, "no analyser is running\n")
        monkeypatch.setenv("INQUIT_RUNTIME_DIR", str(runtime_folder / "none" / "such"))


def test_one_that_does_not_end_is_no_success(
    runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm, "_STOP_SECONDS", 0.1)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(socket_path(runtime_folder, INSTALLED)))
        silent.listen()
        told = _run("stop")
    assert told.exit_code == 4
    assert told.stdout == ""
    assert "1 did not end" in told.stderr


def test_the_command_is_in_the_help() -> None:
    assert "analyser" in CliRunner().invoke(app, ["--help"]).stdout
    assert "keep_warm" in " ".join(_run("stop", "--help").stdout.split())
