"""The byline and the date of a plain text, only where a line is nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inquit.model.pattern_at_need import pattern_at_need

_LOOKED_AT = 6
_LONGEST = 120
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|la|al|bin)){1,4}"
_BYLINE = pattern_at_need(
    rf"(?:By|BY) ({_NAME}(?:(?:, {_NAME})*,? (?:and|AND|&) {_NAME})?)"
    r"(?: ?[,|] ?(?:[A-Z][\w.& ]{1,40}))?"
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = pattern_at_need(
    rf"(?:Published:? |Posted:? )?((?:[A-Z][a-z]+day, )?"
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d))"
)


def byline_of(text: str) -> str | None:
    """Return the authors that a line near the beginning names, or None.

    Args:
        text: an article's text, whose paragraphs stand on one line each.
    """
    return _first(_BYLINE, text)


def date_of(text: str) -> str | None:
    """Return the whole date that a line near the beginning is, or None.

    Args:
        text: an article's text, whose paragraphs stand on one line each.
    """
    return _first(_DATE, text)


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    for line in _first_lines(text):
        if found := pattern.fullmatch(line):
            return found[1]
    return None


def _first_lines(text: str) -> Iterator[str]:
    """Yield the short ones among the first lines that are not empty."""
    lines = (line.strip() for line in text[: _LOOKED_AT * 1000].split("\n"))
    for _, line in zip(range(_LOOKED_AT), filter(None, lines), strict=False):
        if len(line) <= _LONGEST:
            yield line
