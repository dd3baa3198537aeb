"""A correction whose passage changed, anchored anew in the article as it is now."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from inquit.correcting.quote_matching import format_spans, parse_spans
from inquit.model.annotation import Correction, target_of
from inquit.model.article import Article
from inquit.model.correction import Value
from inquit.model.inquit import inquit_at
from inquit.model.quotation import Analysis
from inquit.model.span import Span

_SPAN_VALUES = (Value.PARTS, Value.CONTENT)


def reanchor_correction(
    correction: Correction, article: Article, span: Span, analysis: Analysis
) -> Correction:
    """Return a correction anchored where its passage is now, with the inquit that is there.

    Args:
        correction: the correction as it was made or last confirmed.
        article: the article as it is now.
        span: where the passage is in it.
        analysis: what is found in it, with or without the other corrections.
    """
    old, new = correction.target.quote.exact, span.of(article.text)
    values = tuple(
        (name, _move_spans(value, old, new) if name in _SPAN_VALUES else value)
        for name, value in correction.values
    )
    return replace(
        correction, target=target_of(article, span, inquit_at(analysis, span)), values=values
    )


def _move_spans(written: str, old: str, new: str) -> str:
    """Return the spans of a passage as they are in its present words; leave any other text."""
    parts = parse_spans(written, 0) if "-" not in written else ()
    if old == new or not parts or parts[-1].end > len(old):
        return written
    moved = [
        Span(_move_offset(part.start, old, new), _move_offset(part.end, old, new)) for part in parts
    ]
    return format_spans([part for part in moved if len(part)], 0)


def _move_offset(offset: int, old: str, new: str) -> int:
    """Return where an offset of one text is in another text that is like it."""
    if offset == len(old):
        return len(new)
    for step in Levenshtein.opcodes(old, new):
        if step.src_start <= offset < step.src_end:
            return min(step.dest_start + offset - step.src_start, step.dest_end)
    return len(new)
