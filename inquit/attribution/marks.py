"""Quotation marks, paired paragraph by paragraph.

One odd mark costs its own paragraph at most: nothing here looks past the paragraph, but for
`open_before`, which says that the paragraph before left a quotation open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inquit.attribution.single_marks import Stretch, pair_single
from inquit.model.span import Span

MARK = re.compile(r"``|''|[\"“”„‟«»]")
OPENING_BEFORE = frozenset("([{-–—/\u2009\u202f¿¡‘'") | {""}
CLOSING_AFTER = frozenset(")]}.,;:!?-–—/…'’") | {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedRun:
    """A stretch between quotation marks on the outermost level of its paragraph.

    Attributes:
        outer: with its marks.
        inner: without them, and without white space at either end.
        opened: it has an opening mark; False where it goes on from the paragraph before.
        closed: it has a closing mark; False where it ran to the paragraph's end.
        sign: its opening mark, empty where it has none.
    """

    outer: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    sign: str = ""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def pair_marks(text: str, *, offset: int = 0, open_before: bool = False) -> tuple[QuotedRun, ...]:
    """Return the quoted runs of one paragraph in order, disjoint.

    Args:
        text: the paragraph.
        offset: where it starts in the article; the spans returned are shifted by it.
        open_before: the paragraph before ended inside a quotation.

    Returns:
        The outermost runs; quotations nested inside them are part of their text.
    """
    marks = [_read(text, match) for match in MARK.finditer(text)]
    stretches = _pair(text, marks, open_before=open_before)
    taken = [Span(start, end) for start, end, _, _ in stretches]
    single = pair_single(text, taken)
    covers = [Span(start, end) for start, end, _, _ in single]
    stretches = [one for one in stretches if not any(one[0] in cover for cover in covers)]
    runs = (_run(text, stretch, offset) for stretch in sorted(stretches + single))
    return tuple(run for run in runs if len(run.inner))


def reopens(text: str) -> bool:
    """Tell whether a paragraph starts with a mark that can open a quotation."""
    return bool(text) and text[0] in "\"“„«»‘'`"


def _read(text: str, match: re.Match[str]) -> _Mark:
    sign = match[0]
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    at_start = before in OPENING_BEFORE or before.isspace()
    at_end = after in CLOSING_AFTER or after.isspace()
    match sign:
        case "“" | "„" | "``":
            opens, closes = True, sign == "“"
        case "”":
            opens, closes = at_start and not at_end, True
        case "«":
            opens, closes = at_start or not at_end, at_end and not at_start
        case "»":
            opens, closes = at_start and not at_end, True
        case _:
            opens, closes = not at_end or at_start, not at_start or at_end
    return _Mark(match.start(), match.end(), sign, opens, closes)


def _pair(text: str, marks: list[_Mark], *, open_before: bool) -> list[Stretch]:
    """Return (start, end, opened, closed) of each outermost stretch, marks included."""
    found: list[Stretch] = []
    stack: list[_Mark] = []
    for index, mark in enumerate(marks):
        if index == 0 and open_before and mark.closes and not mark.opens and mark.start > 0:
            found.append((0, mark.end, False, True))
            continue
        if stack and _closes(stack[-1], mark):
            first = stack.pop()
            if not stack:
                found.append((first.start, mark.end, True, True))
        elif (mark.opens and mark.sign != "”") or (mark.opens and not stack):
            if stack and not _nested(stack[-1], marks[index:]):
                first = stack[0]
                stack.clear()
                if text[first.end : mark.start].rstrip()[-1:] in tuple(".!?…"):
                    found.append((first.start, mark.start, True, False))
            stack.append(mark)
    if stack:
        found.append((stack[0].start, len(text), True, False))
    return found


def _closes(first: _Mark, mark: _Mark) -> bool:
    if not mark.closes:
        return False
    if mark.sign == "“":
        return first.sign in "„‟"
    if mark.sign in "«»":
        return first.sign in "«»" and first.sign != mark.sign
    if first.sign in "«»":
        return False
    if first.sign == "“" and mark.sign == '"':
        return True
    return not (mark.sign == '"' and mark.opens and not first.opens)


def _nested(first: _Mark, rest: list[_Mark]) -> bool:
    """Tell whether the mark at the head of rest opens inside first: two closers follow it."""
    if first.sign == '"' and rest[0].sign == "“":
        return any(mark.sign == "”" for mark in rest)
    if rest[0].sign in "«»" or first.sign in "«»":
        return rest[0].sign != first.sign
    depth = 0
    for mark in rest:
        if (mark.opens and not mark.closes) or mark.sign == "“":
            depth += 1
            if depth > 1:
                return False
        elif mark.closes:
            depth -= 1
            if depth < 0:
                return True
    return False


def _run(text: str, stretch: Stretch, offset: int) -> QuotedRun:
    start, end, opened, closed = stretch
    first = _mark_length(text, start) if opened else 0
    last = _mark_length(text, end - 1, back=True) if closed else 0
    inner = text[start + first : end - last] if start + first <= end - last else ""
    left = start + first + len(inner) - len(inner.lstrip())
    right = left + len(inner.strip())
    whole = end if closed else max(right, start + first)
    return QuotedRun(
        outer=Span(start + offset, whole + offset),
        inner=Span(left + offset, right + offset),
        opened=opened,
        closed=closed,
        sign=text[start : start + first],
    )


def _mark_length(text: str, at: int, *, back: bool = False) -> int:
    pair = text[at - 1 : at + 1] if back else text[at : at + 2]
    return 2 if pair in ("``", "''") else 1
