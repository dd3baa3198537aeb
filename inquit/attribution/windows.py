"""An article, cut into windows of paragraphs, so that memory is bounded and time linear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc

from inquit.attribution.letters import of_any_script
from inquit.attribution.marks import QuotedRun, pair_marks, reopens
from inquit.attribution.masking import CLOSING, OPENING, Masked, mask
from inquit.attribution.passage import Passage, passage_of
from inquit.model.article import Article
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind

FIRST_WINDOW = 1_500
"""Code points read before the first results are handed over."""
WINDOW = 10_000
"""Code points read at a time after that."""
LONGEST_OPEN = 40_000
"""Code points after which a window ends even inside a quotation."""
AHEAD = 2
"""Paragraphs of the next window that are read as context."""
LONGEST = 4_000
"""Code points of the longest stretch that is parsed as one paragraph."""
BOUNDARY = re.compile(of_any_script(r"(?<=[.!?…][\"”’'»)\]])\s+|(?<=[.!?…])\s+(?=[\"“‘«„A-Z])"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """What is read at a time.

    Attributes:
        passages: the paragraphs to find quotes in.
        ahead: those that come next, as context; they are the next window's first.
    """

    passages: tuple[Passage, ...]
    ahead: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A paragraph or a piece of a very long one, masked and not parsed yet.

    Attributes:
        span: where it lies in the article.
        goes_on: it is not the first piece of its paragraph.
        masked: its text as the parser reads it.
        held: a quotation was left open right before it.
    """

    span: Span
    goes_on: bool
    masked: Masked
    held: bool


def read_windows(article: Article, nlp: Language) -> Iterator[Window]:
    """Yield the article's passages, parsed once each, a window at a time.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.
    """
    groups = _groups(article)
    ahead: tuple[Passage, ...] = ()
    group = next(groups, None)
    while group is not None:
        following = next(groups, None)
        rest = group[len(ahead) :]
        parsed = _parse(article.text, rest + (following or [])[:AHEAD], nlp, article.blocks)
        passages = ahead + parsed[: len(rest)]
        ahead = parsed[len(rest) :]
        yield Window(passages=passages, ahead=ahead)
        group = following


def read_between(article: Article, nlp: Language, start: int, end: int) -> tuple[Passage, ...]:
    """Return the passages that lie between two offsets or touch them, parsed.

    Args:
        article: the text and its paragraphs.
        nlp: a pipeline of `load_pipeline`.
        start: in code points; no quotation is open there.
        end: in code points.
    """
    pieces = (piece for piece in stretches(article) if piece[0].end > start)
    wanted = takewhile(lambda piece: piece[0].start < end, pieces)
    return _parse(article.text, list(_masked(article.text, wanted)), nlp, article.blocks)


def _groups(article: Article) -> Iterator[list[_Stretch]]:
    """Yield the paragraphs of each window, masked; no window ends inside a quotation if it can.

    Nor does one part a block quote from its credit, or what continues an item from the item.
    """
    group: list[_Stretch] = []
    size, limit = 0, FIRST_WINDOW
    for stretch in _masked(article.text, stretches(article)):
        held = stretch.held or _goes_on_quoting(article.blocks, group, stretch.span)
        if size >= limit and (not held or size >= LONGEST_OPEN):
            yield group
            group, size, limit = [], 0, WINDOW
        group.append(stretch)
        size += len(stretch.span)
    if group:
        yield group


def _masked(text: str, pieces: Iterable[tuple[Span, bool]]) -> Iterator[_Stretch]:
    """Yield pieces of a text, masked; a quotation left open in one goes on in the next."""
    open_before = False
    for span, goes_on in pieces:
        words = span.of(text)
        still_open = open_before and not reopens(words)
        runs = pair_marks(words, offset=span.start, open_before=still_open)
        masked = mask(words, runs, offset=span.start)
        yield _Stretch(span=span, goes_on=goes_on, masked=masked, held=open_before)
        open_before = _left_open(runs, span)


def _goes_on_quoting(blocks: Sequence[Block], group: Sequence[_Stretch], span: Span) -> bool:
    """Tell whether a paragraph belongs to what the page quotes in the one before it."""
    block = _block_at(blocks, span.start)
    if block is None or not group:
        return False
    if block.kind is BlockKind.BLOCK_QUOTE:
        before = _block_at(blocks, group[-1].span.start)
        return before is not None and before.kind is block.kind and not block.opens
    return block.kind in (BlockKind.CREDIT, BlockKind.ITEM_CONTINUED)


def stretches(article: Article) -> Iterator[tuple[Span, bool]]:
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


def _parse(
    text: str, group: Sequence[_Stretch], nlp: Language, blocks: Sequence[Block]
) -> tuple[Passage, ...]:
    docs = nlp.pipe((_tokenised(one.masked, nlp) for one in group), batch_size=64)
    return tuple(
        passage_of(
            one.masked,
            doc,
            span=one.span,
            text=one.span.of(text),
            goes_on=one.goes_on,
            block=_block_at(blocks, one.span.start),
        )
        for one, doc in zip(group, docs, strict=True)
    )


def _tokenised(masked: Masked, nlp: Language) -> Doc:
    """Return the tokens, with sentences started where a quotation opens after a full stop."""
    doc = nlp.make_doc(masked.text)
    for token in doc[1:]:
        before = doc[token.i - 1]
        opens = token.text == OPENING and before.text in ".!?" and before.whitespace_
        ended = before.text == CLOSING and token.i > 1 and doc[token.i - 2].text == "."
        if opens or (ended and token.text[:1].isupper()):
            token.is_sent_start = True
    return doc
