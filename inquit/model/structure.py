"""What the stretches of an article are: headings, list items, block quotes, links."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inquit.model.span import Span


class BlockKind(StrEnum):
    """What a block is to a reader; a credit names the source of the block quote beside it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    ITEM_CONTINUED = "list item, continued"
    BLOCK_QUOTE = "block quote"
    CREDIT = "credit"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    TABLE_ROW = "table row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of an article that is not a plain paragraph.

    Attributes:
        span: one paragraph of the article.
        kind: what it is.
        level: depth of a heading, list item or block quote, from 1, and of what continues a list
            item or credits a block quote; 0 for the others.
        opens: whether a block quote begins with it that is none with the block before.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that are a link.

    Attributes:
        span: the words.
        target: the whole address, with nothing in it that a terminal obeys; http or https.
    """

    span: Span
    target: str
