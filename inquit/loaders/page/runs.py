"""The words of one block of a page as they are gathered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from inquit.loaders.piece import Run

_BOLD = frozenset(("b", "strong"))
_INLINE = _BOLD | frozenset(("a", "big", "cite", "em", "font", "i", "mark", "span", "u"))
CITING = frozenset(("cite", "small"))
"""Elements in which block quotes say who is credited."""
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}\s*$")
_DASHES = tuple("-–—―~")
_MOST_AFTER = 8


@dataclass(slots=True)
class _Inside:
    """Whether all words of a block stand in elements of some tags."""

    tags: frozenset[str]
    depth: int = 0
    said: bool = False
    only: bool = True

    @property
    def whole(self) -> bool:
        """Whether there are words, and all of them stand in such an element."""
        return self.said and self.only

    def say(self, words: str) -> None:
        """Take words in the present element; marks and dashes alone do not count."""
        if any(map(str.isalnum, words)):
            self.said = True
            self.only = self.only and self.depth > 0


@dataclass(slots=True)
class BlockRuns:
    """The runs of the current block.

    Attributes:
        runs: the words so far, each with the address that they lead to or None.
        broken: whether a break of the line is the last of it.
        label: how many runs, from the first, are set off on a line of their own.
    """

    runs: list[Run] = field(default_factory=list)
    broken: bool = False
    label: int = 0
    _bold: _Inside = field(default_factory=lambda: _Inside(_BOLD))
    _inline: _Inside = field(default_factory=lambda: _Inside(_INLINE))
    _citing: _Inside = field(default_factory=lambda: _Inside(CITING))

    @property
    def ended(self) -> bool:
        """Whether the words so far end a sentence."""
        said = "".join(words for words, _ in self.runs[-3:])[-80:]
        return _ENDED.search(said) is not None

    @property
    def cited(self) -> bool:
        """Whether all words are in elements for credits."""
        return self._citing.whole

    def enter(self, tag: str) -> None:
        """Enter an element."""
        for inside in (self._bold, self._inline, self._citing):
            inside.depth += tag in inside.tags

    def leave(self, tag: str) -> None:
        """Leave an element."""
        for inside in (self._bold, self._inline, self._citing):
            inside.depth -= tag in inside.tags

    def say(self, words: str, target: str | None) -> None:
        """Add words."""
        self.broken = self.broken and not words.strip()
        for inside in (self._bold, self._inline, self._citing):
            inside.say(words)
        self.runs.append((words, target))

    def break_line(self) -> None:
        """End a line of the block; words before the first that are all set off are its label."""
        if not self.label and self._inline.whole:
            self.label = len(self.runs)
        self.say(" ", None)
        self.broken = True

    def take(self) -> tuple[list[Run], int]:
        """Return the runs and how many of them are the label, and begin another block."""
        label = len(self.runs) if self._bold.whole else self.label
        runs, self.runs, self.broken, self.label = self.runs, [], False, 0
        for inside in (self._bold, self._inline, self._citing):
            inside.said, inside.only = False, True
        return runs, label

    def begins_label(self, tag: str) -> bool:
        """Tell whether an element that begins a line of a labelled block may be the next label."""
        return self.broken and self.label > 0 and tag in _BOLD and not self._bold.depth


def ends_quote(element: etree._Element) -> bool:
    """Tell whether no words come after an element in the block quote that it is in."""
    at = element
    while at.tag != "blockquote":
        for number, after in enumerate(at.itersiblings()):
            words = islice(after.itertext(), _MOST_AFTER)
            if number == _MOST_AFTER or any(map(str.strip, words)):
                return False
        parent = at.getparent()
        if parent is None or any(
            map(_has_words_after, (at, *islice(at.itersiblings(), _MOST_AFTER)))
        ):
            return False
        at = parent
    return True


def begins_with_dash(element: etree._Element) -> bool:
    """Tell whether the line after a break begins with a dash."""
    following = element.getnext()
    words = (element.tail or "").strip() or (following is not None and following.text) or ""
    return words.strip().startswith(_DASHES)


def _has_words_after(element: etree._Element) -> bool:
    """Tell whether words come right after an element."""
    return bool((element.tail or "").strip())
