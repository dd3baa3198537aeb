"""What is reported inside of a report stands inside of it."""

from collections.abc import Callable

from inquit.model.quotation import Analysis

TEXT = "Ryder said that Austin had told the Israelis that the talks would go on."


def test_a_report_inside_another_is_within_it(analysed: Callable[[str], Analysis]) -> None:
    outer, inner = analysed(TEXT).quotes
    assert outer.within is None
    assert inner.within == outer.id
    assert any(span.encloses(inner.content_spans[0]) for span in outer.content_spans)


def test_two_reports_beside_each_other_are_not_nested(
    analysed: Callable[[str], Analysis],
) -> None:
    quotes = analysed("Holm said the lamp was dark and added that nobody had come.").quotes
    assert [quote.within for quote in quotes] == [None, None]
