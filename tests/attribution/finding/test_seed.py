"""The sample article holds eleven quotes."""

from collections.abc import Callable

import seeds
from inquit.model.quotation import Analysis

SOURCES = [
    "Pentagon Press Secretary Maj. Gen. Pat Ryder",
    "Ryder",
    "Sources with knowledge of Thursday’s call",
    "three US and Israeli officials",
    "A senior Israeli official",
    "a US official",
    "another US official",
    "Biden",
    "Biden",
    "Biden",
    "the President",
]


def test_each_quote_of_the_sample_article_has_its_source_and_nothing_else_is_a_quote(
    analysed: Callable[[str], Analysis],
) -> None:
    text = seeds.read("pentagon-readout").decode()
    analysis = analysed(text)
    mentions = [given.mention for given in analysis.attributions]
    assert [mention.span.of(text) if mention else None for mention in mentions] == SOURCES
