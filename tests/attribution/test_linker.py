"""Types of quotes are read off the marks; quotes of one level never overlap."""

from __future__ import annotations

from inquit.attribution.linking.levels import levelled, type_of
from inquit.attribution.marks import pair_marks
from inquit.attribution.report import Report
from inquit.model.quotation import QuoteType
from inquit.model.span import Span


def report(*spans: Span, confidence: float = 0.5) -> Report:
    return Report(
        content_spans=spans,
        cue=None,
        cue_lemma="",
        source=None,
        addressee=None,
        method="test",
        confidence=confidence,
        reason="",
    )


def test_derives_the_type_from_the_marks() -> None:
    text = "He said “it is late” and left."
    runs = pair_marks(text)
    assert type_of([Span(9, 19)], runs, text) is QuoteType.DIRECT
    assert type_of([Span(8, 29)], runs, text) is QuoteType.MIXED
    assert type_of([Span(21, 29)], runs, text) is QuoteType.INDIRECT


def test_keeps_a_report_inside_another_as_nested() -> None:
    kept = levelled([report(Span(0, 50)), report(Span(10, 20))])
    assert [within for _, within in kept] == [None, Span(0, 50)]


def test_keeps_the_longer_of_two_reports_that_overlap() -> None:
    kept = levelled([report(Span(0, 30)), report(Span(20, 40))])
    assert [one.content_spans for one, _ in kept] == [(Span(0, 30),)]


def test_keeps_one_of_two_reports_of_the_same_words() -> None:
    kept = levelled([report(Span(0, 30), confidence=0.2), report(Span(0, 30), confidence=0.8)])
    assert [one.confidence for one, _ in kept] == [0.8]
