"""Where words of a query stand in a text."""

from __future__ import annotations

from inquit.library.index.matching import find_words, has_any
from inquit.library.index.query import Words

TEXT = "The Mayor of Zürich didn’t raise taxes; tax rises, she said, were re-elected."


def found(*words: Words) -> list[str] | None:
    marks = find_words(TEXT, words)
    return None if marks is None else [mark.of(TEXT) for mark in marks]


def test_words_are_found_without_regard_to_case_and_accents() -> None:
    assert found(Words(text="zurich"), Words(text="MAYOR")) == ["Mayor", "Zürich"]
    assert found(Words(text="zurich"), Words(text="geneva")) is None
    assert found() == []


def test_phrases_go_over_marks_and_prefixes_go_on() -> None:
    assert found(Words(text="didn't raise")) == ["didn’t raise"]
    assert found(Words(text="re elected")) == ["re-elected"]
    assert found(Words(text="tax", is_prefix=True)) == ["taxes", "tax"]
    assert found(Words(text="tax ri", is_prefix=True)) == ["tax rises"]
    assert found(Words(text="tax")) == ["tax"]


def test_any_of_the_unwanted_words_counts() -> None:
    assert has_any(TEXT, [Words(text="geneva"), Words(text="tax")])
    assert not has_any(TEXT, [Words(text="geneva")])
    assert not has_any(TEXT, [])
