"""What the reader set right, in every format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from inquit.correcting import apply_corrections
from inquit.correcting.actions import Attribute, RenameSource, Speaker
from inquit.export import FORMATS
from inquit.model.annotation import Correction, CorrectionId, target_of
from inquit.model.correction import PlacedCorrection
from inquit.model.quotation import Analysis
from tests.export.sample import ANALYSIS, ARTICLE

MAYOR = Speaker(source=ANALYSIS.sources[0], first=ANALYSIS.quotes[0].span.start)


def _set_right() -> Analysis:
    """Return the sample with the third quote credited to the mayor, and her name changed."""
    proposals = (
        Attribute.propose(ANALYSIS.quotes[2], None, MAYOR),
        RenameSource.propose(ANALYSIS.quotes[0], MAYOR, "Ana María Ruiz"),
    )
    placed = [
        PlacedCorrection(
            correction=Correction(
                id=CorrectionId(str(minute)),
                target=target_of(ARTICLE, each.span),
                action=each.action,
                values=each.values,
                created=datetime(2026, 11, 24, 12, minute, tzinfo=UTC),
            ),
            span=each.span,
        )
        for minute, each in enumerate(proposals)
    ]
    return apply_corrections(ARTICLE, ANALYSIS, placed).analysis


RESULT = _set_right()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_corrected_name_and_says_who_corrected_it(name: str) -> None:
    printed = FORMATS[name].render(ARTICLE, RESULT)
    assert "Ana María Ruiz" in printed
    assert "corrected by the reader" in printed
    assert "corrected by the reader" not in FORMATS[name].render(ARTICLE, ANALYSIS)


def test_json_tells_apart_what_the_reader_credits_and_what_is_otherwise_set_right() -> None:
    document = json.loads(FORMATS["jsonl"].render(ARTICLE, RESULT))
    first, second, third, _ = document["quotes"]
    assert (third["method"], third["confidence"]) == ("reader", 1)
    assert third["speaker"]["canonical"] == "Ana María Ruiz"
    assert first["method"] == "inquit"
    assert first["corrected"] == ("name corrected by the reader on 2026-11-24, was “Ana Ruiz”")
    assert second["corrected"] is None
    assert [source["corrected"] is None for source in document["sources"]] == [False, True]


def test_csv_has_it_in_a_column() -> None:
    table = FORMATS["csv"].head + FORMATS["csv"].render(ARTICLE, RESULT)
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [bool(row["corrected"]) for row in rows] == [True, False, True, False]
    assert rows[2]["corrected"].startswith("corrected by the reader on 2026-11-24: said by")


def test_a_number_of_confidence_stands_only_beside_what_the_engine_found() -> None:
    text = FORMATS["text"].render(ARTICLE, RESULT)
    assert "Ana María Ruiz (Mayor) · direct · corrected by the reader\n" in text
    assert "direct · corrected by the reader · 98% sure" in text


def test_a_role_that_would_be_a_formula_is_disarmed_in_what_was_corrected_too() -> None:
    source = replace(ANALYSIS.sources[0], corrected="=cmd()")
    analysis = replace(ANALYSIS, sources=(source, *ANALYSIS.sources[1:]))
    table = FORMATS["csv"].head + FORMATS["csv"].render(ARTICLE, analysis)
    assert next(csv.DictReader(io.StringIO(table)))["corrected"] == "'=cmd()"
