"""The paragraphs of an article as the parser reads them: cut where they are long, and masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from inquit.attribution.letters import of_any_script
from inquit.attribution.marks import QuotedRun, pair_marks, reopens
from inquit.attribution.masking import Masked, mask
from inquit.model.article import Article
from inquit.model.span import Span
from inquit.model.structure import Block

LONGEST = 4_000
"""Code points of the longest stretch that is parsed as one paragraph."""
BOUNDARY = re.compile(of_any_script(r"(?<=[.!?…][\"”’'»)\]])\s+|(?<=[.!?…])\s+(?=[\"“‘«„A-Z])"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph, or a piece of a very long one, before it is parsed.

    Attributes:
        span: where it lies in the article.
        text: its characters.
        goes_on: it is not the first piece of its paragraph.
        masked: its text as the parser reads it.
        held: a quotation was left open right before it.
        block: what the page sets it as, None where it is a paragraph like others.
    """

    span: Span
    text: str
    goes_on: bool
    masked: Masked
    held: bool
    block: Block | None


def mask_stretches(article: Article, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """Yield the stretches of an article; a quotation left open in one goes on in the next.

    Args:
        article: the text and its paragraphs.
        start: offset from which on stretches are wanted; no quotation is open there.
        end: offset where the last of them starts at most; None for the article's end.
    """
    last = len(article.text) if end is None else end
    pieces = dropwhile(lambda piece: piece[0].end <= start, cut_paragraphs(article))
    open_before = False
    for span, goes_on in takewhile(lambda piece: piece[0].start < last, pieces):
        text = span.of(article.text)
        still_open = open_before and not reopens(text)
        runs = pair_marks(text, offset=span.start, open_before=still_open)
        yield Stretch(
            span=span,
            text=text,
            goes_on=goes_on,
            masked=mask(text, runs, offset=span.start),
            held=open_before,
            block=_block_at(article.blocks, span.start),
        )
        open_before = _left_open(runs, span)


def cut_paragraphs(article: Article) -> Iterator[tuple[Span, bool]]:
    """Yield each paragraph, a very long one in pieces, and whether it is not the first piece."""
    for block in article.block_spans:
        start = block.start
        while block.end - start > LONGEST:
            cut = _boundary(article.text, start, start + LONGEST)
            yield Span(start, cut), start > block.start
            start = cut
        if start < block.end:
            yield Span(start, block.end), start > block.start


def _boundary(text: str, start: int, limit: int) -> int:
    """Return where to cut: after the last sentence-ish end, else at white space, else anywhere."""
    ends = [match.end() for match in BOUNDARY.finditer(text, start, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > start else limit


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """Return the block that an offset lies in, None in a paragraph like others."""
    index = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return blocks[index] if index >= 0 and offset < blocks[index].span.end else None


def _left_open(runs: tuple[QuotedRun, ...], span: Span) -> bool:
    return bool(runs) and not runs[-1].closed and runs[-1].outer.end >= span.end - 1
