"""CSV that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.export import FORMATS
from tests.export.sample import ANALYSIS, ARTICLE


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FORMATS["csv"].head + text)))


def test_a_row_tells_who_said_what_to_whom() -> None:
    row = _rows(FORMATS["csv"].render(ARTICLE, ANALYSIS))[0]
    assert row["source"] == "Ana Ruiz"
    assert row["quote"] == "We will not, … pay for it."
    assert row["cue"] == "told"
    assert row["addressee"] == "the Echo"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "\x00="])
def test_a_cell_that_begins_like_a_formula_is_disarmed(begin: str) -> None:
    article = replace(ARTICLE, title=f"{begin}cmd|'/c calc'!A1")
    for row in _rows(FORMATS["csv"].render(article, ANALYSIS)):
        assert row["title"].startswith("'")


@given(title=st.text())
def test_no_title_makes_a_formula_or_another_row(title: str) -> None:
    article = replace(ARTICLE, title=title)
    rows = _rows(FORMATS["csv"].render(article, ANALYSIS))
    assert len(rows) == 4
    assert not rows[0]["title"].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("between", ["", " ", '"', " '", ' " '])
@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_formula_begins_after_a_semicolon(between: str, sign: str) -> None:
    article = replace(ARTICLE, title=f"Sold;{between}{sign}HYPERLINK(A1); not; a - b")
    text = FORMATS["csv"].render(article, ANALYSIS)
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.strip(" \"'").startswith(sign) and "'" not in cell]
    assert _rows(text)[0]["title"] == f"Sold;{between}'{sign}HYPERLINK(A1); not; a - b"
