"""Where in a text its quotes are announced, so that it sounds right when read aloud.

A quote is announced before its opening mark and again after its closing mark. Where an inquit or a
new paragraph interrupts it, the announcement says that it pauses and goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from inquit.export.announcement_wording import clean_for_speech, describe_quote
from inquit.export.numbering import NumberedQuote
from inquit.model.span import Span

_OPENING = re.compile(r"[\"'“‘„«]\Z")
_CLOSING = re.compile(r"[.,;:!?…]*[\"'”’“»]?[.,;:!?…]*")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Announcement:
    """Words to be spoken at an offset.

    The rank orders those at one offset: ends come before beginnings, inner ends before outer ones,
    and outer beginnings before inner ones.
    """

    offset: int
    rank: tuple[int, int]
    words: str


def announce_quote(text: str, quote: NumberedQuote) -> Iterator[Announcement]:
    """Yield the announcements of one quote, in reading order.

    Args:
        text: the article's text.
        quote: a quote of it.
    """
    pieces = _pieces(text, quote.row.quote.content_spans)
    if not pieces:
        return
    span, number = quote.row.quote.span, quote.number
    begins, ends = (1, -span.end), (0, -span.start)
    yield Announcement(
        _before_mark(text, pieces[0].start), begins, f"[Quote {describe_quote(quote)}]"
    )
    for piece, following in pairwise(pieces):
        yield Announcement(_after_mark(text, piece.end), ends, f"[Quote {number} pauses]")
        at = max(_after_mark(text, piece.end), _before_mark(text, following.start))
        yield Announcement(at, begins, f"[Quote {number} goes on]")
    yield Announcement(_after_mark(text, pieces[-1].end), ends, f"[End of quote {number}]")


def insert_announcements(text: str, block: Span, placed: Iterable[Announcement]) -> str:
    """Return a paragraph on one line with its announcements in place.

    Args:
        text: the article's text.
        block: the paragraph.
        placed: its announcements, in order.
    """
    parts, at = [], block.start
    for announcement in placed:
        parts += [clean_for_speech(text[at : announcement.offset]), announcement.words]
        at = max(at, announcement.offset)
    return " ".join(part for part in (*parts, clean_for_speech(text[at : block.end])) if part)


def _pieces(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the parts of a quote that are read in one go; a paragraph's end begins a new one."""
    return [
        Span(*line.span())
        for span in spans
        for line in _LINE.finditer(text, span.start, span.end)
        if line[0].strip()
    ]


def _before_mark(text: str, offset: int) -> int:
    return offset - (1 if _OPENING.search(text, 0, offset) and offset else 0)


def _after_mark(text: str, offset: int) -> int:
    found = _CLOSING.match(text, offset)
    return found.end() if found else offset
