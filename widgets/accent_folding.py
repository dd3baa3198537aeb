"""Folds text to what people type when they search: no accents, ligatures or curly marks.

Offsets in the folded text map back to those in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from inquit.model.printable import strip_invisible
from inquit.model.span import Span

_SPELT = {
    **dict.fromkeys("‘’‚‛′ʼʻ‹›´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "ħ": "h",
    "Ħ": "H",
    "ŧ": "t",
    "Ŧ": "T",
    "ı": "i",
    "ĸ": "k",
    "ŋ": "n",
    "Ŋ": "N",
}
"""Letters and marks that Unicode does not take apart, as an English keyboard has them."""

_ACCENTS = ((0x300, 0x370), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE00, 0xFE30))
"""Blocks of marks that combine with letters of any script, and the variation selectors."""

_STRETCH = 20_000
"""Code points that are folded in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedText:
    """A folded text, and where its parts are in the text itself.

    Attributes:
        text: the folded text.
        places: for each code point that is folded to none or several, in order: the first code
            point of `text` that it makes or stands before, its own place, and how many it makes.
        length: code points of the text itself.
    """

    text: str
    places: tuple[tuple[int, int, int], ...]
    length: int

    def span(self, start: int, end: int) -> Span:
        """Return the span of the text itself that the folded code points [start, end) stand for."""
        first, last = self._at(start), self._at(end - 1)
        # Marks over the last letter belong to it.
        after = self._at(end) if end < len(self.text) else self.length
        return Span(first, max(last + 1, after))

    def _at(self, folded: int) -> int:
        place = bisect_right(self.places, folded, key=lambda known: known[0]) - 1
        if place < 0:
            return folded
        begin, own, count = self.places[place]
        return own if folded < begin + count else own + 1 + folded - begin - count


class _Table(dict[int, str]):
    """What each code point is folded to, worked out when it is first looked up."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _fold_one(chr(code))
        return made


_TABLE = _Table()


def fold_accents(text: str) -> str:
    """Return text without accents and marks that nobody types; letters keep their case."""
    return text if text.isascii() else text.translate(_TABLE)


@lru_cache(maxsize=1)
def fold_with_places(text: str) -> FoldedText:
    """Return text folded as by `fold_accents`, with the way back; kept for the next key typed."""
    places: list[tuple[int, int, int]] = []
    made: list[str] = []
    gained = 0
    # Stretch by stretch, so that keys are served in between.
    for start in range(0, len(text), _STRETCH):
        stretch = text[start : start + _STRETCH]
        for own, count in _uneven(stretch):
            places.append((start + own + gained, start + own, count))
            gained += count - 1
        made.append(fold_accents(stretch))
    return FoldedText(text="".join(made), places=tuple(places), length=len(text))


def _uneven(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has letters that make none or several, each with how many it makes."""
    if text.isascii():
        return
    letters = {letter for letter in set(text) if len(_TABLE[ord(letter)]) != 1}
    if letters:
        for found in re.finditer("[" + re.escape("".join(letters)) + "]", text):
            yield found.start(), len(_TABLE[ord(found[0])])


def _fold_one(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _SPELT:
        return _SPELT[letter]
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(_SPELT.get(part, part) for part in apart if not _is_left_out(part))


def _is_left_out(part: str) -> bool:
    code = ord(part)
    is_accent = any(first <= code < end for first, end in _ACCENTS)
    return is_accent or not strip_invisible(part)
