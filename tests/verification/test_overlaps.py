"""Which of many stretches a stretch overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inquit.model.span import Span
from inquit.verification.overlaps import Overlaps, spans_alone

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda each: Span(each[0], sum(each)))


@given(held=st.lists(SPANS), wanted=SPANS)
def test_it_finds_what_looking_at_all_finds(held: list[Span], wanted: Span) -> None:
    found = Overlaps((span, at) for at, span in enumerate(held)).with_span(wanted)
    expected = [(span, at) for at, span in enumerate(held) if span.overlaps(wanted)]
    assert sorted(found) == sorted(expected)
    assert (wanted in spans_alone(held)) is bool(expected)
