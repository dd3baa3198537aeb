"""Where copied text goes, and what is said of it: tmux, screen and bare terminals."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal, started
from tui.services import clipboard

WORDS = "“Ünser Wort” — [sic]\n"


@pytest.fixture(autouse=True)
def bare_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Have no clipboard program, no tmux and no screen; return the only folder of PATH."""
    for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    return programs


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def copied() -> tuple[str, list[str]]:
    """Return what is said after copying, and what the terminal was sent."""
    sent: list[str] = []
    return clipboard.copy(WORDS, sent.append), sent


def test_a_bare_terminal_is_sent_the_text_and_no_more_is_claimed() -> None:
    assert copied() == ("sent to the terminal", [WORDS])


def test_a_clipboard_program_that_takes_it_is_worth_saying_copied(bare_terminal: Path) -> None:
    put(bare_terminal, "pbcopy", f"/bin/cat > {bare_terminal}/got")
    assert copied() == ("copied", [WORDS])
    assert (bare_terminal / "got").read_text("utf-8") == WORDS


def test_inside_tmux_its_own_buffer_takes_the_text(bare_terminal: Path, monkeypatch) -> None:
    monkeypatch.setenv("TMUX", "socket,1,0")
    put(bare_terminal, "tmux", f'echo "$@" > {bare_terminal}/asked; /bin/cat > {bare_terminal}/got')
    assert copied() == ("in tmux (prefix ] pastes), offered to the terminal", [])
    assert (bare_terminal / "got").read_text("utf-8") == WORDS
    assert (bare_terminal / "asked").read_text("utf-8") == "load-buffer -w -\n"


def test_an_old_tmux_without_that_option_is_told_of(bare_terminal: Path, monkeypatch) -> None:
    monkeypatch.setenv("TMUX", "socket,1,0")
    put(bare_terminal, "tmux", 'test "$2" = - && /bin/cat > /dev/null')
    told, sent = copied()
    assert told == "in tmux (prefix ] pastes), which may keep it from the terminal"
    assert sent == [WORDS]


@pytest.mark.parametrize("script", ["exit 1", None])
def test_a_tmux_that_cannot_be_asked_is_told_of(bare_terminal: Path, monkeypatch, script) -> None:
    monkeypatch.setenv("TMUX", "socket,1,0")
    if script is not None:
        put(bare_terminal, "tmux", script)
    assert copied() == ("sent to tmux, which may keep it from the terminal", [WORDS])


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("STY", "1234.pts-0", "sent to screen, which may keep it from the terminal"),
        ("TERM", "screen.xterm", "sent to tmux or screen, which may keep it from the terminal"),
        ("TERM", "tmux-256color", "sent to tmux or screen, which may keep it from the terminal"),
    ],
)
def test_what_lies_before_the_terminal_is_told_of(monkeypatch, name, value, told) -> None:
    monkeypatch.setenv(name, value)
    assert copied() == (told, [WORDS])


@pytest.fixture
def real_tmux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """Yield the command of a tmux server of its own, with tmux's own settings."""
    monkeypatch.undo()
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("needs tmux")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    command = [program, "-S", str(tmp_path / "socket"), "-f", os.devnull]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def test_in_a_real_tmux_the_copied_quote_arrives(real_tmux: list[str], tmp_path: Path) -> None:
    run = [*real_tmux, "new-session", "-x", "110", "-y", "32"]
    with started(
        tmp_path, [*run, f"{Path(sys.executable).with_name('inquit')} seed:pentagon-readout"]
    ) as terminal:
        terminal.wait_for("11 quotes")
        terminal.press("n")
        terminal.wait_for("1/11")
        terminal.press("w")
        terminal.wait_for("in tmux (prefix ] pastes)")
        shown = [*real_tmux, "show-buffer"]
        buffer = subprocess.run(shown, check=True, capture_output=True).stdout
        assert buffer
        assert clipboard_of(terminal) == buffer


def clipboard_of(terminal: Terminal) -> bytes:
    """Return what the terminal around was sent for its clipboard."""
    _, _, rest = terminal.raw.rpartition(b"\x1b]52;")
    return base64.b64decode(rest.partition(b";")[2].partition(b"\x07")[0])
