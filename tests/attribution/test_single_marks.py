"""Single quotation marks are told apart from apostrophes."""

from __future__ import annotations

import pytest

from inquit.attribution.single_marks import pair_single


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end, _, _ in pair_single(text, [])]


@pytest.mark.parametrize(
    "text",
    [
        "It wasn't the sailors' fault.",
        "In the '90s it was Holm's town, and rock 'n' roll's.",
        "Get 'em while they're hot; 'tis the season.",
        "Jones’ and Holm’s boats weren’t found.",
    ],
)
def test_finds_nothing_where_there_are_only_apostrophes(text: str) -> None:
    assert quoted(text) == []


def test_does_not_end_at_an_apostrophe_within_a_word() -> None:
    assert quoted("'It isn't late,' she said.") == ["'It isn't late,'"]


def test_does_not_end_at_the_apostrophe_of_a_plural() -> None:
    assert quoted("'The sailors' boats are old,' she said.") == ["'The sailors' boats are old,'"]


def test_ends_a_term_after_its_last_word() -> None:
    assert quoted("The 'gifted' pupils left.") == ["'gifted'"]


def test_runs_to_the_end_of_a_paragraph_that_it_starts() -> None:
    assert pair_single("‘It goes on.", []) == [(0, 12, True, False)]
