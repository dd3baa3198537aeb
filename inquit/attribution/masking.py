"""A quotation that stands for itself becomes one word before the parse.

The parser then reads `"Yes," he said.`, which it knows, whatever the quotation says; and what
is inside need not be parsed at all. Offsets map back.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from inquit.attribution.marks import QuotedRun
from inquit.model.span import Span

SENTENCE_WORDS = 4
"""A run of so many words that starts and ends like a sentence stands for itself."""
LONG_WORDS = 8
"""A run of so many words stands for itself, whatever it looks like."""
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

    Args:
        text: the paragraph.
        runs: its quoted runs, by offsets of the article.
        offset: where the paragraph starts in the article.
    """
    parts, cuts, done, length = [], [], 0, 0
    for run in runs:
        inner = _body(text, run.inner.shifted(-offset))
        words = inner.of(text).split()
        if not stands_alone(text, run.inner.shifted(-offset)) or not len(inner):
            continue
        word = SENTENCE if words[0][:1].isupper() or words[0][:1].isdigit() else FRAGMENT
        before = text[done : inner.start]
        parts += [before, word]
        length += len(before)
        cuts.append((length, length + len(word), inner.start, inner.end))
        length += len(word)
        done = inner.end
    parts.append(text[done:])
    return Masked(text="".join(parts), runs=runs, cuts=tuple(cuts))


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
