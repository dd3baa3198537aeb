"""References to articles, and the terminal's keys where standard input is a pipe."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from inquit.errors import InputError
from tui.services import opening
from tui.services.opening import open_article, prepare_terminal, require_article

ROOT = Path(__file__).parent.parent.parent


def test_a_seed_is_opened_by_name() -> None:
    article = open_article("seed:pentagon-readout")
    assert article.id == article.origin == "seed:pentagon-readout"


def test_an_unknown_seed_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="there are: harbour-inquiry"):
        open_article("seed:x\x1b")


def test_a_file_is_opened_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seed:x").write_text("One.")
    monkeypatch.chdir(tmp_path)
    assert open_article("./seed:x").text == "One."


def test_the_home_folder_may_be_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("One.")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert open_article("~/a.txt").id == str((tmp_path / "a.txt").resolve())


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One.\n\nTwo.")))
    assert open_article("-").text == "One.\n\nTwo."


def test_a_corpus_is_no_article() -> None:
    with pytest.raises(InputError, match=r"'inquit extract c\.jsonl' reads it"):
        open_article("c.jsonl")


@pytest.mark.parametrize("reference", ["seed:none", "none.txt", "/dev/null"])
def test_what_is_no_article_is_refused_before_anything_slow(reference: str) -> None:
    with pytest.raises(InputError):
        require_article(reference)


def test_the_reader_does_not_start_without_a_terminal() -> None:
    with pytest.raises(InputError, match="needs a terminal"):
        prepare_terminal()


def test_keys_come_from_the_terminal_and_the_article_from_the_pipe() -> None:
    code = (
        "import sys, os\n"
        "from tui.services.opening import prepare_terminal, open_article\n"
        "prepare_terminal()\n"
        "assert os.isatty(0) and os.isatty(sys.__stdin__.fileno())\n"
        "sys.stderr.write(open_article('-').text)\n"
        "sys.stderr.write(' key:' + os.read(0, 1).decode() + '\\n')\n"
    )
    terminal, end = pty.openpty()
    with subprocess.Popen(
        ["sh", "-c", f'printf One. | "{sys.executable}" -c "{code}"'],
        stdin=subprocess.DEVNULL,
        stderr=end,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(2, termios.TIOCSCTTY, 0),
    ) as running:
        os.close(end)
        os.write(terminal, b"q\n")
        seen = b""
        while b"key:q" not in seen and (data := _read(terminal)):
            seen += data
    os.close(terminal)
    assert running.returncode == 0
    assert b"One. key:q" in seen


def _read(terminal: int) -> bytes:
    """Read what a terminal was sent; nothing once its other end is closed."""
    try:
        return os.read(terminal, 1000)
    except OSError:
        return b""


def test_a_terminal_is_no_article_to_pipe_in() -> None:
    code = (
        "from tui.services.opening import require_article\n"
        "from tui.cli.exit_codes import exit_code_of\n"
        "print(exit_code_of(lambda: require_article('-') or 0))"
    )
    parent, terminal = pty.openpty()
    ran = subprocess.run(
        [sys.executable, "-c", code], stdin=terminal, stderr=terminal, stdout=-1, cwd=ROOT
    )
    os.close(terminal)
    os.close(parent)
    assert ran.stdout == b"2\n"


def test_only_a_stream_that_begins_as_json_is_taken_for_a_corpus(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for data, is_corpus in ((b'{"id": "a"', True), (b"{ not json", False), (b"One.", False)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
        assert (opening.corpus_on_standard_input() is not None) is is_corpus
