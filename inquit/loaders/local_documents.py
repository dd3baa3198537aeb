"""Any local input to an article: what it is decides who loads it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from inquit.errors import FeedFoundError, InputError
from inquit.loaders.file_ids import file_id
from inquit.loaders.input_bytes import read_bounded, read_file
from inquit.loaders.kind import Kind
from inquit.loaders.sniffing import kind_of
from inquit.loaders.text.plain_text import STREAM_NAME, load_bytes
from inquit.model.article import Article, ArticleId
from inquit.model.printable import printable
from inquit.model.progress import UNATTENDED, ProgressToken

_COMPRESSED = ".gz"
_A_FEED = "it is a feed, a list of articles"
_NOT_ONE_ARTICLE = {
    Kind.CORPUS: "it is a corpus of articles; 'inquit extract' reads it",
    Kind.OPML: "it is a list of feeds; 'inquit feeds import' reads it",
    Kind.GZIP: "it is compressed more than once",
}


class _Loader(Protocol):
    """Makes an article of the bytes of one kind of input."""

    def __call__(self, data: bytes, *, article_id: ArticleId | None, origin: str) -> Article:
        """Return the article, or raise InputError."""


def load_document(path: Path, *, whole: bool = False, token: ProgressToken = UNATTENDED) -> Article:
    """Return the article in a file of any kind, with the id that `file_id` gives.

    Args:
        path: the file.
        whole: whether to give all of a page's text and not only the article.
        token: who waits for it.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: the file cannot be read as an article.
    """
    data = read_file(path)
    return load(data, origin=str(path), article_id=file_id(path), whole=whole, token=token)


def load_document_stream(stream: BinaryIO, origin: str = STREAM_NAME) -> Article:
    """Return the article that a stream of any kind holds; its id is made of the text's digest.

    Raises:
        InputError: the stream cannot be read as an article.
    """
    return load(read_bounded(stream, origin), origin=origin, article_id=None)


def load(
    data: bytes,
    *,
    origin: str,
    article_id: ArticleId | None,
    whole: bool = False,
    token: ProgressToken = UNATTENDED,
) -> Article:
    """Return the article that some bytes of any kind hold.

    Args:
        data: the whole input.
        origin: what the user named, as it was given; its ending decides where content does not.
        article_id: the id, or None to make it of the text's digest.
        whole: whether to give all of a page's text and not only the article.
        token: who waits for it.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: the bytes cannot be read as an article.
    """
    name = origin
    kind = kind_of(data, name)
    if kind is Kind.GZIP:
        from inquit.loaders.gzip import gunzip

        data = gunzip(data, origin)
        name = origin.lower().removesuffix(_COMPRESSED)
        kind = kind_of(data, name)
    if kind is Kind.TEXT:
        return load_bytes(data, article_id=article_id, origin=origin)
    if kind is Kind.FEED:
        raise FeedFoundError(f"cannot read {printable(origin)}: {_A_FEED}", data)
    if (reason := _NOT_ONE_ARTICLE.get(kind)) is not None:
        raise InputError(f"cannot read {printable(origin)}: {reason}")
    loader = _loader(kind, whole=whole, token=token)
    return loader(data, article_id=article_id, origin=origin)


def _loader(kind: Kind, *, whole: bool, token: ProgressToken) -> _Loader:
    """Return what loads a kind and tells whoever waits for it."""
    match kind:
        case Kind.HTML:
            from inquit.loaders.page.loader import load_page

            return partial(load_page, whole=whole, token=token)
        case Kind.MHTML:
            return partial(_load_mhtml, whole=whole, token=token)
        case Kind.MARKDOWN:
            from inquit.loaders.markdown.loader import load_markdown

            return load_markdown
        case Kind.EPUB:
            from inquit.loaders.office.epub import load_epub

            return partial(load_epub, token=token)
        case Kind.DOCX:
            from inquit.loaders.office.docx import load_docx

            return partial(load_docx, token=token)
        case Kind.PDF:
            from inquit.loaders.pdf.loader import load_pdf

            return partial(load_pdf, token=token)
        case Kind.MAIL:
            from inquit.loaders.mail.message import load_mail

            return load_mail
        case _:
            return load_bytes


def _load_mhtml(
    data: bytes, *, article_id: ArticleId | None, origin: str, whole: bool, token: ProgressToken
) -> Article:
    """Return the article on a page that was saved with all its parts (RFC 2557)."""
    from inquit.loaders.mail.message import page_in_mhtml
    from inquit.loaders.page.loader import load_page

    page, charset, address = page_in_mhtml(data, origin)
    return load_page(
        page,
        article_id=article_id,
        origin=origin,
        url=address,
        charset=charset,
        whole=whole,
        token=token,
    )
