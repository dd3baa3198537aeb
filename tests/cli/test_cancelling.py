"""Ctrl+C while a page is fetched, before there is a reader to cancel it in: one line, at once."""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.loaders.server import Server, running
from tests.terminal import started
from tui.cli.exit_codes import INTERRUPTED

_MAIN = [sys.executable, "-c", "from tui.cli import main; main()"]


@pytest.mark.parametrize("command", [[], ["read", "--plain"], ["extract"]])
def test_a_fetch_is_cancelled_in_one_line(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with running() as server:
        server.answers["/slow"] = lambda handler: _hang(server, handler)
        url = server.url("/slow", host="ana:secret@127.0.0.1")
        with started(tmp_path, [*_MAIN, *command, url]) as terminal:
            terminal.wait_for("(ctrl+c cancels)")
            terminal.press("\x03")
            code = terminal.exit_code()
        server.stop.set()
    assert code == INTERRUPTED
    told = f"inquit: {server.url('/slow')} is not opened: cancelled"
    assert terminal.text.split("\n")[0].rstrip() == told
    assert terminal.text.split() == told.split()


def _hang(server: Server, _: BaseHTTPRequestHandler) -> None:
    server.stop.wait(60)
