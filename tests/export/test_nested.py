"""A quote inside of another stands with the outer one and is never counted beside it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from inquit.export import FORMATS
from inquit.model.quotation import Quote, QuoteType, quote_id
from tests.export.sample import ANALYSIS, ARTICLE, span_of

_OUTER = ANALYSIS.quotes[1]
_INNER = Quote(
    id=quote_id(ARTICLE.text_digest, span_of("“is_not”")),
    type=QuoteType.INDIRECT,
    content_spans=(span_of("“is_not”"),),
    within=_OUTER.id,
)
NESTED = replace(
    ANALYSIS,
    quotes=(*ANALYSIS.quotes, _INNER),
    attributions=(
        *ANALYSIS.attributions,
        replace(ANALYSIS.attributions[1], quote_id=_INNER.id),
    ),
)


def test_json_keeps_nested_quotes_apart() -> None:
    plain = json.loads(FORMATS["jsonl"].render(ARTICLE, ANALYSIS))
    document = json.loads(FORMATS["jsonl"].render(ARTICLE, NESTED))
    (inner,) = document["nested_quotes"]
    assert inner["within"] == _OUTER.id
    assert document["quotes"] == plain["quotes"]
    assert document["sources"] == plain["sources"]


def test_a_table_has_no_row_for_a_nested_quote() -> None:
    assert FORMATS["csv"].render(ARTICLE, NESTED) == FORMATS["csv"].render(ARTICLE, ANALYSIS)


@pytest.mark.parametrize(
    ("name", "mark"), [("markdown", "*Inside it, reported, not quoted:* "), ("text", "    › ")]
)
def test_a_page_shows_a_nested_quote_under_the_outer_one(name: str, mark: str) -> None:
    lines = FORMATS[name].render(ARTICLE, NESTED).splitlines()
    assert sum(line.startswith(mark) for line in lines) == 1
