"""A quote begins and ends as the selection does, however many pieces it has."""

from __future__ import annotations

import pytest

from inquit.correcting.quote_bounds import content_within_selection
from inquit.model.quotation import Quote, QuoteId, QuoteType
from inquit.model.span import Span

TEXT = "“We tried,” said Gina Mason, “and we failed. Then,” she went on, “we tried again.” So."


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def quote_of(*pieces: str, kind: QuoteType = QuoteType.DIRECT) -> Quote:
    return Quote(id=QuoteId("q"), type=kind, content_spans=tuple(map(span_of, pieces)))


ONE = quote_of("and we failed. Then")
TWO = quote_of("We tried", "and we failed. Then")
THREE = quote_of("We tried", "and we failed. Then", "we tried again.")
MISSED = quote_of("We tried", "we tried again.")
REPORT = quote_of("We tried", "she went on", kind=QuoteType.INDIRECT)


@pytest.mark.parametrize(
    ("quote", "selected", "content"),
    [
        (ONE, "we failed", "we failed"),
        (ONE, "we fai", "we failed"),
        (ONE, "failed. Then,” she went", "failed. Then,"),
        (ONE, "Gina Mason, “and we failed", "and we failed"),
        (ONE, "“and we failed. Then,” she went on, “we tried again.”",
         "and we failed. Then,|we tried again."),
        (TWO, "We tried", "We tried"),
        (TWO, "and we failed", "and we failed"),
        (TWO, "tried,” said Gina Mason, “and we", "tried|and we"),
        (TWO, "We tried,” said Gina Mason", "We tried,"),
        (THREE, "we tried again.", "we tried again."),
        (THREE, "We tried,” said Gina Mason, “and", "We tried|and"),
        (THREE, "failed. Then,” she went on, “we tri", "failed. Then|we tried"),
        (THREE, "tried,” said Gina Mason, “and we failed. Then,” she went on, “we",
         "tried|and we failed. Then|we"),
        (REPORT, "tried,” said Gina Mason, “and we failed. Then,” she went", "tried|she went"),
        (ONE, "failed. Then,” she went on, “we tried", "failed. Then,|we tried"),
        (ONE, "We tried,” said Gina Mason, “and we", "We tried,|and we"),
        (ONE, "said Gina Mason, “and we failed. Then,” she went on, “we",
         "and we failed. Then,|we"),
        (TWO, "and we failed. Then,” she went on, “we", "and we failed. Then,|we"),
        (MISSED, "tried,” said Gina Mason, “and we failed. Then,” she went on, “we",
         "tried|and we failed. Then,|we"),
    ],
)  # fmt: skip
def test_nothing_outside_of_the_selection_is_left(
    quote: Quote, selected: str, content: str
) -> None:
    found = content_within_selection(TEXT, quote, span_of(selected))
    assert found is not None
    assert "|".join(span.of(TEXT) for span in found) == content


@pytest.mark.parametrize("selected", ["said Gina", "So", "” "])
def test_a_selection_with_none_of_the_quotes_words_sets_no_ends(selected: str) -> None:
    assert content_within_selection(TEXT, THREE, span_of(selected)) is None


def test_a_term_in_words_without_marks_around_them_does_not_part_them() -> None:
    text = "HOLT: It was a “waste” of money. And “odd” it was."
    quote = Quote(
        id=QuoteId("q"), type=QuoteType.DIRECT, content_spans=(Span(6, len(text)),)
    )  # fmt: skip
    start, end = text.index("waste"), text.index("odd") + 3
    assert content_within_selection(text, quote, Span(start, end)) == (Span(start, end),)


def test_a_report_keeps_its_own_words_between_quoted_ones_and_takes_no_inquit() -> None:
    text = "It was a “waste” of money, Reed said, and “odd” it was."
    quote = Quote(id=QuoteId("q"), type=QuoteType.MIXED, content_spans=(Span(0, 25),))
    start, end = text.index("waste"), text.index("odd") + 3
    found = content_within_selection(text, quote, Span(start, end))
    assert found is not None
    assert [span.of(text) for span in found] == ["waste” of money", "odd"]


def test_two_paragraphs_of_one_part_stay_one() -> None:
    text = "“We go.\n“We go on,” he said."
    quote = Quote(id=QuoteId("q"), type=QuoteType.DIRECT, content_spans=(Span(1, 19),))
    assert content_within_selection(text, quote, Span(1, 18)) == (Span(1, 18),)
