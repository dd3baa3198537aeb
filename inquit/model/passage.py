"""A passage with the quotation marks that the article puts around it."""

from __future__ import annotations

from inquit.model.annotation import Target
from inquit.model.pattern_at_need import pattern_at_need
from inquit.model.span import Span

CLOSED_BY = {"“": "”", '"': '"', "„": "“”", "«": "»", "»": "«", "‘": "’", "‹": "›", "'": "'"}
"""Which marks can close a quotation, by the mark that opens it."""

_OPENING = pattern_at_need(r"[\"'“‘„«»‹]\Z")
_CLOSING = pattern_at_need(r"[.,;:!?…]*[\"'”’“»«›]")


def opening_before(text: str, offset: int) -> int:
    """Return where a passage begins with the quotation mark right before it, if there is one."""
    return offset - (1 if _OPENING.search(text, 0, offset) else 0)


def closing_after(text: str, offset: int) -> int:
    """Return where a passage ends with the quotation mark right after it, if there is one.

    Punctuation between the passage and the mark belongs to what the marks enclose.
    """
    found = _CLOSING.match(text, offset)
    return found.end() if found else offset


def with_marks(text: str, span: Span) -> Span:
    """Return a passage with the quotation marks right around it, if it has them on both sides.

    Args:
        text: the article's text.
        span: a passage of it, in code points.
    """
    start, end = opening_before(text, span.start), closing_after(text, span.end)
    return Span(start, end) if start < span.start and end > span.end else span


def passage_of(target: Target) -> str:
    """Return the words of a kept passage as its article had them, with the marks around them."""
    quote = target.quote
    text = quote.prefix + quote.exact + quote.suffix
    start = len(quote.prefix)
    return with_marks(text, Span(start, start + len(quote.exact))).of(text)


def passage_beginning(target: Target, longest: int) -> str:
    """Return a kept passage on one line, cut with an ellipsis inside the marks around it.

    Args:
        target: the passage.
        longest: code points from which it is cut.
    """
    words = " ".join(passage_of(target).split())
    if len(words) <= longest:
        return words
    closing = words[-1] if words[-1] in CLOSED_BY.get(words[0], "") else ""
    return f"{words[: longest - 1]}…{closing}"


def is_enclosed(text: str, span: Span) -> bool:
    """Tell whether a passage begins with a quotation mark and ends with the one that closes it."""
    words = span.of(text)
    if len(words) < 2 or words[-1] not in CLOSED_BY.get(words[0], ""):
        return False
    return words[0] not in words[1:-1]
