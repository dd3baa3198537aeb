"""The lines of one hard-wrapped paragraph put together, with hyphens at line ends looked at.

A hyphen at a line's end goes only where the text itself uses the word without it; otherwise it
stays, for "well-known" broken at its hyphen looks no different from "infor-mation".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cached_property

_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-‐]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SPACES = re.compile(" {2,}")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_DASH_END = re.compile(r"\S(?:—|--)$")


class Vocabulary:
    """The words of a text, gathered only when the first hyphen asks for them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text.casefold()))

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the lines of one paragraph as one line; a single line is returned as it is.

    Args:
        lines: at least one, none empty, without trailing space.
        vocabulary: the words of the whole text.
    """
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].lstrip()]
    for line, following in itertools.pairwise(lines):
        begun = following.lstrip()
        if _loses_hyphen(line, begun, vocabulary):
            parts[-1] = parts[-1][:-1]
        elif not _needs_no_space(line, begun):
            parts.append(" ")
        parts.append(begun)
    return _SPACES.sub(" ", "".join(parts))


def _loses_hyphen(line: str, following: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the hyphen that ends a line was put there by the wrapping."""
    head = _HYPHENATED.search(line[-40:])
    tail = _FIRST_WORD.match(following)
    return bool(head and tail and tail[0].islower() and head[1] + tail[0] in vocabulary)


def _needs_no_space(line: str, following: str) -> bool:
    """Tell whether the line break stands where the running text has no space."""
    if _HYPHENATED.search(line[-40:]) and following[0].isalpha():
        return True
    if _DASH_END.search(line[-3:]):
        return True
    return bool(_WIDE.match(line[-1]) and _WIDE.match(following[0]))
