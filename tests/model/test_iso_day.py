"""The day that a date names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inquit.model.iso_day import day_before, iso_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04T23:30:00-05:00", "2026-03-04"),
        ("2026/3/4", "2026-03-04"),
        ("20260304", "2026-03-04"),
        ("March 4, 2026", "2026-03-04"),
        ("Published: Wednesday, Mar. 4th, 2026 8:00 pm", "2026-03-04"),
        ("4 March 2026", "2026-03-04"),
        ("Wed, 04 Mar 2026 10:00:00 GMT", "2026-03-04"),
        ("Sept. 1, 2026", "2026-09-01"),
        ("03/04/2026", None),
        ("2026-13-40", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_name_a_day_only_for_sure(written: str | None, day: str | None) -> None:
    assert iso_day(written) == day


@pytest.mark.parametrize(
    ("age", "day"),
    [("2 weeks", "2026-11-14"), ("10d", "2026-11-18"), ("year", "2025-11-28"), ("soon", None),
     ("99999y", None), ("", None)],
)  # fmt: skip
def test_an_age_is_counted_back(age: str, day: str | None) -> None:
    assert day_before(date(2026, 11, 28), age) == day


@given(st.text(max_size=60))
def test_no_date_is_an_error(written: str) -> None:
    found = iso_day(written)
    assert found is None or date.fromisoformat(found)
