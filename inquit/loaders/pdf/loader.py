"""A PDF with a text layer as an article; a process with limits does the reading."""

from __future__ import annotations

import importlib.util
import json
import re

from inquit.errors import CancelledError, InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.pdf.layout import pieces_of_pages
from inquit.loaders.pdf.lines import UNTOLD, Line, Page
from inquit.loaders.pdf.pages import PROTECTED
from inquit.loaders.pdf.process import read_pages
from inquit.loaders.piece import Piece
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.model.progress import UNATTENDED, ProgressToken
from inquit.model.structure import BlockKind

# What programs put there is a file's name, or a word for nobody.
_MADE_UP = re.compile(
    r"^microsoft word|^untitled|\.(?:docx?|indd|pages|pdf|pub|qxd|rtf)$"
    r"|^(?:admin|anonymous|owner|unknown|user)$",
    re.IGNORECASE,
)

_MANY, _MUCH = 20, 0.01
_NO_CHARACTERS = "its fonts do not tell which characters they show; it reads only as a picture"

_INSTALL = "for PDF, run: pipx install --force 'inquit[pdf]', or: uv tool install 'inquit[pdf]'"


def load_pdf(
    data: bytes, *, article_id: ArticleId | None, origin: str, token: ProgressToken = UNATTENDED
) -> Article:
    """Return the text layer of a PDF as an article.

    Args:
        data: the whole file.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.
        token: told of every page.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: pdfminer is not installed; or the file is damaged, protected, without text, or
            takes too much time or memory.
    """
    name = printable(origin)
    if importlib.util.find_spec("pdfminer") is None:
        raise InputError(f"cannot read {name}: {_INSTALL}")
    try:
        output, code = read_pages(data, token)
    except CancelledError:
        raise
    except InputError as error:
        raise InputError(f"cannot read {name}: {error}") from error
    if code == PROTECTED:
        raise InputError(f"cannot read {name}: it is protected by a password")
    title, author, pages = _parse_in_process(output)
    pieces = pieces_of_pages(pages)
    if not pieces:
        raise InputError(f"cannot read {name}: {_why_nothing(code, len(pages))}")
    untold, told = _untold(pieces)
    if not told:
        raise InputError(f"cannot read {name}: {_NO_CHARACTERS}")
    cut = f"only the first {len(pages)} pages could be read; the file is damaged or too large"
    return compose(
        pieces,
        article_id=article_id,
        origin=origin,
        title=_title(pieces) or title,
        byline=author,
        notices=((cut,) if code else ()) + _notice(untold, told),
    )


def _parse_in_process(output: bytes) -> tuple[str | None, str | None, list[Page]]:
    """Return title, author and the pages that were written completely."""
    written = [json.loads(line) for line in output.splitlines(keepends=True) if line[-1:] == b"\n"]
    if not written:
        return None, None, []
    title, author = written[0]
    title, author = (
        None if value and _MADE_UP.search(value) else value for value in (title, author)
    )
    return title, author, [_page(height, boxes) for height, boxes in written[1:]]


def _page(height: float, boxes: list[list[list[float | str | bool]]]) -> Page:
    return Page(height=height, boxes=tuple(tuple(map(_line, box)) for box in boxes if box))


def _line(values: list[float | str | bool]) -> Line:
    left, bottom, right, size, words, bold = values
    return Line(
        left=float(left), bottom=float(bottom), right=float(right), size=float(size),
        words=str(words), bold=bool(bold),
    )  # fmt: skip


def _untold(pieces: list[Piece]) -> tuple[int, int]:
    """Return the numbers of characters that the fonts do not give and of all others."""
    texts = [words for piece in pieces for words, _ in piece.runs]
    untold = sum(words.count(UNTOLD) for words in texts)
    return untold, sum(map(len, "".join(texts).split())) - untold


def _notice(untold: int, told: int) -> tuple[str, ...]:
    """Return a notice about characters that the fonts do not give, unless they are few."""
    if untold < _MANY and untold < _MUCH * told:
        return ()
    return (f"{untold:,} characters are shown as {UNTOLD}; the PDF does not tell which they are",)


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
