"""An article, cut into windows of paragraphs, so that memory is bounded and time linear.

What costs most, the parse and the encoder, is done to a window by itself and gives a
`WindowReading`; in which process and in which order changes nothing. Rules and linking then go
through the windows in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from inquit.attribution.stretches import Stretch, mask_stretches
from inquit.model.article import Article
from inquit.model.span import Span
from inquit.model.structure import BlockKind

FIRST_WINDOW = 1_500
"""Code points read before the first results are handed over."""
WINDOW = 10_000
"""Code points read at a time after that."""
LONGEST_OPEN = 40_000
"""Code points after which a window ends even inside a quotation."""
BEFORE, AHEAD = 2, 2
"""Paragraphs of the windows before and after that are read as context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What is read at a time.

    Attributes:
        before: the last paragraphs before, as context.
        own: the paragraphs to find quotes in.
        ahead: those that come next, as context.
    """

    before: tuple[Stretch, ...] = ()
    own: tuple[Stretch, ...]
    ahead: tuple[Stretch, ...] = ()

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """All of them, in the order of the text."""
        return (*self.before, *self.own, *self.ahead)

    @property
    def span(self) -> Span:
        """Where its own paragraphs lie."""
        return Span(self.own[0].span.start, self.own[-1].span.end)


def windows_of(article: Article) -> Iterator[Window]:
    """Yield the windows of an article; every paragraph is some window's own.

    Args:
        article: the text and its paragraphs.
    """
    before: tuple[Stretch, ...] = ()
    waiting: Window | None = None
    for group in _groups(article):
        if waiting is not None:
            yield replace(waiting, ahead=group[:AHEAD])
        waiting = Window(before=before, own=group)
        before = (*before, *group)[-BEFORE:]
    if waiting is not None:
        yield waiting


def _groups(article: Article) -> Iterator[tuple[Stretch, ...]]:
    """Yield the paragraphs of each window; no window ends inside a quotation if it can.

    Nor does one part a block quote from its credit, or what continues an item from the item.
    """
    group: list[Stretch] = []
    size, limit = 0, FIRST_WINDOW
    for stretch in mask_stretches(article):
        held = stretch.held or _goes_on_quoting(group, stretch)
        if size >= limit and (not held or size >= LONGEST_OPEN):
            yield tuple(group)
            group, size, limit = [], 0, WINDOW
        group.append(stretch)
        size += len(stretch.span)
    if group:
        yield tuple(group)


def _goes_on_quoting(group: Sequence[Stretch], stretch: Stretch) -> bool:
    """Tell whether a paragraph belongs to what the page quotes in the one before it."""
    block = stretch.block
    if block is None or not group:
        return False
    if block.kind is BlockKind.BLOCK_QUOTE:
        before = group[-1].block
        return before is not None and before.kind is block.kind and not block.opens
    return block.kind in (BlockKind.CREDIT, BlockKind.ITEM_CONTINUED)
