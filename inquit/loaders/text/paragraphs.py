"""Hard-wrapped paragraphs rejoined; everything else keeps its lines.

A line that a program wrapped is full: the next line's first word would not have fitted on it.
In prose wrapped so, nearly every line but a paragraph's last is full, and many lines begin in
lower case; in verse, lists and one-line paragraphs neither holds.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inquit.loaders.text.dehyphenation import Vocabulary, join_lines
from inquit.model.pattern_at_need import pattern_at_need

_NARROWEST, _WIDEST = 36, 200
_MARKER = pattern_at_need(r"\s*(?:[-*+•‣–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S")
_LABEL = pattern_at_need(r"\s*(?:[QA]|[A-Z][A-Z.'’ -]{1,40}):\s")
# A dash may well begin a line of running text.
_LOWER = pattern_at_need(r"\s*(?:[-–—] )?[^\W\d_A-ZÀ-ÖØ-Þ]")
_TERMINAL = pattern_at_need(r"[.!?:…][\"'”’»)\]]{0,3}$")
_EXCERPT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrapping:
    """How a text was wrapped.

    Attributes:
        width: the longest that lines usually are, in characters.
        indented: whether an indented line begins a paragraph wherever it stands.
    """

    width: int
    indented: bool = False

    def is_full(self, line: str, following: str) -> bool:
        """Tell whether the first word of the following line would not have fitted on the line."""
        first = following.lstrip().split(" ", 1)[0]
        return len(line) + 1 + len(first) > self.width

    def continues(self, line: str, following: str, *, base: int, in_item: bool) -> bool:
        """Tell whether a line break is the wrapping's, not the writer's.

        Args:
            line: the line before the break, without trailing space.
            following: the line after it.
            base: the least indentation of the block that both are in.
            in_item: whether the paragraph so far began with a list marker.
        """
        filled = self.is_full(line, following)
        ended = _TERMINAL.search(line[-8:]) is not None
        unfinished = not ended and len(line) > 0.6 * self.width
        running = filled or (unfinished and _LOWER.match(following) is not None)
        if _MARKER.match(following) and (in_item or ended or not running):
            return False
        if _LABEL.match(following) and (ended or not running):
            return False
        limit = base if self.indented else _indent(line)
        return running and (in_item or _indent(following) <= limit)


def rejoin(text: str) -> str:
    """Return text with its hard-wrapped paragraphs on one line each.

    Args:
        text: normalised text, whose line breaks are line feeds.

    Returns:
        Paragraphs apart by a line feed or by one empty line, as they were apart before; no line
        ends in a space, no empty line begins or ends the text.
    """
    blocks = [block for block in _blocks(text) if block]
    wrapping = _wrapping(blocks)
    if wrapping is None:
        return "\n\n".join("\n".join(block) for block in blocks)
    vocabulary = Vocabulary(text)
    return "\n\n".join("\n".join(_unwrap(block, wrapping, vocabulary)) for block in blocks)


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the runs of lines between empty lines; a run may be empty."""
    block: list[str] = []
    for line in text.split("\n"):
        if kept := line.rstrip():
            block.append(kept)
        else:
            yield block
            block = []
    yield block


def _unwrap(block: Sequence[str], wrapping: _Wrapping, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the lines of a block with the wrapping undone."""
    group = [block[0]]
    base = min(map(_indent, block))
    for line, following in itertools.pairwise(block):
        in_item = _MARKER.match(group[0]) is not None
        if wrapping.continues(line, following, base=base, in_item=in_item):
            group.append(following)
        else:
            yield join_lines(group, vocabulary)
            group = [following]
    yield join_lines(group, vocabulary)


def _wrapping(blocks: Sequence[Sequence[str]]) -> _Wrapping | None:
    """Return how the text was wrapped, or None where it was not."""
    pairs = [pair for block in blocks[:_EXCERPT] for pair in itertools.pairwise(block)][:_EXCERPT]
    if not pairs:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    wrapping = _Wrapping(width=width, indented=_begins_indented(pairs))
    filled = sum(wrapping.is_full(*pair) for pair in pairs) / len(pairs)
    starts = [letter for _, line in pairs if (letter := _first_letter(line))]
    cased = [letter for letter in starts if letter.upper() != letter.lower()]
    if len(cased) < len(pairs) / 2:
        return wrapping if filled > 0.8 else None
    lower = sum(letter.islower() for letter in cased) / len(cased)
    return wrapping if lower > 0.35 and filled > 0.4 else None


def _begins_indented(pairs: Sequence[tuple[str, str]]) -> bool:
    """Tell whether indentation begins paragraphs, as against the hanging lines of an entry.

    Before the first line of a paragraph a sentence has ended; inside an entry seldom.
    """
    deeper = [line for line, following in pairs if _indent(following) > _indent(line)]
    ended = sum(_TERMINAL.search(line[-8:]) is not None for line in deeper)
    return bool(deeper) and ended > 0.7 * len(deeper)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _first_letter(line: str) -> str | None:
    return next((letter for letter in line[:20] if letter.isalpha()), None)
