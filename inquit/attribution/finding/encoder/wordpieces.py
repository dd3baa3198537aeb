"""Text cut into wordpieces as the encoder was trained on them (Wu et al. 2016; BERT, uncased).

Lower case, no accents, punctuation apart, each word by the longest pieces of the vocabulary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import regex

UNKNOWN = "[UNK]"
CONTINUES = "##"
LONGEST_WORD = 100
"""Letters of a word above which it is not looked up; such a word is no word."""
REMEMBERED = 50_000
"""Words whose pieces are kept; a long text repeats most of its words."""

_CJK = (
    r"\u4E00-\u9FFF\u3400-\u4DBF\U00020000-\U0002A6DF\U0002A700-\U0002B73F"
    r"\U0002B740-\U0002B81F\U0002B920-\U0002CEAF\uF900-\uFAFF\U0002F800-\U0002FA1F"
)
_PUNCTUATION = r"\p{P}$+<=>^`|~"
_WORDS = regex.compile(rf"[^\t\n\r\p{{Z}}{_PUNCTUATION}{_CJK}]+|[{_PUNCTUATION}{_CJK}]")

Piece: TypeAlias = tuple[int, int, int]
"""Its number in the vocabulary, and where it starts and ends."""


class WordpieceSplitter:
    """Cuts text by one vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers; one inside a word begins with `##`."""
        self._numbers: Mapping[str, int] = {piece: n for n, piece in enumerate(vocabulary)}
        self._unknown = self._numbers[UNKNOWN]
        self._pieces_of = lru_cache(REMEMBERED)(self._split_word)

    def split(self, text: str, offset: int = 0) -> Iterator[Piece]:
        """Yield the pieces of a text in order.

        Args:
            text: what to cut; a piece never goes over white space.
            offset: added to where pieces start and end, in code points.
        """
        for match in _WORDS.finditer(text):
            start = match.start() + offset
            for number, low, high in self._pieces_of(match[0]):
                yield number, start + low, start + high

    def _split_word(self, word: str) -> tuple[Piece, ...]:
        letters, origin = _simplify(word)
        if not letters:
            return ()
        if len(letters) > LONGEST_WORD:
            return ((self._unknown, origin[0], origin[-1] + 1),)
        pieces = []
        low = 0
        while low < len(letters):
            number, high = self._longest(letters, low)
            if number is None:
                return ((self._unknown, origin[0], origin[-1] + 1),)
            pieces.append((number, origin[low], origin[high - 1] + 1))
            low = high
        return tuple(pieces)

    def _longest(self, letters: str, low: int) -> tuple[int | None, int]:
        """Return the number and the end of the longest piece that starts at low, None if none."""
        before = CONTINUES if low else ""
        for high in range(len(letters), low, -1):
            number = self._numbers.get(before + letters[low:high])
            if number is not None:
                return number, high
        return None, low


def _simplify(word: str) -> tuple[str, Sequence[int]]:
    """Return a word in lower case without accents and controls, and each letter's old place."""
    if word.isascii() and word.isprintable():
        return word.lower(), range(len(word))
    letters: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(word):
        if unicodedata.category(char)[0] == "C" or char == "\ufffd":
            continue
        plain = unicodedata.normalize("NFD", char)
        kept = "".join(c for c in plain if unicodedata.category(c) != "Mn").lower()
        letters.append(kept)
        origin.extend([place] * len(kept))
    return "".join(letters), origin
