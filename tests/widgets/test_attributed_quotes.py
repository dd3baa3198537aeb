"""Quotes come in, in any order, and are told in reading order."""

from __future__ import annotations

from dataclasses import replace

from inquit.model.batch import AnalysisBatch
from inquit.model.quotation import (
    Attribution,
    Quote,
    QuoteId,
    QuoteType,
    Source,
    SourceId,
    SourceKind,
)
from inquit.model.span import Span
from widgets.attributed_quotes import AttributedQuotes

ADA = Source(id=SourceId("ada"), name="Ada", kind=SourceKind.PERSON)
BEN = Source(id=SourceId("ben"), name="Ben", kind=SourceKind.UNNAMED)


def batch(*quotes: tuple[str, list[tuple[int, int]], Source | None]) -> AnalysisBatch:
    return AnalysisBatch(
        done=1,
        total=2,
        quotes=tuple(
            Quote(
                id=QuoteId(name),
                type=QuoteType.DIRECT,
                content_spans=tuple(Span(*span) for span in spans),
            )
            for name, spans, _ in quotes
        ),
        mentions=(),
        sources=tuple(source for _, _, source in quotes if source),
        attributions=tuple(
            Attribution(
                quote_id=QuoteId(name), cue=None, mention=None,
                source_id=source.id if source else None, addressee=None,
                method="", confidence=1, reason="",
            )
            for name, _, source in quotes
        ),
    )  # fmt: skip


def findings(*batches: AnalysisBatch) -> AttributedQuotes:
    found = AttributedQuotes()
    for each in batches:
        found.add_all([each])
    return found


def test_quotes_are_in_reading_order_whatever_came_first() -> None:
    found = findings(batch(("b", [(20, 30)], ADA)), batch(("a", [(0, 10)], BEN)))
    assert [finding.quote.id for finding in found] == ["a", "b"]
    assert found.place(QuoteId("b")) == 1


def test_a_better_attribution_takes_the_place_of_an_earlier_one() -> None:
    found = findings(batch(("a", [(0, 10)], None)), batch(("a", [(0, 10)], ADA)))
    assert [finding.source for finding in found] == [ADA]


def test_a_sources_colour_stays_when_an_earlier_source_is_found_later() -> None:
    found = findings(batch(("b", [(20, 30)], ADA)), batch(("a", [(0, 10)], BEN)))
    assert (found.index(ADA), found.index(BEN), found.index(None)) == (0, 1, None)


def test_sources_come_with_their_quotes_and_unattributed_ones_last() -> None:
    found = findings(
        batch(("a", [(0, 5)], None), ("b", [(6, 9)], ADA), ("c", [(10, 12)], BEN)),
        batch(("d", [(20, 30)], ADA)),
    )
    assert list(found.sources()) == [(ADA, ["b", "d"]), (BEN, ["c"]), (None, ["a"])]


def test_next_and_previous_by_place_and_by_wish() -> None:
    found = findings(batch(("a", [(0, 5)], ADA), ("b", [(6, 9)], BEN), ("c", [(10, 12)], ADA)))
    following, before = found.after(0), found.before(10)
    assert following is not None
    assert before is not None
    assert (following.quote.id, before.quote.id) == ("b", "b")
    by_ada = found.after(0, lambda finding: finding.source == ADA)
    assert by_ada is not None
    assert by_ada.quote.id == "c"
    assert found.after(10) is None
    assert found.before(0) is None


def test_inside_another_quote_the_inner_one_counts() -> None:
    found = findings(batch(("outer", [(0, 100)], ADA), ("inner", [(40, 60)], BEN)))
    runs = [(start, end, finding.quote.id) for start, end, finding in found.runs(0, 200)]
    assert runs == [(0, 40, "outer"), (40, 60, "inner"), (60, 100, "outer")]
    inner, outer = found.at(50), found.at(60)
    assert inner is not None
    assert outer is not None
    assert (inner.quote.id, outer.quote.id) == ("inner", "outer")


def test_a_split_quote_has_nothing_between_its_parts() -> None:
    found = findings(batch(("a", [(0, 10), (20, 30)], ADA)))
    assert found.at(15) is None
    assert [(start, end) for start, end, _ in found.runs(5, 25)] == [(0, 10), (20, 30)]
    assert [finding.span for finding in found] == [Span(0, 30)]


def _shape(found: AttributedQuotes) -> tuple[object, ...]:
    sources = [(source, list(ids)) for source, ids in found.sources()]
    return list(found), list(found.runs(0, 1000)), sources


STRETCHES = (
    batch(("a", [(0, 10)], ADA), ("b", [(2, 4)], BEN)),
    batch(("c", [(20, 30), (40, 50)], None)),
    batch(("d", [(60, 70)], ADA)),
)


def test_what_comes_stretch_by_stretch_is_what_comes_at_once() -> None:
    at_once, growing = AttributedQuotes(), AttributedQuotes()
    at_once.add_all(STRETCHES)
    for stretch in STRETCHES:
        growing.add_all([stretch])
    assert _shape(growing) == _shape(at_once)
    assert growing.arranged == 0
    assert [found.quote.id for found in growing.since(2)] == ["c", "d"]


def test_a_stretch_before_the_others_puts_all_in_order_anew() -> None:
    found = findings(*STRETCHES[1:])
    found.add_all(STRETCHES[:1])
    assert found.arranged == 1
    assert [each.quote.id for each in found] == ["a", "b", "c", "d"]


def test_a_source_that_comes_after_its_quote_takes_it() -> None:
    found = findings(replace(STRETCHES[0], sources=()))
    found.add_all([replace(STRETCHES[2], sources=(ADA, BEN))])
    assert _shape(found) == _shape(findings(STRETCHES[0], STRETCHES[2]))
