"""A byline and a date are taken only from lines that are nothing else."""

from __future__ import annotations

import pytest

from inquit.loaders.text.byline_and_date import byline_of, date_of


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane Doe and Luis de la Cruz", "Jane Doe and Luis de la Cruz"),
        ("By Jane Doe, Associated Press", "Jane Doe"),
        ("By Jane Doe, who saw it all", None),
        ("By Monday the port was open.", None),
        ("By Monday", None),
        ("“By Jane Doe”", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    assert byline_of(f"Ferry hits pier\n\n{line}\n\nThe ferry hit the pier.") == author


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("November 3, 2026", "November 3, 2026"),
        ("Published Tuesday, Nov. 3, 2026", "Tuesday, Nov. 3, 2026"),
        ("3 November 2026", "3 November 2026"),
        ("2026-11-03", "2026-11-03"),
        ("WASHINGTON, Nov. 3 - The ferry", None),
        ("In 2026", None),
    ],
)
def test_dates(line: str, date: str | None) -> None:
    assert date_of(f"Ferry hits pier\n\n{line}\n\nThe ferry hit the pier.") == date


def test_lines_far_down_are_not_looked_at() -> None:
    assert byline_of("Words.\n" * 9 + "By Jane Doe") is None
