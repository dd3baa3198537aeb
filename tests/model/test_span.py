"""Spans are half-open stretches in code points."""

import pytest

from inquit.model.span import Span


def test_a_span_covers_its_start_and_not_its_end() -> None:
    span = Span(2, 5)
    assert span.of("abcdefg") == "cde"
    assert 2 in span
    assert 5 not in span
    assert len(span) == 3


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_backward_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)
