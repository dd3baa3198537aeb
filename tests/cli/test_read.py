"""`inquit read`: in words where asked or where there is no terminal, else in the reader."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from inquit.correcting.actions import Unattribute
from inquit.model.annotation import Correction, CorrectionId, target_of
from inquit.service.analysis import Analyst
from inquit.service.articles import open_bytes
from inquit.store.folders import data_dir
from inquit.store.records.repository import Repository
from tui.cli.commands import app
from tui.services.opening import open_article

ROOT = Path(__file__).parent.parent.parent
PROGRAM = [sys.executable, "-c", "from tui.cli import main; main()"]


def _read(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *arguments], input=given)


def test_attributions_are_in_words() -> None:
    printed = _read("--plain", "-", given="“No,” said Ann Lee, the mayor.\n")
    assert printed.exit_code == 0
    assert "“No,” [End of quote 1] said Ann Lee" in printed.stdout
    assert "[Quote 1: Ann Lee" in printed.stdout
    assert "1 speaker, 1 quote." in printed.stdout


def test_nothing_but_text_is_printed() -> None:
    printed = _read("--plain", "seed:pentagon-readout").stdout
    assert all(character.isprintable() or character == "\n" for character in printed)
    assert not any("\u2500" <= character <= "\u259f" for character in printed)


def test_where_there_is_no_terminal_it_is_printed_unasked() -> None:
    asked = _read("--plain", "seed:pentagon-readout")
    assert _read("seed:pentagon-readout").stdout == asked.stdout


def test_without_analysis_no_model_is_needed() -> None:
    printed = _read("--no-analysis", "--model", "no_such_model", "seed:pentagon-readout")
    assert printed.exit_code == 0
    assert "added Ryder.\n" in printed.stdout


def test_what_was_set_right_is_told() -> None:
    article = open_article("seed:pentagon-readout")
    analysis = Analyst().analyse(article)
    proposal = Unattribute.propose(analysis.quotes[0], analysis.sources[0])
    with Repository.open(data_dir()) as store:
        store.add_correction(
            Correction(
                id=CorrectionId("0"),
                target=target_of(article, proposal.span),
                action=proposal.action,
                values=proposal.values,
                created=datetime(2026, 11, 24, tzinfo=UTC),
            )
        )
    printed = _read("--plain", "seed:pentagon-readout").stdout
    assert "[Quote 1: unattributed; direct, corrected by the reader]" in printed


@pytest.mark.parametrize("arguments", [("none.txt",), ("c.jsonl",), ("x.txt", "--width", "-1")])
def test_a_mistake_is_one_line(arguments: tuple[str, ...]) -> None:
    ran = subprocess.run([*PROGRAM, "read", *arguments], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -c 'from tui.cli import main; main()' read seed:pentagon-readout"
    ran = subprocess.run(
        ["bash", "-c", f"{command} --no-analysis | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert ran.stderr == ""
    assert ran.stdout in {"141\n", "0\n"}


@pytest.mark.parametrize("command", [["open"], ["read"], []])
def test_a_terminal_that_cannot_draw_gets_words(command: list[str]) -> None:
    parent, terminal = pty.openpty()
    running = subprocess.Popen(
        [*PROGRAM, *command, "seed:pentagon-readout"], stdin=terminal, stdout=terminal,
        stderr=terminal, cwd=ROOT, env={**os.environ, "TERM": "dumb"},
    )  # fmt: skip
    os.close(terminal)
    printed = _all_of(parent)
    assert running.wait() == 0
    os.close(parent)
    assert "7 speakers, 11 quotes." in printed
    assert "\x1b" not in printed


def test_the_reader_is_no_garble_where_its_output_goes_into_a_pipe_or_a_file() -> None:
    parent, terminal = pty.openpty()
    ran = subprocess.run(
        [*PROGRAM, "seed:pentagon-readout"], stdin=terminal, stdout=subprocess.PIPE,
        stderr=terminal, cwd=ROOT, check=True,
    )  # fmt: skip
    os.close(terminal)
    os.close(parent)
    assert ran.stdout.decode() == _read("--plain", "seed:pentagon-readout").stdout


def test_several_inputs_are_printed_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“No,” said Ann Lee.")
    (tmp_path / "b.txt").write_text("“Yes,” said Bob Day.")
    names = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    printed = CliRunner().invoke(app, ["open", *names])
    assert printed.exit_code == 0
    first, second = (_read("--plain", name).stdout for name in names)
    assert printed.stdout == f"{first}\n{second}"
    assert CliRunner().invoke(app, ["open", str(tmp_path)]).stdout == printed.stdout


def _all_of(descriptor: int) -> str:
    """Read what a terminal is sent until its other end is closed."""
    seen = b""
    while True:
        try:
            data = os.read(descriptor, 1 << 16)
        except OSError:
            data = b""
        if not data:
            return seen.decode()
        seen += data


def test_hostile_text_drives_no_terminal() -> None:
    article = open_bytes("“\x1b[2JNo,” said A\u202eB.".encode(), article_id=None, origin="x")
    assert "\x1b" not in article.text
    printed = _read("--plain", "-", given="“\x1b[2JNo,” said A\u202eB.").stdout
    assert not set(printed) & {"\x1b", "\u202e"}
