"""The stretches of a text between quotation marks, those that go on over paragraphs included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from inquit.attribution.marks import QuotedRun, pair_marks, reopens
from inquit.model.span import Span

_MARK = re.compile("[\"“”„‟«»‹›'‘’‚`]")


def quoted_runs(text: str, paragraphs: Iterable[Span]) -> Iterator[QuotedRun]:
    """Yield the outermost runs between quotation marks, in order.

    Args:
        text: the article's text.
        paragraphs: its paragraphs, in order.
    """
    left_open = False
    for paragraph in paragraphs:
        words = paragraph.of(text)
        if not left_open and _MARK.search(words) is None:
            continue
        goes_on = left_open and not reopens(words)
        runs = pair_marks(words, offset=paragraph.start, open_before=goes_on)
        last = runs[-1] if runs else None
        left_open = last is not None and not last.closed and last.outer.end >= paragraph.end - 1
        yield from runs
