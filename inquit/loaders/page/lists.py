"""Choosing the lists that belong to an article, as trafilatura drops many of them."""

from __future__ import annotations

from collections.abc import Sequence

from inquit.loaders.page.walk import ShownBlock
from inquit.model.structure import BlockKind

OF_LISTS = frozenset({BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED})
"""What the blocks of lists are."""
_MOST_LINKED = 0.5
"""Share of the words of a list from which it is one of links, none of the article's."""
_FEWEST_WORDS = 5
"""Words of an item that is no button."""
_MOST_LEADING = 12
"""Words of a line that stands over a list."""


def choose_lists(blocks: Sequence[ShownBlock], chosen: list[bool], homes: set[int]) -> None:
    """Choose the lists between the paragraphs of an article, but for those of links or buttons.

    Args:
        blocks: from the first of the article to the last.
        chosen: which of them are the article's; lists are added.
        homes: the containers of what else is.
    """
    at = 0
    while at < len(blocks):
        items = _list_at(blocks, at)
        if items and (items[0].around in homes or _is_prose(items)) and not _is_of_links(items):
            chosen[at : at + len(items)] = [True] * len(items)
        at += max(1, len(items))


def start_with_list(blocks: Sequence[ShownBlock], first: int) -> int:
    """Return where an article starts: with the list under its headline where there is one.

    Args:
        blocks: all that the page shows.
        first: the first paragraph that is found.
    """
    at = first
    while at and _is_item(blocks[at - 1]) and blocks[at - 1].listed == blocks[first - 1].listed:
        at -= 1
    under = 0 < at < first and blocks[at - 1].piece.kind is BlockKind.HEADING
    return at if under and _belongs(blocks[at:first], blocks[first].around) else first


def end_with_list(blocks: Sequence[ShownBlock], last: int) -> int:
    """Return where an article ends: after the lists of sentences that follow in its container.

    What is left of a list whose first items are the article's is the article's too.

    Args:
        blocks: all that the page shows.
        last: the last paragraph that is found.
    """
    home = blocks[last].around
    if _is_item(blocks[last]):
        rest = [
            block for block in _list_at(blocks, last + 1) if block.listed == blocks[last].listed
        ]
        last += 0 if _is_of_links(rest) else len(rest)
    while True:
        at = last + 1
        while at < len(blocks) and blocks[at].piece.kind is BlockKind.HEADING:
            at += 1
        at += _is_lead(blocks[at : at + 2], home)
        items = _list_at(blocks, at)
        # After a list of the article's own a shorter one is, too; else it has to be of sentences.
        after = at == last + 1 and bool(items) and _is_item(blocks[last])
        beside = after and items[0].around == home and not _is_of_links(items)
        if not beside and not _belongs(items, home):
            return last
        last = at + len(items) - 1


def _is_lead(blocks: Sequence[ShownBlock], home: int) -> bool:
    """Tell whether the first of two blocks stands over the list that the second begins."""
    if len(blocks) < 2 or _is_item(blocks[0]) or not _is_item(blocks[1]):
        return False
    return blocks[0].parent == home and len(blocks[0].words.split()) <= _MOST_LEADING


def _belongs(items: Sequence[ShownBlock], home: int) -> bool:
    """Tell whether a list at either end of an article is its own."""
    return bool(items) and items[0].around == home and _is_prose(items) and not _is_of_links(items)


def _list_at(blocks: Sequence[ShownBlock], at: int) -> Sequence[ShownBlock]:
    """Return the items, each of several blocks perhaps, of the list that begins somewhere."""
    end = at
    while end < len(blocks) and _is_item(blocks[end]) and blocks[end].listed == blocks[at].listed:
        end += 1
    return blocks[at:end]


def _is_item(block: ShownBlock) -> bool:
    return block.listed > 0 and block.piece.kind in OF_LISTS


def _is_prose(items: Sequence[ShownBlock]) -> bool:
    """Tell whether most words of a list are in items of some length."""
    counts = [len(block.words.split()) for block in items]
    return sum(count for count in counts if count >= _FEWEST_WORDS) > sum(counts) / 2


def _is_of_links(items: Sequence[ShownBlock]) -> bool:
    """Tell whether most words of a list are links."""
    runs = [run for block in items for run in block.piece.runs[block.marked :]]
    linked = sum(len(words.split()) for words, target in runs if target is not None)
    return linked > _MOST_LINKED * sum(len(words.split()) for words, _ in runs)
