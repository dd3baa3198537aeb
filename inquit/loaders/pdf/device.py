"""Laying out PDF pages with pdfminer, without sizes that would keep it busy for ever.

Its layout looks for neighbours in a grid of 50 points over the page, so that a page or a character
of 10 to the power of 20 points, which a few bytes can ask for, has cells without end. To find the
order of boxes it compares each with all others, and what lies between two with both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTPage, LTTextBox
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix

from inquit.loaders.pdf.lines import UNTOLD

MOST_POINTS = 14_400
"""Points that a page may be wide and high (ISO 32000-1, annex C.2)."""

LARGEST = 1_440
"""Points of the largest character; a letter of half a metre."""


MOST_BOXES = 200
"""Boxes of text on a page up to which columns are looked for; more are read from top to bottom."""

MOST_CHARACTERS = 40_000
"""Characters that are read of one page; a page of a newspaper in small type has half as many."""


MOST_IN_FIELD = 400
"""Characters that are read of a square of 50 points; so many of 3 points fit."""

_FIELD = 50


class _Page(LTPage):
    """A page that skips the search for the order of its boxes if there are too many."""

    def group_textboxes(self, laparams: LAParams, boxes: Sequence[LTTextBox]) -> list[Any]:
        """Return groups of boxes in the order to read them."""
        if len(boxes) <= MOST_BOXES:
            return super().group_textboxes(laparams, boxes)
        return sorted(boxes, key=lambda box: (-box.y1, box.x0))


class BoundedDevice(PDFPageAggregator):
    """Collects the characters of a page and lays them out."""

    def __init__(self) -> None:
        super().__init__(PDFResourceManager(), laparams=LAParams())

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Begin a page, cut off where none that is printed goes."""
        super().begin_page(page, ctm)
        width, height = (_clamp(side) for side in (self.cur_item.width, self.cur_item.height))
        self.cur_item = _Page(self.pageno, (0, 0, width, height))

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:  # noqa: ARG002 - pdfminer's
        """Return the stand-in for a glyph whose character the font does not give."""
        return UNTOLD

    def end_page(self, page: PDFPage) -> None:
        """Lay the page out, without characters of an absurd size."""
        self.cur_item._objs = list(islice(_readable(self.cur_item), MOST_CHARACTERS))
        super().end_page(page)


def _readable(page: LTContainer[LTComponent]) -> Iterator[LTComponent]:
    """Yield the items of a page, without doubled letters and without more than fit in a place.

    Some programs print letters twice to make them bold.
    """
    seen: set[tuple[str, int, int]] = set()
    crowds: Counter[tuple[int, int]] = Counter()
    for item in page:
        if not isinstance(item, LTChar):
            yield item
            continue
        if not _is_sane(item):
            continue
        place = item.get_text(), round(item.x0), round(item.y0)
        field = int(item.x0) // _FIELD, int(item.y0) // _FIELD
        if place not in seen and crowds[field] < MOST_IN_FIELD:
            seen.add(place)
            crowds[field] += 1
            yield item


def _clamp(side: float) -> float:
    return side if side <= MOST_POINTS else MOST_POINTS


def _is_sane(char: LTChar) -> bool:
    """Tell whether a character is of a readable size and on the page or near it."""
    sides = (char.width, char.height, char.size)
    near = all(abs(at) <= 2 * MOST_POINTS for at in char.bbox)
    return near and all(side <= LARGEST for side in sides)
