"""A quotation that stands for itself becomes one word before the parse.

The parser then reads `"Yes," he said.`, which it knows, whatever the quotation says; and what
is inside need not be parsed at all. Offsets map back.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from inquit.attribution.dateline import dateline_length
from inquit.attribution.marks import QuotedRun
from inquit.model.span import Span

SENTENCE_WORDS = 4
"""A run of so many words that starts and ends like a sentence stands for itself."""
LONG_WORDS = 8
"""A run of so many words stands for itself, whatever it looks like."""
OPENING, CLOSING = "“", "”"
"""The marks that the parser reads, whatever the text has."""
DOUBLED = ("''", "``")
SENTENCE = "Yes"
FRAGMENT = "this"
FINAL = frozenset(",.!?…—–-;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A paragraph with placeholders; offsets are relative to the paragraph.

    Attributes:
        text: what the parser reads.
        runs: the quoted runs, by offsets of the article.
        cuts: for each placeholder (start in text, end in text, start and end in the paragraph).
    """

    text: str
    runs: tuple[QuotedRun, ...]
    cuts: tuple[tuple[int, int, int, int], ...]
    _starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(cut[0] for cut in self.cuts))

    def start_of(self, offset: int) -> int:
        """Return the place in the paragraph of a token that starts at an offset of text."""
        cut = self._cut(offset)
        if cut is None:
            return offset
        return cut[2] if offset < cut[1] else offset - cut[1] + cut[3]

    def end_of(self, offset: int) -> int:
        """Return the place in the paragraph of a token that ends at an offset of text."""
        cut = self._cut(offset - 1)
        if cut is None:
            return offset
        return cut[3] if offset <= cut[1] else offset - cut[1] + cut[3]

    def _cut(self, offset: int) -> tuple[int, int, int, int] | None:
        index = bisect_right(self._starts, offset) - 1
        return self.cuts[index] if index >= 0 else None


def mask(text: str, runs: tuple[QuotedRun, ...], *, offset: int) -> Masked:
    """Return a paragraph with each run that stands for itself replaced by one word.

    The marks of every run become curly ones, for the parser knows those best. A dateline is left
    out, so that nothing in it can be taken for who speaks.

    Args:
        text: the paragraph.
        runs: its quoted runs, by offsets of the article.
        offset: where the paragraph starts in the article.
    """
    head = dateline_length(text)
    pieces: list[tuple[int, int, str]] = [(0, head, "")] if head else []
    for run in runs:
        outer, inner = run.outer.shifted(-offset), run.inner.shifted(-offset)
        body = _body(text, inner)
        if run.opened:
            spaced = " " if text[outer.start - 1 : outer.start].isalnum() and outer.start else ""
            end = _mark_end(text, outer.start, inner.start)
            pieces.append((outer.start, end, spaced + OPENING))
        if len(body) and stands_alone(text, inner):
            first = text[body.start]
            word = SENTENCE if first.isupper() or first.isdigit() else FRAGMENT
            pieces.append((body.start, body.end, word))
        if run.closed:
            spaced = " " if text[outer.end : outer.end + 1].isalnum() else ""
            start = _mark_start(text, inner.end, outer.end)
            pieces.append((start, outer.end, CLOSING + spaced))
    return _replaced(text, runs, pieces)


def _replaced(text: str, runs: tuple[QuotedRun, ...], pieces: list[tuple[int, int, str]]) -> Masked:
    """Return the text with stretches of it replaced, and where they were."""
    parts, cuts, done, length = [], [], 0, 0
    for start, end, word in pieces:
        before = text[done:start]
        parts += [before, word]
        length += len(before)
        cuts.append((length, length + len(word), start, end))
        length += len(word)
        done = end
    parts.append(text[done:])
    return Masked(text="".join(parts), runs=runs, cuts=tuple(cuts))


def _mark_end(text: str, start: int, inner: int) -> int:
    """Return where the opening mark ends, which may be of two characters."""
    return start + min(2 if text[start : start + 2] in DOUBLED else 1, inner - start)


def _mark_start(text: str, inner: int, end: int) -> int:
    """Return where the closing mark starts."""
    return max(inner, end - (2 if text[end - 2 : end] in DOUBLED else 1))


def stands_alone(text: str, inner: Span) -> bool:
    """Tell whether the words of a quoted run read as a sentence of their own."""
    body = inner.of(text)
    words = body.split()
    if len(words) >= LONG_WORDS:
        return True
    after = text[inner.end + 1 : inner.end + 2]
    ends = body[-1:] in FINAL or after in FINAL
    return len(words) >= SENTENCE_WORDS and ends and not body[:1].islower()


def _body(text: str, inner: Span) -> Span:
    """Return a run without its final punctuation, which the parser keeps."""
    end = inner.end
    while end > inner.start and text[end - 1] in FINAL | {" "}:
        end -= 1
    return Span(inner.start, end)
