"""Ctrl+Z gives the terminal to the shell; where there is none, it says so."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.terminal import Terminal, running, started

_PROGRAM = str(Path(sys.executable).with_name("inquit"))
_SHELL = f"set -m; {_PROGRAM} seed:pentagon-readout; echo stopped $?; {{after}}; echo over $?"


def shell(after: str) -> list[str]:
    """Return a shell with job control that runs the reader, and then something else."""
    return ["/bin/sh", "-c", _SHELL.format(after=after)]


def picture(terminal: Terminal) -> str:
    """Return all rows at the first quote, once the analysis is shown."""
    terminal.wait_for("11 quotes")
    terminal.press("n")
    terminal.wait_for("1/11")
    terminal.settle()
    return terminal.text


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_goes_on(tmp_path: Path) -> None:
    with started(tmp_path, shell("read line; fg")) as terminal:
        terminal.wait_for("11 quotes")
        terminal.press("n")
        terminal.wait_for("1/11")
        terminal.press("\x1a")
        terminal.wait_for("stopped")
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
        assert terminal.raw.rindex(b"\x1b[?1003l") > terminal.raw.rindex(b"\x1b[?1003h")
        terminal.press("go on\n")
        terminal.wait_for("1/11")
        terminal.press("n")
        terminal.wait_for("2/11")
        terminal.press("q")
        terminal.wait_for("over 0")


def test_fg_draws_every_row_anew(tmp_path: Path) -> None:
    with started(tmp_path, shell("read line; fg")) as terminal:
        before = picture(terminal)
        terminal.press("\x1a")
        terminal.wait_for("stopped")
        terminal.press("go on\n")
        terminal.wait_for(before)


def test_a_dialog_and_what_is_beneath_it_are_drawn_anew_too(tmp_path: Path) -> None:
    with started(tmp_path, shell("read line; fg")) as terminal:
        picture(terminal)
        terminal.press("e")
        terminal.wait_for("Note on")
        terminal.settle()
        *before, keys = terminal.text.splitlines()
        os.killpg(os.tcgetpgrp(terminal.descriptor), signal.SIGTSTP)
        terminal.wait_for("stopped")
        terminal.spoil()
        terminal.press("go on\n")
        terminal.wait_for("\n".join(before))
        assert terminal.text.splitlines()[-1].split()[:4] == keys.split()[:4]


def test_ctrl_l_draws_every_row_anew(tmp_path: Path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        before = picture(terminal)
        terminal.spoil()
        terminal.press("\x0c")
        terminal.wait_for(before)
        terminal.press("?")
        terminal.wait_for("Search the keys")
        terminal.settle()
        before = terminal.text
        terminal.spoil()
        terminal.press("\x0c")
        terminal.wait_for(before)


def test_a_reader_that_others_stop_and_let_go_on_draws_every_row_anew(tmp_path: Path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        before = picture(terminal)
        os.kill(terminal.process, signal.SIGSTOP)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.settle()
        terminal.wait_for(before)


def test_a_reader_that_is_suspended_ends_in_order_when_asked_to(tmp_path: Path) -> None:
    with started(tmp_path, shell("kill %1; fg")) as terminal:
        terminal.wait_for("11 quotes")
        terminal.press("\x1a")
        terminal.wait_for(f"over {128 + signal.SIGTERM}")
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")


def test_ctrl_z_without_a_shell_says_that_there_is_none(tmp_path: Path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        terminal.wait_for("11 quotes")
        terminal.press("\x1a")
        terminal.wait_for("no shell here")
        terminal.press("n")
        terminal.wait_for("1/11")
        terminal.press("q")
        assert terminal.exit_code() == 0


def test_a_reader_that_others_stop_and_let_go_on_reads_each_key_once(tmp_path: Path) -> None:
    with running(tmp_path, "seed:pentagon-readout") as terminal:
        terminal.wait_for("11 quotes")
        os.kill(terminal.process, signal.SIGSTOP)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.settle()
        for number in range(1, 8):
            terminal.press("n")
            terminal.wait_for(f" {number}/11")
        terminal.press("q")
        assert terminal.exit_code() == 0
