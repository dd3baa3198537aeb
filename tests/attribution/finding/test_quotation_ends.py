"""A direct quote ends with its quotation; the marks around it are not part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inquit.model.quotation import Analysis


def contents_in(text: str, analysed: Callable[[str], Analysis]) -> list[list[str]]:
    return [[span.of(text) for span in quote.content_spans] for quote in analysed(text).quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Lund said “the ferry will not come back” and left.",
        "Vera Lund told her crew “the ferry will not come back” on Monday.",
        "Vera Lund said: “the ferry will not come back” in the harbour.",
    ],
)
def test_what_else_somebody_did_is_not_what_they_said(
    text: str, analysed: Callable[[str], Analysis]
) -> None:
    assert contents_in(text, analysed) == [["the ferry will not come back"]]


def test_what_was_said_may_go_on_after_the_marks(analysed: Callable[[str], Analysis]) -> None:
    text = "Vera Lund insisted “the time has come” to stop the ferry for good."
    assert contents_in(text, analysed) == [["“the time has come” to stop the ferry for good"]]


def test_what_was_denied_begins_after_the_word_that_reports_it(
    analysed: Callable[[str], Analysis],
) -> None:
    text = "Vera Lund denied saying “the ferry can wait”."
    assert contents_in(text, analysed) == [["the ferry can wait"]]
    assert analysed(text).quotes[0].negated
