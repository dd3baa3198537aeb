"""Text that may be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.model.printable import drawn, printable, printable_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc", "a\\x0ab\\x09c"),
        ("\x9b\u202e\ud800", "\\x9b\\u202e\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("[/b] é 日本 👍", "[/b] é 日本 👍"),
    ],
)
def test_what_a_terminal_would_not_draw_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_drawn_text_is_one_line_without_what_cannot_be_seen() -> None:
    assert drawn(" a\n b\x1b[31m\u202ec \u200b ") == "a b[31mc"


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    for shown in (printable(text), drawn(text)):
        assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text())
def test_drawing_twice_changes_nothing(text: str) -> None:
    assert drawn(drawn(text)) == drawn(text)


_JOINED = "👩\u200d👩\u200d👧 ❤\ufe0f می\u200cخواهم a\xadb"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("one\n\n  two\r\nthree\u2028four", ("one", "", "  two", "three", "four")),
        ("a\tb", ("a    b",)),
        ("a\x1b[31mb\rc\x9b", ("a\\x1b[31mb\\x0dc\\x9b",)),
        ("\u202eb\u2066\ud800\x7f", ("\\u202eb\\u2066\\ud800\\x7f",)),
        ("a\U000e0041\U000e0042", ("a\\U000e0041\\U000e0042",)),
        (_JOINED, (_JOINED,)),
        ("🏴\U000e0067\U000e0062\U000e007f", ("🏴\U000e0067\U000e0062\U000e007f",)),
    ],
)  # fmt: skip
def test_what_somebody_wrote_keeps_its_lines_and_letters(text: str, lines: tuple[str, ...]) -> None:
    assert printable_lines(text) == lines


@given(st.text())
def test_no_line_of_a_text_has_a_control_character(text: str) -> None:
    for line in printable_lines(text):
        assert not [letter for letter in line if unicodedata.category(letter) in ("Cc", "Zl", "Zp")]
