"""Where in a text its quotes are announced, so that it reads well aloud.

An announcement stands before the opening and after the closing mark of a quotation. Words that
the inquit or a new paragraph interrupts are said to pause and to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from inquit.export.numbering import Numbered
from inquit.export.speaking import heard, told_of
from inquit.model.span import Span

_OPENING = re.compile(r"[\"'“‘„«]\Z")
_CLOSING = re.compile(r"[.,;:!?…]*[\"'”’“»]?[.,;:!?…]*")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Announcement:
    """Words to be said at an offset.

    At one offset what ends comes before what begins, the inner end before the outer, the outer
    beginning before the inner; rank orders them so.
    """

    offset: int
    rank: tuple[int, int]
    words: str


def announcements(text: str, quote: Numbered) -> Iterator[Announcement]:
    """Yield what is said of one quote, in reading order.

    Args:
        text: the article's text.
        quote: a quote of it.
    """
    pieces = _pieces(text, quote.row.quote.content_spans)
    if not pieces:
        return
    span, number = quote.row.quote.span, quote.number
    begins, ends = (1, -span.end), (0, -span.start)
    yield Announcement(_before(text, pieces[0].start), begins, f"[Quote {told_of(quote)}]")
    for piece, following in pairwise(pieces):
        yield Announcement(_after(text, piece.end), ends, f"[Quote {number} pauses]")
        at = max(_after(text, piece.end), _before(text, following.start))
        yield Announcement(at, begins, f"[Quote {number} goes on]")
    yield Announcement(_after(text, pieces[-1].end), ends, f"[End of quote {number}]")


def paragraph(text: str, block: Span, said: Iterable[Announcement]) -> str:
    """Return a paragraph on one line with its announcements.

    Args:
        text: the article's text.
        block: the paragraph.
        said: the announcements in it, in order.
    """
    parts, at = [], block.start
    for announcement in said:
        parts += [heard(text[at : announcement.offset]), announcement.words]
        at = max(at, announcement.offset)
    return " ".join(part for part in (*parts, heard(text[at : block.end])) if part)


def _pieces(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the parts of a quote that are heard in one go, none over a paragraph's end."""
    return [
        Span(*line.span())
        for span in spans
        for line in _LINE.finditer(text, span.start, span.end)
        if line[0].strip()
    ]


def _before(text: str, offset: int) -> int:
    return offset - (1 if _OPENING.search(text, 0, offset) and offset else 0)


def _after(text: str, offset: int) -> int:
    found = _CLOSING.match(text, offset)
    return found.end() if found else offset
