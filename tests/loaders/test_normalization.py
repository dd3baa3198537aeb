"""One kind of line break, one kind of space, nothing that a terminal obeys."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.loaders.normalization import normalise


@pytest.mark.parametrize("break_", ["\r\n", "\r", "\n", "\x85", "\u2028", "\x0b"])
def test_every_line_break_becomes_a_line_feed(break_: str) -> None:
    assert normalise(f"one{break_}two") == "one\ntwo"


def test_a_paragraph_separator_leaves_an_empty_line() -> None:
    assert normalise("one\u2029two") == "one\n\ntwo"


def test_a_page_break_after_a_sentence_ends_the_paragraph() -> None:
    assert normalise("It is over.”\n\x0cThe next page.") == "It is over.”\n\nThe next page."


def test_a_page_break_inside_a_sentence_does_not_end_the_paragraph() -> None:
    assert normalise("the end of\n\x0cthe sentence") == "the end of\nthe sentence"


@pytest.mark.parametrize("space", ["\xa0", "\t", "\u2009", "\u202f", "\u3000"])
def test_every_space_becomes_a_space(space: str) -> None:
    assert normalise(f"one{space}two") == "one two"


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[38;2;1;2;3m",
        "\x1b[?1049h",
        "\x9b31m",
        "\x1b]0;a title\x07",
        "\x1b]8;;http://example.org\x1b\\",
        "\x9d52;c;aGk=\x9c",
        "\x1bP+q544e\x1b\\",
        "\x1b_private\x1b\\",
        "\x1b(B",
        "\x1bc",
        "\x1b",
        "\x00",
        "\x07",
        "\x7f",
        "\x08",
    ],
)
def test_an_escape_sequence_goes_as_a_whole(sequence: str) -> None:
    assert normalise(f"one{sequence}two") == "onetwo"


def test_a_title_sequence_without_an_end_does_not_swallow_the_text() -> None:
    assert normalise("one\x1b]0;two three\nfour") == "one0;two three\nfour"


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b",
        "\xad",
        "\ufeff",
        "\u2060",
        "\u200e",
        "\u202e",
        "\u2066",
        "\u061c",
        "\U000e0041",
        "\u034f",
        "\ufe0f",
        "\U000e0100",
        "\u3164",
    ],
)
def test_characters_that_draw_nothing_are_removed(hidden: str) -> None:
    assert normalise(f"one{hidden}{hidden}two") == "onetwo"


@pytest.mark.parametrize(
    "kept",
    [
        "👩\u200d🔬 said",  # a joined emoji
        "❤\ufe0f\u200d🔥",
        "می\u200cخواهم",  # Persian
        "क्\u200dष",  # Hindi
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "e\u0301",
    ],
)
def test_joiners_stay_where_script_or_emoji_needs_them(kept: str) -> None:
    assert normalise(kept) == kept


def test_joiners_between_latin_letters_are_removed() -> None:
    assert normalise("a\u200db\u200cc") == "abc"


def test_quotation_marks_mangled_through_latin1_are_restored() -> None:
    assert normalise("\x93It\x92s late\x85\x94 \x96 he") == "“It’s late…” – he"


def test_the_text_of_an_ordinary_article_is_left_alone() -> None:
    text = "“We won’t,” said Amélie.\n\nIt [sic] costs £5m — [/b] twice… ½ ☃ 日本語"
    assert normalise(text) == text


_CHARACTERS = st.characters() | st.sampled_from("\x1b\x9b\x9d]P[;m\x07\\\r\n\x0c\x85\u2028\u200d")


@given(st.text(alphabet=_CHARACTERS))
def test_only_line_feeds_are_left_of_all_controls(text: str) -> None:
    kinds = {unicodedata.category(letter) for letter in normalise(text) if letter != "\n"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text(alphabet=_CHARACTERS))
def test_no_bidirectional_control_is_left(text: str) -> None:
    assert not set(normalise(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    "unit", ["\x1b]", "\x1b[", "\x9d", "\x1bP1", "\x0c", "\u200d", " \x0c", "\x1b[1;", "\U000e0041"]
)
def test_a_megabyte_of_unfinished_sequences_is_soon_done(unit: str) -> None:
    assert len(normalise(unit * (1_000_000 // len(unit)))) <= 1_000_000
