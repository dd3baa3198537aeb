"""An inquit never enters a quote, whichever words are selected and whichever marks there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from inquit.correcting.quote_bounds import content_within_selection
from inquit.correcting.selection import content_from_selection
from inquit.model.quotation import Quote, QuoteId, QuoteType
from inquit.model.span import Span
from inquit.model.units import words_in

MARKS = ["“”", '""', "‘’", "''", "«»", "»«", "„“"]
QUOTED = ["It’s late", "we go on", "a ‘good’ year", "no", "they don’t say", "Nobody can"]
INQUITS = ["Mona Cook said", "she went on", "said O’Hara", "he added. It’s June"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with where its quotations are, and a selection from inside the first touched one."""

    text: str
    pieces: tuple[Span, ...]
    selected: Span

    @property
    def ends_quoted(self) -> bool:
        return any(piece.start < self.selected.end <= piece.end for piece in self.pieces)

    def words(self, *spans: Span) -> list[Span]:
        """Return the words that overlap some spans."""
        every = words_in(self.text, Span(0, len(self.text)))
        return [word for word in every if any(word.overlaps(span) for span in spans)]

    def selected_quoted_words(self) -> list[Span]:
        return [word for word in self.words(*self.pieces) if word.overlaps(self.selected)]


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    opening, closing = draw(st.sampled_from(MARKS))
    text, pieces = draw(st.sampled_from(["", "In May it’s so. ", "Then, "])), []
    for number in range(draw(st.integers(2, 4))):
        if number:
            text += f" {draw(st.sampled_from(INQUITS))}{draw(st.sampled_from([', ', '. ', ': ']))}"
        words = draw(
            st.sampled_from([each for each in QUOTED if opening not in "‘'" or "‘" not in each])
        )
        words += draw(st.sampled_from([",", ".", "?"]))
        pieces.append(Span(len(text) + 1, len(text) + 1 + len(words)))
        text += f"{opening}{words}{closing}"
    text += " So it was."
    first = draw(st.sampled_from(pieces))
    start = draw(st.integers(first.start, first.end - 2))
    selected = Span(start, draw(st.integers(start + 1, len(text))))
    return Sample(text, tuple(pieces), selected)


def has_an_inquit(sample: Sample, span: Span) -> bool:
    """Tell whether a closing mark, words and an opening mark are in a stretch, in this order."""
    between = [Span(one.end, other.start) for one, other in pairwise(sample.pieces)]
    return any(span.encloses(gap) and re.search(r"\w", gap.of(sample.text)) for gap in between)


@given(samples())
def test_what_is_added_has_the_quoted_words_of_the_selection_and_no_others(sample: Sample) -> None:
    assume(sample.selected_quoted_words())
    content = content_from_selection(sample.text, sample.selected)
    assert content is not None
    assert not any(has_an_inquit(sample, span) for span in content[0])
    assert all(word.overlaps(sample.selected) for word in sample.words(*content[0]))
    if sample.ends_quoted:
        assert sample.words(*content[0]) == sample.selected_quoted_words()


@given(samples(), st.data())
def test_other_ends_have_the_quoted_words_of_the_selection_and_no_others(
    sample: Sample, data: st.DataObject
) -> None:
    held = data.draw(st.lists(st.sampled_from(sample.pieces), min_size=1, unique=True))
    assume(any(word.overlaps(each) for word in sample.selected_quoted_words() for each in held))
    quote = Quote(id=QuoteId("q"), type=QuoteType.DIRECT, content_spans=tuple(sorted(held)))
    parts = content_within_selection(sample.text, quote, sample.selected)
    assert parts is not None
    assert sample.words(*parts) == sample.selected_quoted_words()
    assert not any(has_an_inquit(sample, span) for span in parts)


@given(samples())
def test_a_selection_of_all_of_a_quote_leaves_its_ends_as_they_are(sample: Sample) -> None:
    for held in (sample.pieces, tuple(Span(each.start, each.end - 1) for each in sample.pieces)):
        quote = Quote(id=QuoteId("q"), type=QuoteType.DIRECT, content_spans=held)
        assert content_within_selection(sample.text, quote, quote.span) == held
