"""Where the lines of a paragraph begin, measured in the cells of a terminal.

Everything counts in code points of the raw text, so that what is drawn, found, clicked and
selected speaks of the same offsets.
"""

from __future__ import annotations

import re

from rich.cells import split_graphemes

from inquit.model.printable import replace_undrawable

# All that may not be one cell wide; letters common in news take the fast path.
_NOT_NARROW = re.compile(
    "[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
# Lines of Chinese and Japanese do not begin or end with these (JLREQ 3.1.7, 3.1.8, in short).
_NO_START = frozenset("、。，．：；！？）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…")
_NO_END = frozenset("（「『【〈《〔［｛")


def is_narrow(text: str) -> bool:
    """Tell whether every code point of text is surely one cell wide."""
    return _NOT_NARROW.search(text) is None


def line_starts(text: str, start: int, end: int, width: int) -> list[int]:
    """Return where the lines of one paragraph begin.

    Args:
        text: the whole text.
        start: the paragraph's first code point.
        end: the one after its last.
        width: the cells of a line, at least 1.

    Returns:
        Offsets into text, the first of them start. Spaces at a break stay on the line before it.
    """
    if _NOT_NARROW.search(text, start, end) is None:
        return _narrow_starts(text, start, end, width)
    return _measured_starts(text, start, end, width)


def line_end(text: str, start: int, end: int) -> int:
    """Return end of a line without the spaces before it."""
    while end > start and text[end - 1] in " \n":
        end -= 1
    return end


def _narrow_starts(text: str, start: int, end: int, width: int) -> list[int]:
    """Break where one code point is one cell: at the last space that fits, or in the word."""
    starts = [start]
    while end - start > width:
        limit = start + width
        space = text.rfind(" ", start, limit + 1)
        dash = text.rfind("—", start, limit)
        start = max(space, dash) + 1 if max(space, dash) > start else limit
        while start < end and text[start] == " ":
            start += 1
        if start < end:
            starts.append(start)
    return starts


def _measured_starts(text: str, start: int, end: int, width: int) -> list[int]:
    """Break between graphemes: after spaces, beside wide characters, or else in the word."""
    spans, _ = split_graphemes(replace_undrawable(text[start:end]))
    starts, used, chance, used_at_chance = [start], 0, 0, 0
    line, before = start, 0
    for first, last, cells in spans:
        here = start + first
        if here > line and _may_break(text, here, here + last - first, (before, cells)):
            chance, used_at_chance = here, used
        if used + cells > width and text[here] not in " \n" and here > line:
            line, spent = (chance, used_at_chance) if chance > line else (here, used)
            starts.append(line)
            used -= spent
        used, before = used + cells, cells
    return starts


def _may_break(text: str, here: int, after: int, cells: tuple[int, int]) -> bool:
    """Tell whether a line may begin with a grapheme; cells are those before it and its own."""
    before = text[here - 1]
    if before in " —":
        return text[here] != " "
    return (
        2 in cells
        and before not in _NO_END
        and text[here] not in _NO_START
        and (cells[1] == 2 or text[here:after].isalnum())
    )
