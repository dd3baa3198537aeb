"""The words and the sentences of a text."""

from __future__ import annotations

from collections.abc import Iterator

from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.span import Span

_WORD = pattern_at_need(r"\w+(?:[-'’.]\w+)*")
_SENTENCE_END = pattern_at_need(r"""[.!?…]+[”"’')\]»]*\s+(?=[“"‘'(\[«—–-]*[^\W_a-z])""")
_ABBREVIATED = pattern_at_need(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Pres|No|vs))\Z"
)


def words_in(text: str, within: Span) -> Iterator[Span]:
    """Yield the words in a stretch of a text, in code points of the text."""
    for found in _WORD.finditer(text, within.start, within.end):
        yield Span(*found.span())


def sentences_in(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences in a stretch of a text, in code points of the text."""
    start = within.start
    for found in _SENTENCE_END.finditer(text, within.start, within.end):
        if _ABBREVIATED.search(text, max(start, found.start() - 12), found.start()):
            continue
        yield Span(start, found.start() + len(found[0].rstrip()))
        start = found.end()
    if start < within.end:
        yield Span(start, within.end)
