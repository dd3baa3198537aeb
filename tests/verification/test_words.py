"""What counts as the same word."""

from __future__ import annotations

import pytest

from inquit.model.span import Span
from inquit.verification.words import forms_in, read_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It WILL hold.", "it will hold"),
        ("don’t", "don't"),
        ("end-of-life care", "end of life care"),
        ("1,000 people — or so", "1000 people, or so"),
        ("the oﬃce", "the office"),
        ("Straße", "STRASSE"),
    ],
)
def test_marks_and_capitals_make_no_other_word(one: str, other: str) -> None:
    assert forms_in(one) == forms_in(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we're", "were"),
        ("1.5", "15"),
        ("1,50", "150"),
        ("$5", "£5"),
        ("5%", "5"),
        ("resumé", "resume"),
    ],
)
def test_what_is_read_aloud_makes_another_word(one: str, other: str) -> None:
    assert forms_in(one) != forms_in(other)


def test_words_have_their_places_in_the_text() -> None:
    text = "So: “Don’t pay $1,000!”"
    words = read_words(text, Span(4, len(text)))
    assert words.forms == ("don't", "pay", "$", "1000")
    assert [span.of(text) for span in words.spans] == ["Don’t", "pay", "$", "1,000"]


def test_words_with_and_without_places_are_the_same() -> None:
    text = "“It’s re-opened,” 3.5% of 1,200 said – ﬁnally; Élodie & co."
    assert list(read_words(text).forms) == forms_in(text)
