"""A quotation that stands for itself is one word to the parser, and offsets map back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inquit.attribution.marks import pair_marks
from inquit.attribution.masking import mask
from inquit.model.span import Span


def test_replaces_a_sentence_and_leaves_a_term() -> None:
    text = "“The bridge will stay closed,” said Holm of the “ghost” bridge."
    masked = mask(text, pair_marks(text), offset=0)
    assert masked.text == "“Yes,” said Holm of the “ghost” bridge."


def test_shows_the_parser_curly_marks_whatever_the_text_has() -> None:
    text = "''No,'' said Holm."
    assert mask(text, pair_marks(text), offset=0).text == "“No,” said Holm."


def test_leaves_out_a_dateline() -> None:
    text = "DULUTH, Minn., March 3 – Northwind said so."
    masked = mask(text, (), offset=0)
    assert masked.text == "Northwind said so."
    assert Span(masked.start_of(0), masked.end_of(9)).of(text) == "Northwind"


def test_maps_the_placeholder_to_the_words_that_it_stands_for() -> None:
    text = "“The bridge will stay closed,” said Holm."
    masked = mask(text, pair_marks(text), offset=0)
    start = masked.text.index("Yes")
    assert Span(masked.start_of(start), masked.end_of(start + 3)).of(text) == (
        "The bridge will stay closed"
    )


@given(st.text(alphabet="ab .,?\"“”'‘’«»`A", max_size=80))
def test_maps_every_word_outside_quotations_to_itself(text: str) -> None:
    masked = mask(text, pair_marks(text), offset=0)
    inside = {at for cut in masked.cuts for at in range(cut[0], cut[1])}
    for at in range(len(masked.text)):
        if at not in inside:
            span = Span(masked.start_of(at), masked.end_of(at + 1))
            assert span.of(text) == masked.text[at]
