"""Commands of the user's own: read from config.toml, run without a shell, shown safely."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest

from inquit.errors import CancelledError, InputError
from inquit.model.progress import UNATTENDED, ProgressToken
from tui.services import outer_commands
from tui.services.outer_commands import OuterCommand, read_commands, run_command


def _python(code: str) -> OuterCommand:
    return OuterCommand(name="python", argv=(sys.executable, "-c", code))


def _configured(folder: Path, text: str) -> outer_commands.OuterCommands:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return read_commands(folder)


def test_a_line_is_split_as_a_shell_does_and_a_list_taken_as_it_is(tmp_path: Path) -> None:
    found = _configured(
        tmp_path, """[commands]\nWords = "wc -w 'a b'"\nRaw = ["echo", "$HOME; x"]\n"""
    )
    assert found.by_name["Words"].argv == ("wc", "-w", "a b")
    assert found.by_name["Raw"].argv == ("echo", "$HOME; x")
    assert found.complaints == ()


@pytest.mark.parametrize("value", ["7", '"a \'b"', '""', "[]", '["a", 1]'])
def test_what_is_no_command_is_told_and_the_rest_stays(tmp_path: Path, value: str) -> None:
    found = _configured(tmp_path, f'[commands]\nBad = {value}\nGood = "wc"\n')
    assert list(found.by_name) == ["Good"]
    assert found.complaints == ("config.toml: commands.Bad is no command line",)


@pytest.mark.parametrize("text", ["commands = 3\n", "= broken\n"])
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str) -> None:
    found = _configured(tmp_path, text)
    assert not found.by_name
    assert len(found.complaints) == 1


def test_no_file_and_no_folder_have_no_commands(tmp_path: Path) -> None:
    assert read_commands(tmp_path).complaints == read_commands(None).complaints == ()


def test_it_gets_the_text_and_its_output_is_shown_line_by_line() -> None:
    code = "import sys; print(sys.stdin.buffer.read().decode()[::-1]); sys.exit(3)"
    output = run_command(_python(code), "añb\nc", UNATTENDED)
    assert output.lines == ("c", "bña")
    assert output.code == 3


def test_nothing_that_a_terminal_would_obey_comes_through() -> None:
    code = r"print('\x1b[31mred\x1b[0m \x1b]0;title\x07x\x9b2Jy\x08z\u202e')"
    (line,) = run_command(_python(code), "", UNATTENDED).lines
    assert line == "red xy\\x08z\\u202e"


def test_errors_are_shown_beside_what_is_printed() -> None:
    code = "import sys; sys.stderr.write('oops\\n')"
    assert run_command(_python(code), "", UNATTENDED).lines == ("oops",)


def test_no_shell_looks_at_it() -> None:
    command = OuterCommand(name="echo", argv=("echo", "$(touch made)", ";", "touch", "made"))
    assert run_command(command, "", UNATTENDED).lines == ("$(touch made) ; touch made",)


def test_a_command_that_is_not_there_is_one_line() -> None:
    with pytest.raises(InputError, match="cannot run no-such-command"):
        run_command(OuterCommand(name="x", argv=("no-such-command",)), "", UNATTENDED)


def test_a_text_that_nobody_reads_hinders_nothing() -> None:
    assert run_command(_python("print('done')"), "x" * 1_000_000, UNATTENDED).lines == ("done",)


def test_one_that_is_called_off_ends_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    late = tmp_path / "late.py"
    late.write_text(f"import time; time.sleep(2); open({str(mark)!r}, 'w')")
    code = (
        "import subprocess, sys, time;"
        f"subprocess.Popen([sys.executable, {str(late)!r}]); time.sleep(60)"
    )
    stopped = threading.Event()
    threading.Timer(0.5, stopped.set).start()
    with pytest.raises(CancelledError):
        run_command(_python(code), "", ProgressToken(cancelled=stopped.is_set))
    time.sleep(2.5)
    assert not mark.exists()


def test_one_that_takes_too_long_is_stopped_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outer_commands, "LONGEST_RUN", 0.3)
    with pytest.raises(InputError, match="was stopped"):
        run_command(_python("import time; time.sleep(60)"), "", UNATTENDED)


def test_of_much_output_the_beginning_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outer_commands, "MOST_SHOWN", 10)
    output = run_command(_python("print('x' * 100)"), "", UNATTENDED)
    assert output.lines == ("x" * 10,)
    assert output.cut


def test_another_command_line_is_another_command() -> None:
    one, other = (OuterCommand(name="x", argv=argv) for argv in (("a", "b"), ("a b",)))
    assert one.digest != other.digest
