"""Asked to leave by the system, or cut off from its terminal, the reader loses nothing."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.terminal import Terminal, running

SEED = "seed:pentagon-readout"
ASKED = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


def write_a_note_at_the_end(terminal: Terminal) -> None:
    terminal.wait_for("11 quotes")
    terminal.press("G")
    terminal.wait_for("100%")
    terminal.press("pe")
    terminal.wait_for("Note on")
    terminal.press("ask [him] again")
    terminal.wait_for("ask [him] again")


def draft_and_place_are_kept(folder: Path) -> None:
    with running(folder, SEED) as terminal:
        terminal.wait_for("11 quotes")
        terminal.wait_for("100%")
        terminal.wait_for("draft was not saved")
        terminal.press("E")
        terminal.wait_for("ask [him] again")


@pytest.mark.parametrize("number", ASKED, ids=lambda number: number.name)
def test_asked_to_leave_it_keeps_draft_and_place_and_gives_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    with running(tmp_path, SEED) as terminal:
        write_a_note_at_the_end(terminal)
        os.kill(terminal.process, number)
        assert terminal.exit_code() == 128 + number
        for given_back in (b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1049l", b"\x1b[?25h"):
            taken = given_back[:-1] + (b"l" if given_back.endswith(b"h") else b"h")
            assert terminal.raw.rindex(given_back) > terminal.raw.rindex(taken)
        assert b"Traceback" not in terminal.raw
    draft_and_place_are_kept(tmp_path)


def test_a_closed_terminal_loses_neither_draft_nor_place(tmp_path: Path) -> None:
    with running(tmp_path, SEED) as terminal:
        write_a_note_at_the_end(terminal)
        terminal.hang_up()
        assert terminal.exit_code() == 128 + signal.SIGHUP
    draft_and_place_are_kept(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_asked_to_leave_before_the_reader_is_there_it_gives_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    with running(tmp_path, SEED) as terminal:
        terminal.wait_for("The Pentagon on Friday published")  # drawn before Textual is imported
        os.kill(terminal.process, number)
        assert terminal.exit_code() == 128 + number
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
        assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")
