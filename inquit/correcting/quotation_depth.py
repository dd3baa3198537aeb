"""How deep each place of a text is nested in quotations, by the marks of its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inquit.model.passage import CLOSED_BY
from inquit.model.span import Span

_MARK = re.compile("[\"“”„«»‹›‘’‚'\n]")
_SINGLE = frozenset("‘’‚'")
_AFTER_THESE_OPENS = frozenset("([{-–—/“„«‹‘\"'")
_STOPS = frozenset(",.!?…—–-")
_NO_QUOTATION = re.compile(
    r"['’](?:\d|(?:em|n|til|tis|twas|cause|cos|bout|round)\b)", re.IGNORECASE
)
_MOST_PARAGRAPHS = 8
"""How many paragraphs back an opening mark is looked for."""
_LONGEST_QUOTATION = 1000
"""Code points after an apostrophe within which a clearer closing mark is looked for."""
_ALSO_CLOSED_BY = {"“": '"', "‚": "‘’"}
_EARLIER = "”"
"""Stands for an opening mark in an earlier paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthChange:
    """A place where a quotation begins or ends.

    Attributes:
        mark: the span of the mark; empty where the end of a paragraph ends the quotation.
        depth: how many quotations the text after it is in.
    """

    mark: Span
    depth: int


def depth_changes(text: str, span: Span) -> Iterator[DepthChange]:
    """Yield the changes of depth up to the end of a span.

    Args:
        text: the article's text.
        span: the span; its paragraph is read from the start, and some before it, which may be
            parts of the same quotation.
    """
    newline = span.start
    for _ in range(_MOST_PARAGRAPHS):
        if newline >= 0:
            newline = text.rfind("\n", 0, newline)
    start, open_marks = newline + 1, list[str]()
    if _begins_quoted(text, start):
        open_marks.append(_EARLIER)
        yield DepthChange(mark=Span(start, start), depth=1)
    for found in _MARK.finditer(text, start, span.end):
        at = found.start()
        if found[0] == "\n":
            yield from _changes_at_newline(text, at, open_marks)
        else:
            yield from _changes_at_mark(text, at, open_marks)


def _changes_at_newline(text: str, at: int, open_marks: list[str]) -> Iterator[DepthChange]:
    """Yield what the end of a paragraph changes; quotations go on only where marks say so."""
    before = len(open_marks)
    if _begins_quoted(text, at + 1):
        open_marks[:] = open_marks or [_EARLIER]
    elif _first_mark(text, at + 1) is not None:
        open_marks.clear()
    if len(open_marks) != before:
        yield DepthChange(mark=Span(at, at), depth=len(open_marks))


def _changes_at_mark(text: str, at: int, open_marks: list[str]) -> Iterator[DepthChange]:
    """Yield what a mark changes, and update open_marks."""
    sign, mark = text[at], Span(at, at + 1)
    if opens(text, at):
        if sign in open_marks:
            del open_marks[open_marks.index(sign) :]
            yield DepthChange(mark=Span(at, at), depth=len(open_marks))
        open_marks.append(sign)
        yield DepthChange(mark=mark, depth=len(open_marks))
    elif closes(text, at):
        ended = [number for number, each in enumerate(open_marks) if _can_close(each, sign)]
        if ended:
            del open_marks[ended[-1] :]
            yield DepthChange(mark=mark, depth=len(open_marks))


def opens(text: str, at: int) -> bool:
    """Tell whether the mark at an offset opens a quotation."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free = not before or before.isspace() or before in _AFTER_THESE_OPENS
    holds = bool(after) and not after.isspace()
    match sign:
        case "„" | "‚":
            return True
        case "“" | "‘" | "«" | "‹":
            return free or (after.isalnum() and sign in "“‘" and not before.isalnum())
        case "'":
            return free and after.isalnum() and not _NO_QUOTATION.match(text, at)
        case '"':
            return free and holds
        case _:
            return sign != "’" and free and after.isalnum()


def closes(text: str, at: int) -> bool:
    """Tell whether the mark at an offset, which opens no quotation, can close one."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign not in _SINGLE:
        return True
    if not before or before.isspace() or after.isalnum():
        return False
    return before in _STOPS or not _is_possessive(text, at)


def _is_possessive(text: str, at: int) -> bool:
    """Tell whether a single mark after an s is an apostrophe, as a clearer closing mark follows."""
    if text[at - 1] not in "sS":
        return False
    for found in _MARK.finditer(text, at + 1, at + _LONGEST_QUOTATION):
        if found[0] == "\n" or (found[0] in _SINGLE and opens(text, found.start())):
            return False
        if found[0] in _SINGLE and text[found.start() - 1] in _STOPS:
            return True
    return False


def _can_close(opening: str, sign: str) -> bool:
    if opening == _EARLIER:
        return sign not in _SINGLE
    return sign in CLOSED_BY.get(opening, "") + _ALSO_CLOSED_BY.get(opening, "")


def _begins_quoted(text: str, start: int) -> bool:
    """Tell whether a paragraph begins inside a quotation, as its first mark closes one."""
    first = _first_mark(text, start)
    return first is not None and not opens(text, first) and not text[start:first][-1:].isdigit()


def _first_mark(text: str, start: int) -> int | None:
    """Return the offset of the first double mark of a paragraph."""
    for found in _MARK.finditer(text, start):
        if found[0] == "\n":
            return None
        if found[0] not in _SINGLE:
            return found.start()
    return None
