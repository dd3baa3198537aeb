"""How the blocks of an article stand on the screen: after a bullet, behind a bar, indented.

Shapes depend on the article alone; the layout decides how many cells of them fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from inquit.model.article import Article
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind

_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s+|[•◦▪*–-]\s+")
_BULLETS = ("• ", "◦ ", "▪ ")
_OF_LISTS = (BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED)
_STEP, _DEEPEST = 2, 4
"""Cells that a level is set in by, and the deepest level that is told from the one above."""

_MOST_SPACES = 16
"""Spaces of a preformatted line's indentation that are shown."""

UNDERLINED_LEVELS = 2
"""Headings down to this level are underlined; those below have a sign before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockShape:
    """How one block stands.

    Attributes:
        kind: what it is.
        level: depth of a heading, list item or block quote.
        first: what stands before its first line.
        rest: what stands before its other lines.
        tight: whether no blank row parts it from the block before.
    """

    kind: BlockKind
    level: int = 0
    first: str = ""
    rest: str = ""
    tight: bool = False


def shape_blocks(article: Article) -> Mapping[int, BlockShape]:
    """Return the shapes of an article's blocks by where they begin; empty for plain paragraphs."""
    shapes: dict[int, BlockShape] = {}
    before: Block | None = None
    for block in article.blocks:
        shapes[block.span.start] = _shape(article.text, block, before)
        before = block
    return shapes


def _shape(text: str, block: Block, before: Block | None) -> BlockShape:
    kind, depth = block.kind, min(max(1, block.level), _DEEPEST)
    first = rest = ""
    if kind is BlockKind.LIST_ITEM:
        first, rest = _item_leads(text, block.span, depth)
    elif kind is BlockKind.ITEM_CONTINUED:
        first = rest = " " * _STEP * depth
    elif kind is BlockKind.TABLE_ROW:
        first, rest = "┆ ", "┆   "
    elif kind in (BlockKind.BLOCK_QUOTE, BlockKind.CREDIT):
        first = rest = "│ " * depth
    elif kind is BlockKind.PREFORMATTED:
        first = rest = "┊ " + " " * _spaces_before(text, block.span.start)
    elif kind is BlockKind.CAPTION:
        first, rest = "▫ ", "  "
    elif kind is BlockKind.HEADING and block.level > UNDERLINED_LEVELS:
        first, rest = "▪ ", "  "
    return BlockShape(
        kind=kind,
        level=block.level,
        first=first,
        rest=rest,
        tight=before is not None and _belong_together(text, before, block),
    )


def _item_leads(text: str, span: Span, depth: int) -> tuple[str, str]:
    """Return what stands before a list item's lines; one that has its own number gets no bullet."""
    outer = " " * _STEP * (depth - 1)
    number = _NUMBER.match(text, span.start, span.end)
    if number:
        return outer, outer + " " * min(len(number[0]), 6)
    return outer + _BULLETS[(depth - 1) % len(_BULLETS)], outer + " " * _STEP


def _spaces_before(text: str, start: int) -> int:
    """Return how far a preformatted line is indented, which its span leaves out."""
    before = text[max(0, start - _MOST_SPACES) : start]
    return len(before) - len(before.rstrip(" "))


def _belong_together(text: str, before: Block, block: Block) -> bool:
    """Tell whether two blocks are items of one list, or lines of one piece."""
    in_list = before.kind in _OF_LISTS and block.kind in _OF_LISTS
    if before.kind is not block.kind and not in_list:
        return False
    between = text[before.span.end : block.span.start]
    if between.strip():
        return False
    if in_list:
        return not _begins_list(text, before, block)
    return between.count("\n") < 2


def _begins_list(text: str, before: Block, block: Block) -> bool:
    """Tell whether one of two items on the outermost level is numbered and the other is not."""
    if before.level > 1 or block.level > 1 or before.kind is not block.kind:
        return False
    numbered = [_NUMBER.match(text, each.span.start, each.span.end) for each in (before, block)]
    return (numbered[0] is None) is not (numbered[1] is None)


def fit_lead(lead: str, width: int) -> str:
    """Return as much of what stands before a line as leaves room for its words.

    Args:
        lead: what stands before the line.
        width: cells of the column, words included.
    """
    room = width // 3
    return lead if len(lead) <= room else lead[len(lead) - room :]
