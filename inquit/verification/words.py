"""The words of a text in the form in which quotations are compared.

Capitals, punctuation, quotation marks, dashes and hyphens are no part of it. An apostrophe inside
a word is, as “we're” and “were” are two words; so are signs that are read aloud, such as “$” and
“%”, and the point in a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from inquit.model.span import Span

WORD = r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[$€£¥%°§&@#+=]"
"""A word, as the inside of a regular expression: a number, a run of letters, a sign."""

_WORD = re.compile(WORD)
_APOSTROPHES = str.maketrans("’ʼ", "''")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text, in order.

    Attributes:
        forms: each word as it is compared.
        spans: where each word stands, in code points of the text.
        starts: where each begins, of the words of a whole text; empty for others.
    """

    forms: tuple[str, ...]
    spans: Sequence[Span]
    starts: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.forms)


class Places(Sequence[Span]):
    """Where words stand; of thousands, only those that are asked for are made."""

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        """Take start and end of each."""
        self._bounds = bounds

    def __len__(self) -> int:
        return len(self._bounds)

    @overload
    def __getitem__(self, place: int) -> Span: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Span]: ...

    def __getitem__(self, place: int | slice) -> Span | Sequence[Span]:
        if isinstance(place, slice):
            return Places(self._bounds[place])
        return Span(*self._bounds[place])


def read_words(text: str, within: Span | None = None) -> Words:
    """Return the words of a text, or of a stretch of it."""
    stretch = within or Span(0, len(text))
    found = list(_WORD.finditer(text, stretch.start, stretch.end))
    return Words(
        forms=tuple(form_of(each[0]) for each in found),
        spans=Places([each.span() for each in found]),
        starts=[each.start() for each in found],
    )


def forms_in(text: str) -> list[str]:
    """Return the forms of a text's words; several times as fast as with their places."""
    return [form_of(word) for word in _WORD.findall(text)]


def form_of(word: str) -> str:
    """Return a word as it is compared."""
    if word.isascii():
        return _THOUSANDS.sub("", word) if "," in word else word.lower()
    return word.casefold().translate(_APOSTROPHES)
