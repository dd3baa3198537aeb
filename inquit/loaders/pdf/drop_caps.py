"""Joining the large initials in a PDF's text to the words that they begin.

Such a letter stands over two lines or more, which are set in beside it; a PDF tells only where the
letter and the lines are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from inquit.loaders.pdf.lines import INITIAL, LARGE, Line, Page

_WORD = re.compile(r"[^\W\d_]+")
_ALONE = {
    "A": frozenset(
        """bout bove bsent ccording cross dd fter gain gainst ge go head ir ll lmost lone long
        lready lso lthough lways m mid mong n nd nger nother ny part re rea rmed rmy round rt s
        side sked t way""".split()
    ),
    "I": frozenset("f mages n ndeed nside nstead nto s ssues t ts tself".split()),
}
"""What follows an initial that may be a word by itself where it is not: about, above, ...; if, in.

No other word that goes on so begins with what begins an English word.
"""

_ONSET = re.compile(
    r"[^aeiou](?:[aeiouy]|$)|[aeiouy]|[bcfgp]l|[bcdfgpt]r|[cgpstw]h|[gks]n|[ps]s|s[ckmpqtw]|[dt]w|wr|qu"
)


def with_initials(pages: Sequence[Page]) -> list[Page]:
    """Return pages on which a large initial is part of its word, in one box with its paragraph.

    Args:
        pages: in order.
    """
    lines = [line for page in pages for box in page.boxes for line in box]
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.words)
    body = sizes.most_common(1)[0][0] if sizes else 0
    words = frozenset(word.casefold() for line in lines for word in _WORD.findall(line.words))
    return [_restore_initials(page, body, words) for page in pages]


def _restore_initials(page: Page, body: float, words: frozenset[str]) -> Page:
    initials = [line for box in page.boxes for line in box if _is_initial(line, body)]
    for initial in initials:
        if beside := _beside(page, initial, body):
            page = _with_paragraph(page, initial, beside, words)
    return page


def _is_initial(line: Line, body: float) -> bool:
    return line.size >= LARGE * body and INITIAL.fullmatch(line.words) is not None


def _beside(page: Page, initial: Line, body: float) -> list[Line]:
    """Return the lines that are set in beside an initial, from the top."""
    found = [
        line
        for box in page.boxes
        for line in box
        if line.size < initial.size
        and -0.5 * body <= line.left - initial.right <= initial.size
        and initial.bottom - 1.5 * body <= line.bottom <= initial.bottom + initial.size
    ]
    return sorted(found, key=lambda line: -line.bottom)


def _with_paragraph(
    page: Page, initial: Line, beside: Sequence[Line], words: frozenset[str]
) -> Page:
    """Return a page with an initial, the lines beside it and those under it in one box."""
    first = beside[0]
    whole = [replace(line, left=initial.left) for line in beside]
    whole[0] = replace(whole[0], words=_join_initial(initial.words, first.words, words))
    taken = {id(initial), *map(id, beside)}
    under = _under(page, initial, beside, taken)
    taken |= set(map(id, under))
    boxes: list[tuple[Line, ...]] = []
    placed = False
    for box in page.boxes:
        if not placed and any(id(line) in taken for line in box):
            boxes.append((*whole, *under))
            placed = True
        boxes.append(tuple(line for line in box if id(line) not in taken))
    return replace(page, boxes=tuple(box for box in boxes if box))


def _under(page: Page, initial: Line, beside: Sequence[Line], taken: set[int]) -> tuple[Line, ...]:
    """Return the rest of the box that goes on under the lines beside an initial."""
    last = beside[-1]
    leading = 1.6 * last.size
    if len(beside) > 1:
        leading = 1.3 * (beside[-2].bottom - last.bottom)
    for box in page.boxes:
        left = [line for line in box if id(line) not in taken]
        if (
            left
            and 0 < last.bottom - left[0].bottom <= leading
            and abs(left[0].left - initial.left) < last.size
            and round(left[0].size) == round(last.size)
        ):
            return tuple(left)
    return ()


def _join_initial(initial: str, line: str, words: frozenset[str]) -> str:
    """Return a line with its initial, with a space where the initial is a word by itself."""
    letter = initial[-1]
    found = _WORD.match(line)
    rest = found[0] if found else ""
    apart = False
    if letter in _ALONE and rest.islower() and (letter + rest).casefold() not in words:
        apart = rest not in _ALONE[letter] and _ONSET.match(rest) is not None
    return f"{initial}{' ' if apart else ''}{line}"
