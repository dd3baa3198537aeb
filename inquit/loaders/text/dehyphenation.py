"""The lines of one hard-wrapped paragraph put together, with hyphens at line ends looked at.

A hyphen at a line's end goes where the text itself uses the word without it. Otherwise "well-known"
broken at its hyphen looks no different from "infor-mation": the hyphen stays, save in a text that a
program set with words broken at lines' ends, where it stays between words that the text has, and
where compounds have one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property

from inquit.model.pattern_at_need import pattern_at_need

_HYPHENATED = pattern_at_need(r"([^\W\d_]{2,})[-‐]$")
_FIRST_WORD = pattern_at_need(r"[^\W\d_]+")
_WORD = pattern_at_need(r"[^\W\d_]{4,}")
_SPACES = pattern_at_need(" {2,}")
_WIDE = pattern_at_need("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_DASH_END = pattern_at_need(r"\S(?:—|--)$")


# What makes compounds so often that it may not stand alone in a text.
_COMPOUNDING = frozenset(
    """all anti by cross east ex first half high ill long low mid non north off on post pre pro re
    second self semi short so south sub third three two vice well west
    twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
# What ends them, and hardly ever a broken word.
_COMPOUNDED = frozenset(
    """backed based built century class driven free friendly funded general goer goers going growing
    known laden law led level like lived looking made maker makers making million minded minute
    month off old oriented owned party person proof quality ranking related running scale sector
    size sized speaking style term time up wide winning worker workers worthy year""".split()
)
# What stands before a hyphen in a program's words much more often than in a writer's.
_FUSED = frozenset("by de dis ex im in mid mis out over post pre pro re so sub un under".split())
_FORMER = frozenset(
    """boyfriend chief colleague convict employee girlfriend head husband mayor minister officer
    partner player policeman president soldier student wife""".split()
)
# What has lost its hyphen though it begins as compounds do.
_GROWN = frozenset(
    """allege alleged alliance allied allies allow allowed crossroads firsthand halfway highland
    highlands highlight highlighted highlights highway highways lowland lowlands nonsense offshore
    offspring online secondhand shortcoming shortcomings shortfall shortfalls southwest southeast
    northwest northeast""".split()
)
_ENDING = pattern_at_need(
    r"a(?:ble|ge|l|nce|nt|ry|tion)|e(?:d|n|nce|nt|r|rn|rs|ry|st)|ful|i(?:ngs?|ons?|sh|sm|sts?|ty|ve)"
    r"|less|ly|ments?|ness|ors?|ous|ship|s?sions?|th|tions?|ty|wards?"
)
_BROKEN = pattern_at_need(r"[^\W\d_]{2,40}[-‐\xad]\n[ ]{0,8}[a-z][^\W\d_]*")
_FEWEST_BROKEN, _LEAST_BROKEN = 3, 0.03


class Vocabulary:
    """The words of a text, gathered only when the first hyphen asks for them."""

    def __init__(self, text: str, *, typeset: bool = False) -> None:
        """Take a text.

        Args:
            text: its lines.
            typeset: whether it is known that a program breaks words at its lines' ends.
        """
        self._text = text
        self._typeset = typeset

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text.casefold()))

    @cached_property
    def _unbroken(self) -> frozenset[str]:
        """The words of the text without the parts of those that are broken."""
        return frozenset(_WORD.findall(_BROKEN.sub(" ", self._text).casefold()))

    @cached_property
    def _is_hyphenated(self) -> bool:
        """Whether words are broken at so many lines' ends that a program has broken them."""
        broken = len(_BROKEN.findall(self._text))
        return broken >= _FEWEST_BROKEN and broken > _LEAST_BROKEN * self._text.count("\n")

    def parts_word(self, head: str, tail: str) -> bool:
        """Tell whether a hyphen between two parts at a line's end is none of the word's own."""
        if head + tail in self:
            return True
        if not (self._typeset or self._is_hyphenated) or f"{head}-{tail}" in self._text:
            return False
        known = head.casefold()
        if self._typeset and not (known == "ex" and tail in _FORMER):
            if known in _FUSED or known + tail in _GROWN or _ENDING.fullmatch(tail):
                return True
            if tail in _COMPOUNDED:
                return False
        if known in _COMPOUNDING:
            return False
        return not {known, tail.casefold()} <= self._unbroken

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words


def join_lines(lines: Sequence[str], vocabulary: Vocabulary) -> str:
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
    if line[-1] == "\xad":
        return True
    head = _HYPHENATED.search(line[-40:])
    tail = _FIRST_WORD.match(following)
    return bool(head and tail and tail[0].islower() and vocabulary.parts_word(head[1], tail[0]))


def _needs_no_space(line: str, following: str) -> bool:
    """Tell whether the line break stands where the running text has no space."""
    if _HYPHENATED.search(line[-40:]) and following[0].isalpha():
        return True
    if _DASH_END.search(line[-3:]):
        return True
    return bool(_WIDE.match(line[-1]) and _WIDE.match(following[0]))
