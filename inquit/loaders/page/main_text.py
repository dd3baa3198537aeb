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

from inquit.loaders.guard import FAULTS
from inquit.loaders.page.density import count_words, densest, words_of_text
from inquit.loaders.page.lists import OF_LISTS, choose_lists, end_with_list, start_with_list
from inquit.loaders.page.walk import ShownBlock
from inquit.loaders.piece import Piece
from inquit.model.structure import BlockKind

_GRAM = 5
_ENOUGH, _LEAST = 100, 0.3
"""Words that need no second look, and the share of the densest stretch that fewer need to be."""
_WORD = re.compile(r"\w+")
_ALWAYS = frozenset(
    {BlockKind.BLOCK_QUOTE, BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.TABLE_ROW}
)
_SHORT = 60
_ADVERTISING = re.compile(
    r"\W*(?:skip )?(?:(?:story|article) continues below )?(?:this )?advert(?:isement)?s?\W*",
    re.IGNORECASE,
)


def main_pieces(tree: HtmlElement, blocks: Sequence[ShownBlock]) -> list[Piece]:
    """Return the blocks of the article, or none if they cannot be told.

    A block is the article's where most of its words stand together in what trafilatura finds, or
    where it stands between such blocks and belongs to them.

    Args:
        tree: the page; it is not changed.
        blocks: all that it shows, in order.
    """
    dense = densest(blocks)
    held = sum(
        count_words(block.words) for block, is_text in zip(blocks, dense, strict=True) if is_text
    )
    best: list[Piece] = []
    most = 0
    for kept in _passes(tree, blocks, dense if held >= _ENOUGH else None):
        pieces = _pieces(blocks, kept)
        words = words_of_text(pieces)
        if words >= min(_ENOUGH, _LEAST * held):
            return pieces
        if words > most:
            best, most = pieces, words
    return best


def _passes(
    tree: HtmlElement, blocks: Sequence[ShownBlock], dense: list[bool] | None
) -> Iterator[list[bool]]:
    """Yield which blocks are found: by trafilatura, by it where unsure, as the densest stretch."""
    for recall in (False, True):
        grams = _grams_found(tree, recall=recall)
        yield [_is_within(_fold_words(block.words), grams) for block in blocks]
    if dense is not None:
        yield dense


def _pieces(blocks: Sequence[ShownBlock], kept: list[bool]) -> list[Piece]:
    """Return the article's blocks, given that some of them are found."""
    if not any(kept):
        return []
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    first = start_with_list(blocks, first)
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
    """Return where the article ends: after the credit of a last quote, or after a list.

    Args:
        blocks: all that the page shows.
        last: the last that trafilatura found.
    """
    while last + 1 < len(blocks) and blocks[last + 1].piece.kind is BlockKind.CREDIT:
        last += 1
    return end_with_list(blocks, last)


def _with_what_belongs(blocks: Sequence[ShownBlock], kept: Sequence[bool]) -> list[bool]:
    """Return which blocks belong to the article.

    Args:
        blocks: from the first that trafilatura found to the last.
        kept: which of them it found.
    """
    homes = {block.parent for block, is_kept in zip(blocks, kept, strict=True) if is_kept}
    homes |= {block.around for block, is_kept in zip(blocks, kept, strict=True) if is_kept}
    chosen = [
        is_kept or _belongs(block, homes) for block, is_kept in zip(blocks, kept, strict=True)
    ]
    choose_lists(blocks, chosen, homes)
    followed = False
    for at in range(len(blocks) - 2, -1, -1):
        block, following = blocks[at], blocks[at + 1]
        heads = following.piece.kind is BlockKind.HEADING
        followed = chosen[at + 1] and (followed or not heads)
        if block.piece.kind is BlockKind.HEADING:
            # Above a list of links that is left out it would stand over what is not its own.
            of_links = following.piece.kind in OF_LISTS and not chosen[at + 1]
            chosen[at] = (chosen[at] or followed) and not of_links
        elif heads and chosen[at + 1] and block.parent == following.parent:
            # The time of an entry stands before its heading.
            chosen[at] = chosen[at] or len(block.words) < _SHORT
    return chosen


def _belongs(block: ShownBlock, homes: set[int]) -> bool:
    """Tell whether a block belongs to the article by its kind, or by the container it is in."""
    kind = block.piece.kind
    if kind is BlockKind.HEADING or kind in OF_LISTS:
        return False
    return kind in _ALWAYS or block.parent in homes


def _grams_found(tree: HtmlElement, *, recall: bool) -> set[tuple[str, ...]]:
    """Return the sequences of five words that the main text has, and its shorter paragraphs."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            deepcopy(tree),
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            deduplicate=False,
            favor_recall=recall,
        )
    except FAULTS:  # the page is still there, to be told by its densest stretch
        return set()
    body = getattr(found, "body", None)
    if body is None:
        return set()
    words = _fold_words(" ".join(body.itertext()))
    grams = {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}
    # An item with a list in it has words of its own before that.
    own = (each.text or "" for each in body.iter() if len(each) == 0 or each.tag == "item")
    grams |= {tuple(_fold_words(words)) for words in own}
    return grams


def _is_within(words: Sequence[str], grams: set[tuple[str, ...]]) -> bool:
    if len(words) < _GRAM:
        return bool(words) and tuple(words) in grams
    own = [tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)]
    return sum(gram in grams for gram in own) >= 0.5 * len(own)


def _fold_words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
