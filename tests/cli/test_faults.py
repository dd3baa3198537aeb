"""Errors become one line and an exit code."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit import errors
from tui.cli.exit_codes import ReportOwnFaults, exit_code_of


def _raising(error: BaseException) -> Callable[[], int]:
    def action() -> int:
        raise error

    return action


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InputError("x"), 2),
        (errors.OutputError("x"), 2),
        (errors.UnknownRecordError("x"), 2),
        (errors.StoreError("x"), 3),
        (errors.StoreLockedError("x"), 3),
        (errors.ModelError("x"), 4),
        (errors.InquitError("x"), 4),
    ],
)
def test_an_error_is_told_in_one_line(
    error: errors.InquitError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code_of(_raising(error)) == code
    assert capsys.readouterr().err == "inquit: x\n"


def test_a_line_for_the_terminal_has_its_controls_written_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exit_code_of(_raising(errors.InputError("a\x1b[2J\nb\u202e[/b]")))
    assert capsys.readouterr().err == "inquit: a\\x1b[2J\\x0ab\\u202e[/b]\n"


def test_an_interrupt_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(_raising(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == ""


def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        exit_code_of(_raising(ZeroDivisionError()))


def test_a_fault_of_the_program_ends_it_with_4_and_without_the_words_of_a_note(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as left, ReportOwnFaults():
        raise ZeroDivisionError("words of a note")
    assert left.value.code == 4
    printed = capsys.readouterr().err
    assert "builtins.ZeroDivisionError" in printed
    assert "words of a note" not in printed.replace(
        'raise ZeroDivisionError("words of a note")', ""
    )


def test_what_asks_to_exit_keeps_its_code() -> None:
    with pytest.raises(SystemExit) as left, ReportOwnFaults():
        raise SystemExit(7)
    assert left.value.code == 7


def test_what_went_well_keeps_its_code() -> None:
    assert exit_code_of(lambda: 7) == 7
