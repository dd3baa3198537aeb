"""Plain text as an article: from a file, from a stream, from bytes."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from inquit.errors import InputError
from inquit.loaders.article_builder import compose
from inquit.loaders.file_ids import file_id
from inquit.loaders.input_bytes import read_bounded, read_file
from inquit.loaders.normalization import normalise
from inquit.loaders.text.byline_and_date import byline_of, date_of
from inquit.loaders.text.decoding import decode
from inquit.loaders.text.gutenberg import book_in
from inquit.loaders.text.headline import headline_of
from inquit.loaders.text.line_limit import require_few_lines
from inquit.loaders.text.paragraphs import rejoin
from inquit.loaders.text.quoted_replies import answers, reply_pieces
from inquit.model.article import Article, ArticleId, digest_of, paragraphs_of
from inquit.model.finishing import finish_article
from inquit.model.printable import printable

_WITHOUT_LICENCE = "The head and the licence of Project Gutenberg are left out"

STREAM_NAME = "standard input"
"""What an article from a stream is called where it has no title."""


def load_file(path: Path) -> Article:
    """Return the article in a file of plain text; its id is the path with all links resolved.

    Raises:
        InputError: the file is missing, unreadable, too large, empty, or not text.
    """
    data = read_file(path)
    return load_bytes(data, article_id=file_id(path), origin=str(path))


def load_stream(stream: BinaryIO, origin: str = STREAM_NAME) -> Article:
    """Return the article that a stream holds; its id is made of the text's digest.

    Raises:
        InputError: the stream cannot be read, is too large, empty, or not text.
    """
    return load_bytes(read_bounded(stream, origin), article_id=None, origin=origin)


def load_bytes(data: bytes, *, article_id: ArticleId | None, origin: str) -> Article:
    """Return the article that some bytes of plain text hold.

    Args:
        data: the whole input, in any encoding.
        article_id: the id, or None to make it of the text's digest.
        origin: what the user named, as it was given.

    Raises:
        InputError: the bytes are empty or not text.
    """
    whole = normalise(decode(data, origin))
    require_few_lines(whole, origin)
    if answers(whole):
        return _answering(whole, article_id=article_id, origin=origin)
    book = book_in(whole)
    text = rejoin(book.text if book else whole)
    blocks = paragraphs_of(text)
    if not blocks:
        raise InputError(f"cannot read {printable(origin)}: it is empty")
    digest = digest_of(text)
    return Article(
        id=article_id or ArticleId(f"sha256:{digest}"),
        text=text,
        text_digest=digest,
        title=(book.title if book else None) or headline_of(text),
        byline=book.author if book else byline_of(text),
        published=None if book else date_of(text),
        origin=printable(origin),
        block_spans=blocks,
        language=book.language if book else None,
        notices=(_WITHOUT_LICENCE,) if book else (),
    )


def _answering(text: str, *, article_id: ArticleId | None, origin: str) -> Article:
    """Return the article that a text with quoted lines makes, those lines as block quotes."""
    article = compose(reply_pieces(text), article_id=article_id, origin=origin)
    return finish_article(
        article,
        title=headline_of(article.text),
        byline=byline_of(article.text),
        published=date_of(article.text),
    )
