"""What a search finds."""

from __future__ import annotations

import pytest

from inquit.model.span import Span
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


LETTERS = (
    "“We won’t wait,” said José Núñez, the mayor of Zürich. “It is closed,” said Łukasz Wójcik at "
    "the cafe\u0301 on Rue Émile, Straße. Søren Ångström paid for the naïve ﬁnal eﬃcient work in "
    "İstanbul."
)


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("Nunez", "Núñez"),
        ("nunez,", "Núñez,"),
        ("Núñez", "Núñez"),
        ("Nu\u0301n\u0303ez", "Núñez"),
        ("zurich", "Zürich"),
        ("Lukasz Wojcik", "Łukasz Wójcik"),
        ("cafe", "cafe\u0301"),
        ("café", "cafe\u0301"),
        ("Emile", "Émile"),
        ("strasse", "Straße"),
        ("Soren Angstrom", "Søren Ångström"),
        ("naive final", "naïve ﬁnal"),
        ("nal ef", "nal eﬃ"),
        ("ficient", "ﬃcient"),
        ("istanbul", "İstanbul"),
        ("won't", "won’t"),
        ('"we', "“We"),
    ],
)
def test_accents_ligatures_and_curly_marks_are_found_without(query: str, hit: str) -> None:
    spans = search(LETTERS, Search(query=query))
    assert [span.of(LETTERS) for span in spans] == [hit]


def test_two_hits_in_one_letter_are_one() -> None:
    assert search("Maßband", Search(query="s")) == (Span(2, 3),)


def test_a_query_of_accents_alone_finds_nothing() -> None:
    assert search(LETTERS, Search(query="\u0301")) == ()
