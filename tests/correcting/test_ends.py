"""A quote begins and ends as the selection does, however many pieces it has."""

from __future__ import annotations

import pytest

from inquit.correcting.ends import ends_of
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
    ],
)  # fmt: skip
def test_nothing_outside_of_the_selection_is_left(
    quote: Quote, selected: str, content: str
) -> None:
    found = ends_of(TEXT, quote, span_of(selected))
    assert found is not None
    assert "|".join(span.of(TEXT) for span in found) == content


@pytest.mark.parametrize("selected", ["said Gina", "So", "” "])
def test_a_selection_with_none_of_the_quotes_words_sets_no_ends(selected: str) -> None:
    assert ends_of(TEXT, THREE, span_of(selected)) is None
