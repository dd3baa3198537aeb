"""Capital letters of any script for patterns: `A-Z` knows no Łukasz and no Élodie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_CASED = 0x2000
"""The scripts that tell capitals from small letters come before this code point, but for few."""
_UNCASED = "א-תؠ-يअ-हก-ะぁ-ヿ㐀-鿿가-힣"
"""Hebrew, Arabic, Devanagari, Thai, Kana, Han, Hangul: in English text they are mostly names."""


def _ranges(points: Iterable[int]) -> Iterator[str]:
    """Yield code points in order as the ranges of a pattern's character class."""
    first = last = -2
    for point in (*points, -2):
        if point == last + 1:
            last = point
            continue
        if first >= 0:
            yield chr(first) if first == last else f"{chr(first)}-{chr(last)}"
        first = last = point


CAPITAL = "".join(_ranges(point for point in range(_CASED) if chr(point).isupper())) + _UNCASED
"""What stands between the brackets of a character class for the first letter of a name."""


def of_any_script(pattern: str) -> str:
    """Return a pattern in which each `A-Z` of a character class stands for `CAPITAL`."""
    return pattern.replace("A-Z", CAPITAL)
