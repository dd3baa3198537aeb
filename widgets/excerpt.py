"""The beginning of a passage, on one line."""

from __future__ import annotations

from inquit.model.printable import drawn
from inquit.model.span import Span

LONGEST = 160
"""Code points of a passage that are looked at."""


def excerpt(text: str, span: Span, longest: int = LONGEST) -> str:
    """Return the beginning of a passage, white space single, with an ellipsis where it is cut."""
    words = drawn(text[span.start : min(span.end, span.start + longest)])
    return words + "…" if len(span) > longest else words
