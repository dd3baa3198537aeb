"""Which first line is a headline."""

from __future__ import annotations

import pytest

from inquit.loaders.text.headline import headline_of

BODY = "The council voted on Monday night to close the old bridge for the whole of the winter."


@pytest.mark.parametrize(
    "line",
    [
        "Council closes old bridge",
        "Is this the end of the bridge?",
        "‘We had no choice’: council closes old bridge",
        "Bridge “a death trap”",
    ],
)
def test_a_short_line_that_is_no_sentence_is_the_headline(line: str) -> None:
    assert headline_of(f"{line}\n\n{BODY}\nMore.") == line


@pytest.mark.parametrize(
    "line",
    [
        "The council closed the bridge.",
        "“We had no choice.”",
        "closed for the winter",
        "Q: When will it open?",
        "SMITH: “Never",
        "- bridge",
        "1. The bridge",
        "***",
        "The council, " * 20,
    ],
)
def test_other_first_lines_are_none(line: str) -> None:
    assert headline_of(f"{line}\n{BODY}") is None


@pytest.mark.parametrize("text", ["", "Council closes old bridge", "One\nTwo\nThree"])
def test_there_is_no_headline_without_an_article_under_it(text: str) -> None:
    assert headline_of(text) is None


def test_a_date_line_between_headline_and_article_does_no_harm() -> None:
    assert headline_of(f"Council closes bridge\n\nFriday, 3 May\n\n{BODY}") is not None
