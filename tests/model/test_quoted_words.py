"""Words as print has them: what is not adjacent is never run together."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inquit.model.quotation import Quote, QuoteId, QuoteType
from inquit.model.quoted_words import format_quote, format_quote_beginning, pieces_of, words_of
from inquit.model.span import Span


def quote_in(text: str, *pieces: str, kind: QuoteType = QuoteType.DIRECT) -> Quote:
    """Return a quote of some stretches of a text, each after the one before."""
    spans, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        spans.append(Span(at, at + len(piece)))
        at += len(piece)
    return Quote(id=QuoteId("q"), type=kind, content_spans=tuple(spans))


@pytest.mark.parametrize(
    ("text", "pieces", "shown"),
    [
        ("“A bridge,” Cook said.", ("A bridge",), "“A bridge”"),
        ("“The bridge,” Reed said, “will open.”", ("The bridge", "will open."),
         "“The bridge … will open.”"),
        ("“It was in a drawer,” Mona Cook said. “Nobody can now say.”",
         ("It was in a drawer", "Nobody can now say."),
         "“It was in a drawer” “Nobody can now say.”"),
        ("“It was in a drawer,” said Dr. Mona Cook. “Nobody can say.”",
         ("It was in a drawer", "Nobody can say."), "“It was in a drawer” “Nobody can say.”"),
        ("“Is it over?” asked Cook. “No.”", ("Is it over?", "No."), "“Is it over?” “No.”"),
        ("“Is it over?” asked Cook, “or not?”", ("Is it over?", "or not?"),
         "“Is it over? … or not?”"),
        ("“We tried,” she said, “and failed. Then,” she went on, “we won.”",
         ("We tried", "and failed. Then", "we won."), "“We tried … and failed. Then … we won.”"),
        ("“No,” she said. “Never,” she added, “in June.”", ("No", "Never", "in June."),
         "“No” “Never … in June.”"),
        ("“Well,” said Cook. She looked away. “We are done.”", ("Well", "We are done."),
         "“Well … We are done.”"),
        ("“One.” “Two.”", ("One.", "Two."), "“One.” “Two.”"),
    ],
)  # fmt: skip
def test_what_stood_between_decides_how_pieces_are_joined(
    text: str, pieces: tuple[str, ...], shown: str
) -> None:
    assert format_quote(text, quote_in(text, *pieces)) == shown


def test_a_quotation_of_several_paragraphs_is_one_though_its_marks_are_opened_anew() -> None:
    for text in ("“One.\n“Two,” she said.", '"One.\n"Two," she said.'):
        assert format_quote(text, quote_in(text, "One.", "Two")) == "“One.\nTwo”"
        over = quote_in(text, text[1 : text.index("Two") + 3])
        assert format_quote(text, over) == "“One.\nTwo”"


def test_paragraphs_that_are_each_closed_are_quotations_of_their_own() -> None:
    text = '"One."\n"Two," she said.'
    assert format_quote(text, quote_in(text, "One.", "Two")) == "“One.” “Two”"


def test_quoted_words_inside_a_quote_keep_their_marks_at_its_ends() -> None:
    text = "“‘Go home,’ he told me, ‘go,’” she said. “‘Go!’”"
    first = quote_in(text, "‘Go home,’ he told me, ‘go,’")
    assert format_quote(text, first) == "“‘Go home,’ he told me, ‘go,’”"
    assert words_of(text, quote_in(text, "‘Go!’")) == "‘Go!’"


def test_marks_that_the_span_takes_in_are_not_shown_twice() -> None:
    text = "He said “no” and left."
    assert format_quote(text, quote_in(text, "“no”")) == "“no”"


def test_double_marks_inside_are_told_from_those_around() -> None:
    text = "‘He wrote “no” to me,’ she said."
    assert format_quote(text, quote_in(text, "He wrote “no” to me")) == "‘He wrote “no” to me’"


def test_a_report_gets_no_marks_and_what_is_left_out_of_it_shows() -> None:
    text = "The bill, Cook said, was paid."
    quote = quote_in(text, "The bill", "was paid", kind=QuoteType.INDIRECT)
    assert format_quote(text, quote) == words_of(text, quote) == "The bill … was paid"


def test_the_quoted_part_of_a_report_keeps_the_articles_marks() -> None:
    text = 'Reed said that he was away, "and I never will." He left.'
    quote = quote_in(text, "that he was away", "and I never will.", kind=QuoteType.MIXED)
    assert format_quote(text, quote) == 'that he was away, "and I never will."'


def test_words_alone_have_marks_only_where_there_are_several_quotations() -> None:
    text = "“It was cold,” Cook said. “It rained.” “The bridge,” Reed said, “fell.”"
    assert words_of(text, quote_in(text, "It was cold", "It rained.")) == (
        "“It was cold” “It rained.”"
    )
    assert words_of(text, quote_in(text, "The bridge", "fell.")) == "The bridge … fell."


def test_pieces_are_the_words_of_each_span() -> None:
    text = "“It was cold,” Cook said. “It rained.”"
    assert pieces_of(text, quote_in(text, "It was cold", "It rained.")) == (
        "It was cold",
        "It rained.",
    )


def test_a_beginning_is_cut_inside_its_marks() -> None:
    text = "“The bridge,” Reed said, “fell.”"
    quote = quote_in(text, "The bridge", "fell.")
    assert format_quote_beginning(text, quote, 10) == "“The bridge…”"
    assert format_quote_beginning(text, quote, 80) == "“The bridge … fell.”"


@st.composite
def quotes(draw: st.DrawFn) -> tuple[str, Quote]:
    text = draw(st.text(alphabet="aabBB1 ,.?\n“”\"‘’'„«»—…", min_size=2, max_size=60))
    ends = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True))
    ends = sorted(ends)[: len(ends) // 2 * 2]
    spans = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=True))
    kind = draw(st.sampled_from(list(QuoteType)))
    return text, Quote(id=QuoteId("q"), type=kind, content_spans=spans)


@given(made=quotes())
def test_no_word_is_added_left_out_or_moved(made: tuple[str, Quote]) -> None:
    text, quote = made
    said = [c for span in quote.content_spans for c in span.of(text) if c.isalnum()]
    for shown in (words_of(text, quote), format_quote(text, quote)):
        assert [c for c in shown if c.isalnum()] == said
    pieces = pieces_of(text, quote)
    assert len(pieces) == len(quote.content_spans)
    assert [c for piece in pieces for c in piece if c.isalnum()] == said


@given(made=quotes())
def test_words_with_others_between_them_are_never_joined(made: tuple[str, Quote]) -> None:
    text, quote = made
    spans = tuple(each for each in quote.content_spans if any(map(str.isalnum, each.of(text))))
    assume(spans)
    left_out = sum(
        any(map(str.isalnum, text[one.end : other.start])) for one, other in pairwise(spans)
    )
    shown = format_quote(text, replace(quote, content_spans=spans))
    apart = sum(shown.count(f"{one} {other}") for one in "”’" for other in "“‘")
    assert shown.count("…") + apart >= left_out
