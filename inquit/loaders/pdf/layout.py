"""Turning lines on pages into paragraphs, without running heads and with broken words joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from inquit.loaders.pdf.drop_caps import with_initials
from inquit.loaders.pdf.groups import Group, Role, groups_of_pages
from inquit.loaders.pdf.lines import Line, Page
from inquit.loaders.pdf.margins import without_margins
from inquit.loaders.piece import CELL_BREAK, Piece
from inquit.loaders.text.dehyphenation import Vocabulary, join_lines
from inquit.model.structure import BlockKind

_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")


def pieces_of_pages(pages: Sequence[Page]) -> list[Piece]:
    """Return the headings and paragraphs of some pages, notes at the feet of pages at the end.

    Args:
        pages: in order.
    """
    groups = list(groups_of_pages(with_initials(without_margins(pages))))
    words = "\n".join(line.words for group in groups for line in group.lines)
    vocabulary = Vocabulary(words, typeset=True)
    notes = [group for group in groups if group.role is Role.NOTE]
    pieces = list(_flow((group for group in groups if group.role is not Role.NOTE), vocabulary))
    if notes:
        pieces.append(Piece((("Footnotes", None),), BlockKind.HEADING, 2))
        pieces += [_paragraph(_words(group.lines), vocabulary) for group in notes]
    return pieces


def _flow(groups: Iterable[Group], vocabulary: Vocabulary) -> Iterator[Piece]:
    """Yield the pieces of the text, with paragraphs joined across columns and pages."""
    waiting: list[str] = []
    for group in groups:
        paragraphs = _paragraphs(group.lines) if group.role is Role.TEXT else iter(())
        for paragraph in paragraphs:
            if waiting and not _continues(waiting[-1], paragraph[0]):
                yield _paragraph(waiting, vocabulary)
                waiting = []
            waiting += paragraph
        if group.role is not Role.TEXT:
            if waiting:
                yield _paragraph(waiting, vocabulary)
                waiting = []
            yield _apart(group, vocabulary)
    if waiting:
        yield _paragraph(waiting, vocabulary)


def _apart(group: Group, vocabulary: Vocabulary) -> Piece:
    """Return a heading or a row."""
    words = _words(group.lines)
    if group.role is Role.ROW:
        return Piece(((CELL_BREAK.join(words), None),), BlockKind.TABLE_ROW)
    return Piece(((join_lines(words, vocabulary), None),), BlockKind.HEADING, group.level)


def _paragraph(lines: Sequence[str], vocabulary: Vocabulary) -> Piece:
    return Piece(((join_lines(lines, vocabulary), None),))


def _words(lines: Iterable[Line]) -> list[str]:
    return [line.words for line in lines]


def _continues(before: str, after: str) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    return not _ENDED.search(before[-8:]) and (after[0].islower() or before[-1] in "-‐\xad,;")


def _paragraphs(box: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the paragraphs in a box: a new one is indented, or follows a line that ends early."""
    left, right = min(line.left for line in box), max(line.right for line in box)
    group = [box[0].words]
    for before, line in itertools.pairwise(box):
        ended = _ENDED.search(before.words[-8:]) is not None
        indented = line.left > left + 0.6 * line.size and before.left < left + 0.6 * line.size
        short = before.right < right - 0.12 * (right - left)
        if ended and (indented or short):
            yield group
            group = []
        group.append(line.words)
    yield group
