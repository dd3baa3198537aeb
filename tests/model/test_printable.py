"""Text that may be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.model.printable import (
    clean_line,
    printable,
    printable_lines,
    replace_undrawable,
    without_formats,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc", "a\\x0ab\\x09c"),
        ("\x9b\u202e\ud800", "\\x9b\\u202e\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("[/b] é 日本 👍", "[/b] é 日本 👍"),
        ("A\u034fnn\ufe0f \u3164", "A\\u034fnn\\ufe0f \\u3164"),
        ("I ❤\ufe0f \u200d", "I ❤\ufe0f \\u200d"),
    ],
)
def test_what_a_terminal_would_not_draw_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_drawn_text_is_one_line_without_what_cannot_be_seen() -> None:
    assert clean_line(" a\n b\x1b[31m\u202ec \u200b ") == "a b[31mc"


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    for shown in (printable(text), clean_line(text)):
        assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cs", "Zl", "Zp"}


_EMOJI = (
    "👩\u200d🚒", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3", "👍🏽", "می\u200cخواهم",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
)  # fmt: skip
_HIDDEN = (
    "\u034f", "\ufe00", "\ufe0f", "\U000e0100", "\U000e0041", "\u200b", "\u200c", "\u200d",
    "\u200f", "\u2060", "\u3164", "\u115f", "\u180b", "\ufeff", "\xad", "\x1b", "\x9b", "\u202e",
    "\u2069",
)  # fmt: skip


@pytest.mark.parametrize("words", _EMOJI)
def test_emoji_and_scripts_that_are_made_of_unseen_signs_stay(words: str) -> None:
    text = f"so {words}, she wrote"
    assert (
        printable(text)
        == clean_line(text)
        == replace_undrawable(text)
        == without_formats(text)
        == text
    )


@pytest.mark.parametrize("hidden", _HIDDEN)
def test_what_is_unseen_elsewhere_is_shown_or_dropped(hidden: str) -> None:
    assert clean_line(f"A{hidden}nn{hidden}") == "Ann"
    assert replace_undrawable(f"A{hidden}nn") == "A\ufffdnn"
    assert hidden not in printable(f"A{hidden}nn")


def test_a_flag_hides_no_message_in_its_tags() -> None:
    message = "".join(chr(0xE0000 + ord(letter)) for letter in "pay the other account")
    assert clean_line(f"🏴{message}\U000e007f") == "🏴"


@given(st.text(alphabet=st.sampled_from("".join({*"".join(_EMOJI + _HIDDEN), *"a b"}))))
def test_a_second_pass_changes_nothing_where_signs_meet(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert printable(printable(text)) == printable(text)
    assert len(replace_undrawable(text)) == len(text)


@given(st.text())
def test_drawing_twice_changes_nothing(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)


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
