"""Whatever corrections hold, an analysis stays one: the store may have been edited by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from inquit.correcting import apply_corrections, describe_correction
from inquit.correcting.actions import ACTIONS
from inquit.export import FORMATS
from inquit.model.annotation import Correction, CorrectionId, target_of
from inquit.model.correction import PlacedCorrection, Value
from inquit.model.quotation import QuoteType, SourceKind
from inquit.model.span import Span
from tests.correcting.sample import ADA, ANALYSIS, ARTICLE, QUOTES, RUNS, TEXT, WORKER

SPANS = st.one_of(
    st.sampled_from([quote.span for quote in QUOTES.values()]),
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
        lambda ends: Span(min(ends), max(ends))
    ),
)
WORDS = st.one_of(
    st.sampled_from([ADA.name, RUNS.name, WORKER.name, *QuoteType, *SourceKind, "0:5 9:12", "-3"]),
    st.text(max_size=8),
)


@st.composite
def placed(draw: st.DrawFn) -> PlacedCorrection:
    span = draw(SPANS)
    values = draw(st.dictionaries(st.sampled_from(list(Value)), WORDS))
    correction = Correction(
        id=CorrectionId(str(draw(st.integers(0, 99)))),
        target=target_of(ARTICLE, span),
        action=draw(st.one_of(st.sampled_from(list(ACTIONS)), st.text(max_size=5))),
        values=tuple(values.items()),
        created=datetime(2026, 11, 24, 12, draw(st.integers(0, 59)), tzinfo=UTC),
    )
    return PlacedCorrection(correction=correction, span=draw(st.sampled_from([span, None])))


@settings(max_examples=300, deadline=None)
@given(corrections=st.lists(placed(), max_size=8))
def test_no_correction_breaks_an_analysis(corrections: list[PlacedCorrection]) -> None:
    result = apply_corrections(ARTICLE, ANALYSIS, corrections).analysis
    ids = [quote.id for quote in result.quotes]
    sources = {source.id for source in result.sources}
    assert len(ids) == len(set(ids))
    assert [each.quote_id for each in result.attributions] == ids
    for given_ in result.attributions:
        assert given_.source_id is None or given_.source_id in sources
        assert 0 <= given_.confidence <= 1
    for quote in result.quotes:
        assert quote.content_spans
        assert all(0 <= span.start < span.end <= len(TEXT) for span in quote.content_spans)
        assert list(quote.content_spans) == sorted(quote.content_spans)
        assert quote.within is None or quote.within in ids
    for form in FORMATS.values():
        form.render(ARTICLE, result)
    assert all("\n" not in describe_correction(each.correction) for each in corrections)
