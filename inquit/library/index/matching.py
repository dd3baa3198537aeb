"""Where words of a query stand in a text, as the index counts words.

The index says which articles have them; where, is looked for in these alone, which is much quicker
than to ask the index again for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from inquit.library.index.query import Words
from inquit.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def find_words(text: str, wanted: Iterable[Words]) -> tuple[Span, ...] | None:
    """Return where words stand in a text, in order; None where any of them does not.

    Args:
        text: the text.
        wanted: words and phrases; the last word of a prefix may go on.
    """
    tokens = [(_fold(found[0]), found.span()) for found in _WORD.finditer(text)]
    marks: set[Span] = set()
    for words in wanted:
        found = list(_places(tokens, words))
        if not found:
            return None
        marks.update(found)
    return tuple(sorted(marks))


def has_any(text: str, excluded: Iterable[Words]) -> bool:
    """Tell whether a text has any of some words."""
    return any(find_words(text, [words]) is not None for words in excluded)


def _places(tokens: Sequence[tuple[str, tuple[int, int]]], words: Words) -> Iterable[Span]:
    asked = _tokens_of(words.text)
    count = len(asked)
    for at in range(len(tokens) - count + 1 if count else 0):
        whole, last = asked[:-1], asked[-1]
        if any(tokens[at + place][0] != word for place, word in enumerate(whole)):
            continue
        end = tokens[at + count - 1][0]
        if end == last or (words.is_prefix and end.startswith(last)):
            yield Span(tokens[at][1][0], tokens[at + count - 1][1][1])


@lru_cache(maxsize=256)
def _tokens_of(text: str) -> tuple[str, ...]:
    return tuple(_fold(found[0]) for found in _WORD.finditer(text))


def _fold(word: str) -> str:
    """Return a word without regard to case and accents."""
    lower = word.casefold()
    if lower.isascii():
        return lower
    return "".join(letter for letter in normalize("NFD", lower) if not combining(letter))
