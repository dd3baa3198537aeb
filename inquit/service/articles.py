"""Inputs to articles: files, folders, streams, corpora."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from inquit.errors import InputError
from inquit.library.web_pages import open_url, versions_of
from inquit.loaders import (
    STREAM_NAME,
    file_id,
    load,
    load_corpus,
    load_corpus_stream,
    load_document,
    load_document_stream,
    open_regular,
)
from inquit.loaders.local_path import expand_home, is_folder, is_same_file, reference_to
from inquit.loaders.net.address import is_web, shown
from inquit.loaders.text.corpus import begins_corpus, count_lines
from inquit.model.article import Article, ArticleId
from inquit.model.progress import UNATTENDED, ProgressToken

if TYPE_CHECKING:
    from inquit.loaders.folder_listing import Candidate

__all__ = [
    "STREAM_NAME",
    "begins_corpus",
    "candidates",
    "count_lines",
    "expand_home",
    "file_id",
    "is_folder",
    "is_same_file",
    "is_web",
    "open_bytes",
    "open_corpus",
    "open_corpus_lines",
    "open_file",
    "open_stream",
    "open_url",
    "reference_to",
    "require_file",
    "shown",
    "versions_of",
]


def open_file(path: Path, *, whole: bool = False, token: ProgressToken = UNATTENDED) -> Article:
    """Return the article in a file.

    Args:
        path: the file.
        whole: whether to give all of a page's text and not only the article.
        token: told `PAGES` or `PARTS` and how many are read; asked often whether to stop.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: the file cannot be read as an article.
    """
    return load_document(path, whole=whole, token=token)


def candidates(paths: Iterable[Path]) -> Iterator[Candidate]:
    """Yield the readable files among some paths and in the folders among them.

    Raises:
        InputError: a file that was named cannot be read, or a folder cannot be listed.
    """
    from inquit.loaders.folder_listing import candidates_in

    return candidates_in(paths)


def require_file(path: Path) -> None:
    """Make sure that a file could be opened, without reading it.

    Raises:
        InputError: it is missing, may not be read, or is no regular file.
    """
    open_regular(path).close()


def open_stream(stream: BinaryIO) -> Article:
    """Return the article that a stream holds, read to its end.

    Raises:
        InputError: the stream cannot be read as an article.
    """
    return load_document_stream(stream)


def open_bytes(data: bytes, *, article_id: ArticleId, origin: str) -> Article:
    """Return the article that some bytes hold.

    Args:
        data: the whole input.
        article_id: its id.
        origin: what the user named.

    Raises:
        InputError: the bytes cannot be read as an article.
    """
    return load(data, article_id=article_id, origin=origin)


def open_corpus(path: Path) -> Iterator[Article | InputError]:
    """Yield the articles of a JSON Lines corpus, ids and texts unchanged.

    Yields:
        An article; for a line that is none, the error that names the line.

    Raises:
        InputError: the file cannot be opened or read on.
    """
    return load_corpus(path)


def open_corpus_lines(stream: BinaryIO, name: str) -> Iterator[Article | InputError]:
    """Yield the articles of a JSON Lines corpus from a stream, ids and texts unchanged.

    Args:
        stream: the corpus, in UTF-8.
        name: how to call it in an error.

    Yields:
        An article; for a line that is none, the error that names the line.

    Raises:
        InputError: the stream cannot be read on.
    """
    return load_corpus_stream(stream, name)
