"""Plain text that answers other text: lines begun with `>` as block quotes, who wrote them above.

As mail programs, and people in other plain text, write it (RFC 3676, section 4.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inquit.loaders.piece import LINE_BREAK, Piece
from inquit.loaders.text.paragraphs import rejoin
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.reply_line import reply_line_in, with_name_in_order
from inquit.model.structure import BlockKind

_QUOTED = pattern_at_need(r"((?:> ?)+)(.*)")
_VERB = pattern_at_need(r"(?:^|\s)(?:wrote|writes)\s?:$")
_LONGEST = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line without its marks.

    Attributes:
        level: how often it is quoted.
        words: the rest of it.
        names: whether it says who wrote what follows.
    """

    level: int
    words: str
    names: bool = False


def answers(text: str) -> bool:
    """Tell whether a line of a text says who wrote the quoted lines after it."""
    return ">" in text and any(line.names for line in _lines(text))


def reply_pieces(text: str) -> list[Piece]:
    """Return the paragraphs of a text, each with the level it is quoted to.

    A line that says who wrote what follows is a paragraph of its own and no part of a quotation;
    a quotation after one of another level is another one.

    Args:
        text: normalised text, whose line breaks are line feeds.
    """
    pieces: list[Piece] = []
    quoted = 0
    for lines in _groups(_lines(text)):
        level = 0 if lines[0].names else lines[0].level
        words = rejoin("\n".join(line.words for line in lines))
        kind = BlockKind.BLOCK_QUOTE if level else BlockKind.PARAGRAPH
        for index, block in enumerate(words.split("\n\n")):
            opens = bool(level and quoted and level != quoted and not index)
            runs = ((block.replace("\n", LINE_BREAK), None),)
            pieces.append(Piece(runs, kind, level, opens=opens))
        quoted = level if words else quoted
    return pieces


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the runs of lines that are quoted to the same level, naming lines each alone."""
    group: list[_Line] = []
    for line in lines:
        if group and (line.names or group[-1].names or line.level != group[-1].level):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _lines(text: str) -> list[_Line]:
    """Return the lines, those that name who wrote unwrapped and the name in its order."""
    waiting = [_line(line) for line in reversed(text.split("\n"))]
    lines: list[_Line] = []
    following = -1  # level of the next line that is not empty
    for line in waiting:
        deeper = following > line.level
        wrapped = lines[-1] if lines and lines[-1].names and lines[-1].level == line.level else None
        if deeper and (reply_line_in(line.words) or _VERB.search(line.words)):
            words = with_name_in_order(line.words)
            lines.append(_Line(level=line.level, words=words, names=True))
        elif wrapped is not None and (whole := _unwrap(line.words, wrapped.words)):
            lines[-1] = _Line(level=line.level, words=whole, names=True)
        else:
            lines.append(line)
        following = line.level if line.words.strip() else following
    return lines[::-1]


def _line(line: str) -> _Line:
    marked = _QUOTED.match(line)
    if marked is None:
        return _Line(level=0, words=line.rstrip())
    return _Line(level=marked[1].count(">"), words=marked[2].rstrip())


def _unwrap(line: str, end: str) -> str | None:
    """Return a line and the wrapped end of it as one, None where they are two.

    Args:
        line: the line before.
        end: a line that says who wrote, or the end of one.
    """
    if not line.strip() or len(line) + len(end) > _LONGEST:
        return None
    reply = reply_line_in(end)
    if reply is not None and reply.name is not None and re.match(r"(?:On|At|Le|Am)\b", end):
        return None
    whole = f"{line} {end}"
    starts = re.match(r"(?:On|At|Le|Am)\b|\d|\*\s|[^.!?]*<[^\s<>@]+@[^\s<>]+>$", line)
    named = reply_line_in(whole) if starts else None
    return with_name_in_order(whole) if named is not None else None
