"""What a search finds."""

from __future__ import annotations

import pytest

from widgets.text_search import Search, SearchError, search

TEXT = "The “Ferry” sailed.\nIt’s the  ferry\nfirm, ferryman said (twice)."


def found(query: str, **options: bool) -> list[str]:
    return [span.of(TEXT) for span in search(TEXT, Search(query=query, **options))]


def test_small_letters_find_both_cases_and_a_capital_only_its_own() -> None:
    assert found("ferry") == ["Ferry", "ferry", "ferry"]
    assert found("Ferry") == ["Ferry"]


def test_a_space_is_any_white_space_a_line_break_too() -> None:
    assert found("the ferry firm") == ["the  ferry\nfirm"]


def test_quotation_marks_find_their_like() -> None:
    assert found('"ferry"') == ["“Ferry”"]
    assert found("it's") == ["It’s"]


def test_whole_words_leave_parts_of_words_out() -> None:
    assert found("ferry", whole_words=True) == ["Ferry", "ferry"]


def test_only_a_pattern_is_a_pattern() -> None:
    assert found("f.rm") == []
    assert found("f.rm", pattern=True) == ["firm"]
    assert found("(twice)") == ["(twice)"]


@pytest.mark.parametrize("query", ["x*", "^", r"\b"])
def test_what_matches_nothing_is_no_hit(query: str) -> None:
    assert found(query, pattern=True) == []


def test_a_faulty_pattern_is_told() -> None:
    with pytest.raises(SearchError, match="Not a pattern"):
        found("(", pattern=True)
