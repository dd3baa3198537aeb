"""Which blocks of a page are the article's: those that trafilatura finds, and what it drops.

Where it finds next to nothing and the page has text, it is asked again to be less strict, and then
the densest stretch of the page is taken.

trafilatura is known to drop what stands between the paragraphs that it finds: headings, captions,
block quotes, tables, loose lines. It drops them where they are, so they are found again there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from inquit.loaders.page_density import densest, words_of_text
from inquit.loaders.page_walk import ShownBlock
from inquit.loaders.piece import Piece
from inquit.model.structure import BlockKind

_GRAM = 5
_ENOUGH, _LEAST = 100, 0.3
"""Words that need no second look, and the share of the densest stretch that fewer need to be."""
_WORD = re.compile(r"\w+")
_ALWAYS = frozenset(
    {BlockKind.BLOCK_QUOTE, BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.TABLE_ROW}
)
_OF_LISTS = frozenset({BlockKind.LIST_ITEM, BlockKind.ITEM_CONTINUED})
_SHORT = 60
_MOST_LINKED = 0.5
"""Share of the words of a list from which it is one of links, none of the article's."""
_FEWEST_WORDS = 5
"""Words of an item that is no button; most words of a list that ends an article are in such."""
_ADVERTISING = re.compile(
    r"\W*(?:skip )?(?:(?:story|article) continues below )?(?:this )?advert(?:isement)?s?\W*",
    re.IGNORECASE,
)


def main_pieces(tree: HtmlElement, blocks: Sequence[ShownBlock]) -> list[Piece]:
    """Return the blocks that are the article's, or none where it is not to be told.

    A block is the article's where most of its words stand together in what trafilatura finds, or
    where it stands between such blocks and belongs to them.

    Args:
        tree: the page; it is not changed.
        blocks: all that it shows, in order.
    """
    dense = densest(blocks)
    held = sum(
        len(block.words.split()) for block, is_text in zip(blocks, dense, strict=True) if is_text
    )
    best: list[Piece] = []
    most = 0
    for kept in _passes(tree, blocks, dense):
        pieces = _pieces(blocks, kept)
        words = words_of_text(pieces)
        if words >= min(_ENOUGH, _LEAST * held):
            return pieces
        if words > most:
            best, most = pieces, words
    return best


def _passes(
    tree: HtmlElement, blocks: Sequence[ShownBlock], dense: list[bool]
) -> Iterator[list[bool]]:
    """Yield which blocks are found: by trafilatura, by it where unsure, as the densest stretch."""
    for recall in (False, True):
        grams = _grams_found(tree, recall=recall)
        yield [_is_within(_lowered(block.words), grams) for block in blocks]
    yield dense


def _pieces(blocks: Sequence[ShownBlock], kept: list[bool]) -> list[Piece]:
    """Return the article's blocks where some of them are found."""
    if not any(kept):
        return []
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    while first and blocks[first - 1].piece.kind is BlockKind.HEADING:
        first -= 1
        kept[first] = True
    last = _end(blocks, last)
    between = blocks[first : last + 1]
    chosen = _with_what_belongs(between, kept[first : last + 1])
    return [
        block.piece
        for block, is_chosen in zip(between, chosen, strict=True)
        if is_chosen and not _ADVERTISING.fullmatch(block.words)
    ]


def _end(blocks: Sequence[ShownBlock], last: int) -> int:
    """Return where the article ends: after a credit, or a list of sentences in its container.

    Args:
        blocks: all that the page shows.
        last: the last that trafilatura found.
    """
    home = blocks[last].around
    while last + 1 < len(blocks) and blocks[last + 1].piece.kind is BlockKind.CREDIT:
        last += 1
    after = last + 1
    items = _list_at(blocks, after)
    counts = [len(block.words.split()) for block in items]
    prose = sum(count for count in counts if count >= _FEWEST_WORDS) > sum(counts) / 2
    ends = prose and items[0].around == home and not _is_of_links(items)
    return last + len(items) if ends else last


def _list_at(blocks: Sequence[ShownBlock], at: int) -> Sequence[ShownBlock]:
    """Return the items, each of several blocks perhaps, of the list that begins somewhere."""
    end = at
    while end < len(blocks) and blocks[end].piece.kind in _OF_LISTS:
        end += 1
    return blocks[at:end]


def _is_of_links(items: Sequence[ShownBlock]) -> bool:
    """Tell whether most words of a list lead elsewhere."""
    runs = [run for block in items for run in block.piece.runs[block.marked :]]
    linked = sum(len(words.split()) for words, target in runs if target is not None)
    return linked > _MOST_LINKED * sum(len(words.split()) for words, _ in runs)


def _with_what_belongs(blocks: Sequence[ShownBlock], kept: Sequence[bool]) -> list[bool]:
    """Return which blocks are the article's.

    Args:
        blocks: from the first that trafilatura found to the last.
        kept: which of them it found.
    """
    homes = {block.parent for block, is_kept in zip(blocks, kept, strict=True) if is_kept}
    homes |= {block.around for block, is_kept in zip(blocks, kept, strict=True) if is_kept}
    chosen = [
        is_kept or _belongs(block, homes) for block, is_kept in zip(blocks, kept, strict=True)
    ]
    _choose_lists(blocks, chosen, homes)
    followed = False
    for at in range(len(blocks) - 2, -1, -1):
        block, following = blocks[at], blocks[at + 1]
        heads = following.piece.kind is BlockKind.HEADING
        followed = chosen[at + 1] and (followed or not heads)
        if block.piece.kind is BlockKind.HEADING:
            # Above a list of links that is left out it would stand over what is not its own.
            of_links = following.piece.kind in _OF_LISTS and not chosen[at + 1]
            chosen[at] = (chosen[at] or followed) and not of_links
        elif heads and chosen[at + 1] and block.parent == following.parent:
            # The time of an entry stands before its heading.
            chosen[at] = chosen[at] or len(block.words) < _SHORT
    return chosen


def _choose_lists(blocks: Sequence[ShownBlock], chosen: list[bool], homes: set[int]) -> None:
    """Choose the lists that stand between the paragraphs, but for those of links."""
    at = 0
    while at < len(blocks):
        items = _list_at(blocks, at)
        inside = bool(items) and items[0].around in homes and not _is_of_links(items)
        for number in range(at, at + len(items)):
            chosen[number] = chosen[number] or inside
        at += max(1, len(items))


def _belongs(block: ShownBlock, homes: set[int]) -> bool:
    """Tell whether a block belongs to the article by its kind, or by the container it is in."""
    kind = block.piece.kind
    if kind is BlockKind.HEADING or kind in _OF_LISTS:
        return False
    return kind in _ALWAYS or block.parent in homes


def _grams_found(tree: HtmlElement, *, recall: bool) -> set[tuple[str, ...]]:
    """Return the sequences of five words that the main text has, and its shorter paragraphs."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        deduplicate=False,
        favor_recall=recall,
    )
    body = getattr(found, "body", None)
    if body is None:
        return set()
    words = _lowered(" ".join(body.itertext()))
    grams = {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}
    # An item with a list in it has words of its own before that.
    own = (each.text or "" for each in body.iter() if len(each) == 0 or each.tag == "item")
    grams |= {tuple(_lowered(words)) for words in own}
    return grams


def _is_within(words: Sequence[str], grams: set[tuple[str, ...]]) -> bool:
    if len(words) < _GRAM:
        return bool(words) and tuple(words) in grams
    own = [tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)]
    return sum(gram in grams for gram in own) >= 0.5 * len(own)


def _lowered(text: str) -> list[str]:
    return _WORD.findall(text.lower())
