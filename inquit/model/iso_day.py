"""The day that a date names, however it is written."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b")
_AGE = re.compile(r"(\d{1,5})\s*(d|w|m|y|day|week|month|year)s?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_LONGEST = 200


def iso_day(written: str | None) -> str | None:
    """Return the day that a date names as YYYY-MM-DD, or None where it names none for sure.

    Which of two numbers is the month is not guessed: "03/04/2026" names no day. The day is that
    of the date's own time zone.

    Args:
        written: as an article gives it: ISO 8601, RFC 822, "March 4, 2026", "4 Mar 2026".
    """
    given = (written or "").strip().casefold()[:_LONGEST]
    found = _ISO.match(given) or _COMPACT.match(given)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_FIRST.search(given):
        return _day(int(found[3]), _MONTHS[found[1]], int(found[2]))
    if found := _DAY_FIRST.search(given):
        return _day(int(found[3]), _MONTHS[found[2]], int(found[1]))
    return _rfc_822_day(given)


def day_before(today: date, age: str) -> str | None:
    """Return the day that was so long before another, as YYYY-MM-DD; None where it is no age.

    Args:
        today: the day that is counted from.
        age: such as "2 weeks", "10d" or "year"; a month has 30 days and a year 365.
    """
    given = " ".join(age.casefold().split())
    found = _AGE.fullmatch(given) or _AGE.fullmatch(f"1 {given}")
    if found is None:
        return None
    try:
        return (today - timedelta(days=int(found[1]) * _DAYS[found[2][0]])).isoformat()
    except OverflowError:
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _rfc_822_day(given: str) -> str | None:
    try:
        moment: datetime = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.date().isoformat()
