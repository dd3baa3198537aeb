"""What annotators may mark, and a reader does not look for."""

from collections.abc import Callable

import pytest

from inquit.attribution.finding.non_quote_claims import reads_as_title
from inquit.model.quotation import Analysis


@pytest.mark.parametrize(
    "text",
    [
        "The council published a readout of a call which took place on Thursday.",
        "Mayor Ida Holm spoke on Monday about the lamp that has been dark for weeks.",
        "Nobody mentioned the dam.",
        "The word “quay” is pronounced like “key”.",
    ],
)
def test_topics_and_terms_are_no_quotes(text: str, analysed: Callable[[str], Analysis]) -> None:
    assert analysed(text).quotes == ()


def test_a_wish_to_stay_unnamed_is_not_what_a_source_says(
    analysed: Callable[[str], Analysis],
) -> None:
    text = "Two officials, who asked not to be named, said the dam would be sold."
    (quote,) = analysed(text).quotes
    assert [span.of(text) for span in quote.content_spans] == ["the dam would be sold"]


def test_titles_are_told_from_sentences() -> None:
    assert reads_as_title(["A", "Winter", "on", "the", "Quay"])
    assert not reads_as_title(["We", "waited", "until", "the", "evening"])
    assert not reads_as_title(["Never", "Again,"])


@pytest.mark.parametrize(
    "text",
    [
        "Traders blamed the frost.",
        "The plant, marketed under the name “ClearTide”, is expected to open in 2025.",
    ],
)
def test_what_is_judged_or_awaited_by_nobody_is_no_quote(
    text: str, analysed: Callable[[str], Analysis]
) -> None:
    assert analysed(text).quotes == ()
