"""A terminal without colours: none are sent, and shapes tell what they told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal import running

_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


def colours_in(raw: bytes) -> set[bytes]:
    """Return the parts of SGR sequences that set a colour other than the terminal's own."""
    parts = {part for found in _SGR.findall(raw) for part in re.split(rb"[;:]", found)}
    return {
        part
        for part in parts
        if part.isdigit() and (30 <= int(part) <= 38 or 40 <= int(part) <= 48 or int(part) >= 90)
    }


def test_no_colour_is_sent_where_none_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with running(tmp_path, "seed:harbour-inquiry") as terminal:
        terminal.wait_for("Olive Marchetti")
        terminal.press("n")
        terminal.wait_for("1/")
        terminal.press("v)")
        terminal.wait_for("selected")
        terminal.press("/the")
        terminal.wait_for("1 of")
        terminal.press("\x1b")
        terminal.wait_for("y copies")
        terminal.press("q")
        assert terminal.exit_code() == 0
        assert _SGR.search(terminal.raw)
        assert colours_in(terminal.raw) == set()
