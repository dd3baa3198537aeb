"""The lines of a PDF's pages, written as JSON Lines by a process of its own.

What a PDF may ask of its reader has no bound (ISO 32000-2: streams that unpack without end,
objects that refer to each other), so this process takes bounds from the system and dies at them.
Run as `python -m inquit.loaders.pdf.pages SECONDS BYTES PARENT`, the PDF on standard input.
"""

from __future__ import annotations

import io
import itertools
import json
import logging
import re
import sys
from collections.abc import Iterator
from statistics import median_low
from typing import Any, TextIO

from inquit.loaders.bounded_process import limit_this_process
from inquit.loaders.pdf.lines import INITIAL, LARGE
from inquit.loaders.superscripts import RAISED

_SMALL, _RAISED_BY = 0.85, 0.15
_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)

PROTECTED = 3
"""Exit code of a PDF that asks for a password."""

MOST_CHARACTERS = 16 * 1024 * 1024
"""Characters after which reading ends."""


def main() -> int:
    """Limit time and memory, then write the pages.

    Returns:
        0, or `PROTECTED`.
    """
    limit_this_process()
    logging.disable(logging.CRITICAL)
    return write_pages(sys.stdin.buffer.read(), sys.stdout)


def write_pages(data: bytes, out: TextIO) -> int:
    """Write a JSON array of the document's title and author, then one a page.

    That of a page has its height, then its boxes of lines. A box is an array of lines, a line an
    array of left, bottom, right, size, words, and whether they are bold; points from the lower
    left corner of the page, the size in points.

    Args:
        data: a PDF, which may raise anything and take any time.
        out: where each page goes as soon as it is read.

    Returns:
        0, or `PROTECTED`.
    """
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfparser import PDFParser

    from inquit.loaders.pdf.document import SoundDocument

    left = MOST_CHARACTERS
    try:
        document = SoundDocument(PDFParser(io.BytesIO(data)))
        print(json.dumps(_about(document)), file=out, flush=True)
        for page in _lay_out_pages(document):
            boxes = list(_boxes(page))
            left -= sum(len(line[4]) for box in boxes for line in box)
            print(json.dumps([page.height, boxes]), file=out, flush=True)
            if left < 0:
                break
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        return PROTECTED
    return 0


def _about(document: Any) -> list[str | None]:
    """Return the title and the author in a document's information dictionary (14.3.3)."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    given: dict[str, Any] = {}
    for info in document.info:
        given |= info
    values = (resolve1(given.get(name)) for name in ("Title", "Author"))
    return [decode_text(value)[:500] if isinstance(value, bytes) else None for value in values]


def _lay_out_pages(document: Any) -> Iterator[Any]:
    """Yield the pages of a PDF, each laid out in boxes."""
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdfpage import PDFPage

    from inquit.loaders.pdf.device import BoundedDevice

    device = BoundedDevice()
    interpreter = PDFPageInterpreter(device.rsrcmgr, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        yield device.get_result()


def _boxes(page: Any) -> Iterator[list[list[Any]]]:
    """Yield the boxes of text on a page in reading order."""
    from pdfminer.layout import LTTextBox, LTTextLine

    for box in page:
        if isinstance(box, LTTextBox):
            lines = [line for each in box if isinstance(each, LTTextLine) for line in _lines(each)]
            yield [line for line in lines if line[4]]


def _lines(line: Any) -> Iterator[list[Any]]:
    """Yield a line, preceded by a large initial if it begins with one."""
    from pdfminer.layout import LTChar

    signs = list(line)
    size = _usual_size([sign for sign in signs if isinstance(sign, LTChar)])
    large = list(
        itertools.takewhile(
            lambda sign: isinstance(sign, LTChar) and sign.size >= LARGE * size, signs
        )
    )
    if INITIAL.fullmatch("".join(sign.get_text() for sign in large)):
        yield _line(large)
        signs = signs[len(large) :]
    yield _line(signs)


def _line(signs: list[Any]) -> list[Any]:
    """Return the array of a line.

    Args:
        signs: its characters, and the spaces that pdfminer puts between them.
    """
    from pdfminer.layout import LTChar

    chars = [sign for sign in signs if isinstance(sign, LTChar)]
    if not chars:
        return [0.0, 0.0, 0.0, 0.0, "", False]
    size = _usual_size(chars)
    low = median_low([char.y0 for char in chars if char.size >= _SMALL * size])
    words = "".join(_words(sign, size, low) for sign in signs).strip()
    left, bottom = min(char.x0 for char in chars), min(char.y0 for char in chars)
    numbers = [round(n, 1) for n in (left, bottom, max(char.x1 for char in chars), size)]
    bold = sum(_BOLD.search(char.fontname) is not None for char in chars)
    return [*numbers, words, 2 * bold > len(chars)]


def _usual_size(chars: list[Any]) -> float:
    sizes = sorted(char.size for char in chars)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _words(sign: Any, size: float, low: float) -> str:
    """Return the text of a character; a superscript number stays one, as 10³ is not 103.

    Args:
        sign: a character or a space.
        size: of most characters of the line.
        low: how high the line stands.
    """
    words = str(sign.get_text())
    number = words.isascii() and words.isdigit()
    if number and sign.size < _SMALL * size and sign.y0 > low + _RAISED_BY * size:
        return words.translate(RAISED)
    return words


if __name__ == "__main__":
    sys.exit(main())
