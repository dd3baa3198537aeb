"""A paragraph as the finders see it: its text, its quoted runs, and the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from inquit.attribution.marks import QuotedRun
from inquit.attribution.stretches import Stretch
from inquit.model.span import Span
from inquit.model.structure import BlockKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paragraph:
    """One paragraph, or a stretch of a very long one; offsets are those of the article's text.

    Attributes:
        span: where it lies.
        text: its characters, those of span.
        runs: its quoted runs.
        goes_on: this is the continuation of a paragraph cut for its length.
        kind: what the page sets it as.
        opens: a block quote begins with it.
    """

    span: Span
    text: str
    runs: tuple[QuotedRun, ...]
    goes_on: bool = False
    kind: BlockKind = BlockKind.PARAGRAPH
    opens: bool = False

    @property
    def set_apart(self) -> bool:
        """Whether the page sets it apart as a block quote."""
        return self.kind is BlockKind.BLOCK_QUOTE

    def words_of(self, run: int) -> Span:
        """Return what a run says: between its marks, without the comma before an inquit."""
        inner = self.runs[run].inner
        comma = self.slice(inner.end - 1, inner.end) == ","
        return Span(inner.start, inner.end - comma) if len(inner) > 1 else inner

    def slice(self, start: int, end: int) -> str:
        """Return the characters between two offsets of the article, within this passage."""
        return self.text[max(0, start - self.span.start) : max(0, end - self.span.start)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Passage(Paragraph):
    """A paragraph, parsed; of no use once the memory zone that it was parsed in has ended.

    A run that stands for itself is one placeholder word in the parse, see `masking`; the
    placeholder's token covers the run's whole inner span.

    Attributes:
        doc: the parse, of the masked text.
        starts: for each token of doc the offset where it starts.
        ends: for each token of doc the offset where it ends.
        run_at: for each token the index into runs of the run that it lies in, marks included,
            or -1.
    """

    doc: Doc
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    run_at: tuple[int, ...]

    @property
    def unparsed(self) -> Paragraph:
        """The same without the parse, to be kept for longer."""
        return Paragraph(
            span=self.span, text=self.text, runs=self.runs, goes_on=self.goes_on,
            kind=self.kind, opens=self.opens,
        )  # fmt: skip

    def span_of(self, first: int, last: int) -> Span:
        """Return where the tokens from first to last, both included, lie in the article."""
        return Span(self.starts[first], self.ends[last])

    def token_span(self, token: Token) -> Span:
        """Return where one token lies in the article."""
        return Span(self.starts[token.i], self.ends[token.i])

    def token_at(self, offset: int) -> Token | None:
        """Return the token that an offset of the article lies in, None between tokens."""
        index = bisect_right(self.starts, offset) - 1
        return self.doc[index] if index >= 0 and offset < self.ends[index] else None


def passage_at(passages: Sequence[Passage], offset: int) -> Passage | None:
    """Return the passage that an offset of the article lies in, None outside of all.

    Args:
        passages: in the order of the text.
        offset: in code points.
    """
    index = bisect_right(passages, offset, key=lambda one: one.span.start) - 1
    found = passages[index] if index >= 0 else None
    return found if found is not None and offset < found.span.end else None


def passage_of(stretch: Stretch, doc: Doc) -> Passage:
    """Return the passage that a parse makes of a stretch.

    Args:
        stretch: the paragraph with placeholders.
        doc: the parse of `stretch.masked.text`.
    """
    span, masked, block = stretch.span, stretch.masked, stretch.block
    starts, ends, run_at = [], [], []
    index, runs = 0, masked.runs
    for token in doc:
        start = masked.start_of(token.idx) + span.start
        end = masked.end_of(token.idx + len(token)) + span.start
        starts.append(start)
        ends.append(end)
        while index < len(runs) and runs[index].outer.end <= start:
            index += 1
        run_at.append(index if index < len(runs) and start in runs[index].outer else -1)
    return Passage(
        span=span,
        text=stretch.text,
        runs=runs,
        doc=doc,
        starts=tuple(starts),
        ends=tuple(ends),
        run_at=tuple(run_at),
        goes_on=stretch.goes_on,
        kind=block.kind if block is not None else BlockKind.PARAGRAPH,
        opens=block is not None and block.opens and not stretch.goes_on,
    )
