"""PDF with a text layer as an article; the reading itself is done by a process within bounds."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator

from inquit.errors import InputError
from inquit.loaders.composing import Piece, compose
from inquit.loaders.pdf_layout import Line, Page, pieces_of_pages
from inquit.loaders.pdf_pages import PROTECTED
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.model.structure import BlockKind

SECONDS = 60
"""Seconds of computing that a PDF may take."""
MEMORY = 1536 * 1024 * 1024
"""Bytes of address space that reading a PDF may take."""


def load_pdf(data: bytes, *, article_id: ArticleId | None, origin: str) -> Article:
    """Return the text layer of a PDF as an article.

    Args:
        data: the whole file.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.

    Raises:
        InputError: pdfminer is not installed; or the file is damaged, protected, without text, or
            takes too much time or memory.
    """
    name = printable(origin)
    if importlib.util.find_spec("pdfminer") is None:
        raise InputError(f"cannot read {name}: for PDF, run: pip install 'inquit[pdf]'")
    output, code = _read(data, name)
    if code == PROTECTED:
        raise InputError(f"cannot read {name}: it is protected by a password")
    pages = list(_pages(output))
    pieces = pieces_of_pages(pages)
    if not pieces:
        raise InputError(f"cannot read {name}: {_why_nothing(code, len(pages))}")
    cut = f"only the first {len(pages)} pages could be read; the file is damaged or too large"
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=_title(pieces),
        notices=(cut,) if code else (),
    )


def _read(data: bytes, name: str) -> tuple[bytes, int]:
    """Return what the reading process wrote and its exit code.

    Raises:
        InputError: it took too long.
    """
    # -P: the current folder is no place to import from.
    command = [sys.executable, "-P", "-m", "inquit.loaders.pdf_pages", str(SECONDS), str(MEMORY)]
    try:
        ran = subprocess.run(  # noqa: S603 - our own module, no shell
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=3 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"cannot read {name}: it takes too long to read") from error
    return ran.stdout, ran.returncode


def _pages(output: bytes) -> Iterator[Page]:
    """Yield the pages that were written whole."""
    for line in output.splitlines(keepends=True):
        if line.endswith(b"\n"):
            height, boxes = json.loads(line)
            yield Page(height=height, boxes=tuple(tuple(map(_line, box)) for box in boxes if box))


def _line(values: list[float | str]) -> Line:
    left, bottom, right, size, words = values
    return Line(
        left=float(left), bottom=float(bottom), right=float(right), size=float(size),
        words=str(words),
    )  # fmt: skip


def _why_nothing(code: int, pages: int) -> str:
    if code:
        return "it is damaged, or takes too much time or memory"
    return "it has no text layer; it may be a scan" if pages else "it is damaged"


def _title(pieces: list[Piece]) -> str | None:
    """Return the words of the first of the largest headings near the beginning, or None."""
    headings = [piece for piece in pieces[:10] if piece.kind is BlockKind.HEADING]
    if not headings:
        return None
    return min(headings, key=lambda piece: piece.level).runs[0][0]
