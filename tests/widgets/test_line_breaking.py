"""Lines fit, lose nothing, and break where a reader expects."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.line_breaking import is_narrow, line_end, line_starts, replace_undrawable

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \u2014abc“”漢字かな、。（é\u0301👩\u200d🚀️🇩🇪ابج"),
        st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")),
    ),
    max_size=200,
)


def lines(text: str, width: int) -> list[str]:
    starts = line_starts(text, 0, len(text), width)
    ends = [*starts[1:], len(text)]
    return [
        text[start : line_end(text, start, end)] for start, end in zip(starts, ends, strict=True)
    ]


def test_breaks_at_spaces() -> None:
    assert lines("the quick brown fox", 10) == ["the quick", "brown fox"]


def test_a_space_at_the_edge_stays_on_its_line() -> None:
    assert lines("the quick brown", 9) == ["the quick", "brown"]


def test_breaks_after_a_dash_between_words() -> None:
    assert lines("one—three", 5) == ["one—", "three"]


def test_breaks_inside_a_word_that_is_longer_than_a_line() -> None:
    assert lines("https://example.org/a", 8) == ["https://", "example.", "org/a"]


def test_breaks_between_ideographs_but_not_before_their_punctuation() -> None:
    assert lines("漢字漢字、漢字", 8) == ["漢字漢", "字、漢字"]


def test_never_tears_a_grapheme_apart() -> None:
    rocket = "👩\u200d🚀"
    assert lines(rocket * 3, 4) == [rocket * 2, rocket]
    assert lines("e\u0301" * 5, 2) == ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("نص عربي طويل نسبيا", 13, ["نص عربي طويل", "نسبيا"]),
        ("نص عربي طويل نسبيا", 11, ["نص عربي", "طويل نسبيا"]),
        ("the cafe\u0301s are open", 12, ["the cafe\u0301s", "are open"]),
        ("the cafe\u0301s are open", 8, ["the", "cafe\u0301s", "are open"]),
    ],
)
def test_words_of_other_scripts_and_with_combining_marks_stay_whole(
    text: str, width: int, broken: list[str]
) -> None:
    assert lines(text, width) == broken


@given(TEXTS, st.integers(2, 40))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    starts = line_starts(text, 0, len(text), width)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    shown = lines(text, width)
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")
    for line in shown:
        assert cell_len(replace_undrawable(line)) <= width or len(line) == 1 or _one_grapheme(line)


def _one_grapheme(line: str) -> bool:
    return "\u200d" in line or any(unicodedata.combining(letter) for letter in line)


@pytest.mark.parametrize("first", [0x20, 0xA0, 0x370, 0x2010, 0x2030, 0x20A0])
def test_what_counts_as_narrow_is_one_cell_wide(first: int) -> None:
    for code in range(first, first + 0x60):
        if is_narrow(chr(code)):
            assert cell_len(chr(code)) == 1, hex(code)


def test_what_a_terminal_would_obey_is_replaced_code_point_for_code_point() -> None:
    hostile = "a\x1b[2Jb\u202ec\x9bd\u200be"
    assert replace_undrawable(hostile) == "a\ufffd[2Jb\ufffdc\ufffdd\ufffde"
    assert len(replace_undrawable(hostile)) == len(hostile)
