"""Pages of a PDF laid out by pdfminer, without the sizes that would keep it busy for ever.

Its layout looks for neighbours in a grid of 50 points over the page, so that a page or a character
of 10 to the power of 20 points, which a few bytes can ask for, has cells without end.
"""

from __future__ import annotations

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTPage
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix

MOST_POINTS = 14_400
"""Points that a page may be wide and high (ISO 32000-1, annex C.2)."""

LARGEST = 1_440
"""Points of the largest character; a letter of half a metre."""


class BoundedDevice(PDFPageAggregator):
    """Collects the characters of a page and lays them out."""

    def __init__(self) -> None:
        super().__init__(PDFResourceManager(), laparams=LAParams())

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Begin a page, cut off where none that is printed goes."""
        super().begin_page(page, ctm)
        width, height = (_bounded(side) for side in (self.cur_item.width, self.cur_item.height))
        self.cur_item = LTPage(self.pageno, (0, 0, width, height))

    def end_page(self, page: PDFPage) -> None:
        """Lay the page out, characters of no size or of too much of it left out."""
        kept = [item for item in self.cur_item if not isinstance(item, LTChar) or _is_sane(item)]
        self.cur_item._objs = kept
        super().end_page(page)


def _bounded(side: float) -> float:
    return side if side <= MOST_POINTS else MOST_POINTS


def _is_sane(char: LTChar) -> bool:
    """Tell whether a character is of a size to read, and near enough to the page to be on it."""
    sides = (char.width, char.height, char.size)
    near = all(abs(at) <= 2 * MOST_POINTS for at in char.bbox)
    return near and all(side <= LARGEST for side in sides)
