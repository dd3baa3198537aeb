"""The beginning of a passage, on one line."""

from __future__ import annotations

from inquit.model.printable import clean_line, printable
from inquit.model.quotation import Quote
from inquit.model.quoted_words import pieces_of
from inquit.model.span import Span

LONGEST = 160
"""Code points of a passage that are looked at."""


def excerpt(text: str, span: Span, longest: int = LONGEST) -> str:
    """Return the beginning of a passage, white space single, with an ellipsis where it is cut."""
    return beginning(text[span.start : min(span.end, span.start + longest + 1)], longest)


def beginning(words: str, longest: int = LONGEST) -> str:
    """Return the beginning of some words, white space single, with an ellipsis where it is cut."""
    shown = clean_line(words[:longest])
    return shown + "…" if len(words) > longest else shown


def longest_piece(text: str, quote: Quote) -> str:
    """Return the longest piece of a quote that an inquit splits, the easiest to recognise; else "".

    It has an ellipsis for each side on which it goes on.
    """
    pieces = pieces_of(text, quote)
    if len(pieces) < 2:
        return ""
    place = max(range(len(pieces)), key=lambda at: len(pieces[at]))
    after = "" if place == len(pieces) - 1 else " …"
    return ("… " if place else "") + beginning(pieces[place]) + after


def reference_end(reference: str, longest: int = 28) -> str:
    """Return the end of a reference, which says more than its beginning."""
    shown = printable(reference)
    return shown if len(shown) <= longest else "…" + shown[1 - longest :]
