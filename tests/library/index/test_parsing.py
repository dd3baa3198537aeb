"""What is typed into a search, taken apart."""

from __future__ import annotations

from datetime import date

import pytest

from inquit.library.index.parsing import FIELDS, LONGEST, MOST_TERMS, parse_query
from inquit.library.index.query import Conditions, Query, Words

TODAY = date(2026, 11, 28)


def test_a_query_without_anything_asks_for_nothing() -> None:
    assert parse_query("  ", TODAY) == Query()
    assert parse_query("  ", TODAY).is_empty


def test_words_phrases_and_prefixes_are_told_apart() -> None:
    wanted = parse_query('tax "two words" pre* “curly marks”', TODAY).wanted
    assert wanted.words == (
        Words(text="tax"),
        Words(text="two words"),
        Words(text="pre", is_prefix=True),
        Words(text="curly marks"),
    )


def test_fields_and_minus_go_where_they_belong() -> None:
    query = parse_query('said:"a b" by:Ryder -role:aide -x KIND:Direct is:unnamed', TODAY)
    assert query.wanted == Conditions(
        said=(Words(text="a b"),), by=(Words(text="Ryder"),), kinds=("direct",), unnamed=True
    )
    assert query.excluded == Conditions(words=(Words(text="x"),), roles=(Words(text="aide"),))
    assert query.faults == ()


def test_an_unknown_field_is_taken_as_words() -> None:
    (words,) = parse_query("https://a.example", TODAY).wanted.words
    assert words.text == "https //a.example"


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("after:2026-03-04", ("2026-03-04", None)),
        ("before:2026-03-04", (None, "2026-03-03")),
        ("before:2026-03", (None, "2026-02-28")),
        ("after:2025", ("2025-01-01", None)),
        ('after:"4 March 2026"', ("2026-03-04", None)),
        ('newer:"2 weeks"', ("2026-11-14", None)),
        ("newer:week", ("2026-11-21", None)),
        ("newer:3d after:2026-01-01", ("2026-11-25", None)),
        ("after:2026-01-01 before:2026-02-01", ("2026-01-01", "2026-01-31")),
    ],
)
def test_dates_bound_the_days(typed: str, days: tuple[str | None, str | None]) -> None:
    query = parse_query(typed, TODAY)
    assert (query.first_day, query.last_day) == days
    assert query.faults == ()


@pytest.mark.parametrize(
    "typed",
    ["before:soon", "after:03/04/2026", "-before:2026", "newer:blue", "kind:loud", "is:nice",
     "has:time", "by:!!", 'in:""', "tag:#", "after:0001", "before:9999", "newer:99999y"],
)  # fmt: skip
def test_what_is_not_understood_is_told_and_left_out(typed: str) -> None:
    query = parse_query(typed, TODAY)
    assert query.is_empty
    assert len(query.faults) == 1
    assert "\n" not in query.faults[0]


def test_very_long_queries_are_cut_and_that_is_told() -> None:
    assert parse_query("a" * (LONGEST + 1), TODAY).faults
    query = parse_query("a " * (MOST_TERMS + 1), TODAY)
    assert len(query.wanted.words) == MOST_TERMS
    assert len(query.faults) == 1


def test_every_field_is_read() -> None:
    assert set(FIELDS) == set("said by role in before after newer kind is has tag".split())
