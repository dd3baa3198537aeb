"""A correction whose passage changed, made to hold for the article as it is now."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from inquit.correcting.places import parts_read, parts_written
from inquit.model.annotation import Correction, target_of
from inquit.model.article import Article
from inquit.model.correction import Value
from inquit.model.inquit import inquit_at
from inquit.model.quotation import Analysis
from inquit.model.span import Span

_PARTS = (Value.PARTS, Value.CONTENT)


def confirmed(
    correction: Correction, article: Article, span: Span, analysis: Analysis
) -> Correction:
    """Return a correction anchored where its passage is now, with the words that say who said it.

    Args:
        correction: the correction as it was made, or confirmed last.
        article: the article as it is now.
        span: where the passage is in it.
        analysis: what is found in it, the other corrections done or not.
    """
    old, new = correction.target.quote.exact, span.of(article.text)
    values = tuple(
        (name, _moved(value, old, new) if name in _PARTS else value)
        for name, value in correction.values
    )
    return replace(
        correction, target=target_of(article, span, inquit_at(analysis, span)), values=values
    )


def _moved(written: str, old: str, new: str) -> str:
    """Return parts of a passage as they are in its present words; others stay as they are."""
    parts = parts_read(written, 0) if "-" not in written else ()
    if old == new or not parts or parts[-1].end > len(old):
        return written
    moved = [Span(_place(part.start, old, new), _place(part.end, old, new)) for part in parts]
    return parts_written([part for part in moved if len(part)], 0)


def _place(offset: int, old: str, new: str) -> int:
    """Return where an offset of one text is in another one that is like it."""
    if offset == len(old):
        return len(new)
    for step in Levenshtein.opcodes(old, new):
        if step.src_start <= offset < step.src_end:
            return min(step.dest_start + offset - step.src_start, step.dest_end)
    return len(new)
