"""Datelines and times of day at the head of a paragraph are no part of its first sentence."""

from __future__ import annotations

import pytest

from inquit.attribution.dateline import dateline_length


@pytest.mark.parametrize(
    "head",
    [
        "GENEVA (Wire) - ",
        "WASHINGTON, Dec. 8 — ",
        "NEW YORK – ",
        "Geneva (AFP) -- ",
        "DULUTH, Minn., March 3, 2025 – ",
        "19:42 ",
        "7.05pm: ",
        "10:15 GMT - ",
    ],
)
def test_finds_where_the_report_starts(head: str) -> None:
    assert dateline_length(head + "The dam broke.") == len(head)


@pytest.mark.parametrize(
    "text",
    ["The dam - an old one - broke.", "19.30 trains did not run.", "10:15 is late, he said.", ""],
)
def test_finds_none_in_a_sentence(text: str) -> None:
    assert dateline_length(text) == 0
