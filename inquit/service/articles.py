"""Inputs to articles: files, folders, streams, corpora."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from inquit.errors import InputError, StoreError
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
from inquit.loaders.net.address import display_url, is_web
from inquit.loaders.text.corpus import begins_corpus, count_lines
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.model.progress import UNATTENDED, ProgressToken
from inquit.store.folders import data_path
from inquit.store.pages.page_paths import PagePaths
from inquit.store.records.moved_files import is_gone
from inquit.store.records.moved_files import path_of as path_of_id

if TYPE_CHECKING:
    from inquit.loaders.folder_listing import ReadableFile as ReadableFile

__all__ = [
    "STREAM_NAME",
    "begins_corpus",
    "candidates",
    "count_lines",
    "display_url",
    "expand_home",
    "file_id",
    "is_folder",
    "is_same_file",
    "is_web",
    "open_bytes",
    "open_corpus",
    "open_corpus_lines",
    "open_file",
    "open_known_file",
    "open_page",
    "open_page_without_trace",
    "open_stream",
    "path_of",
    "reference_to",
    "require_file",
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


def open_known_file(path: Path, token: ProgressToken = UNATTENDED) -> Article:
    """Return the article in a file, or all of a page's text where the reader has wanted that.

    Where there is no such file any more, it is what was kept of it.

    Args:
        path: the file.
        token: told `PAGES` or `PARTS` and how many are read; asked often whether to stop.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it cannot be read as an article.
    """
    known = file_id(path)
    if is_gone(str(path)) and (kept := _kept(known, ArticleId(str(path)))):
        gone = ("The file is not there any more",) if kept.id.startswith("/") else ()
        return finish_article(kept, first=gone)
    whole = PagePaths(data_path()).shows_whole(known)
    return open_file(path, whole=whole, token=token)


def open_page(url: str, token: ProgressToken = UNATTENDED, *, refresh: bool = False) -> Article:
    """Return the article at an address: as it is kept, or else fetched and then kept.

    Args:
        url: an address of http or https.
        token: told the host and the bytes that have come; asked between portions whether to stop.
        refresh: whether to ask the server also where the page is kept.

    Raises:
        CancelledError: it is not wanted any more.
        FeedFoundError: a feed is there.
        InputError: it cannot be had, or nothing readable is there.
    """
    from inquit.library.web_pages import open_url

    try:
        return open_url(url, refresh=refresh, token=token)
    except StoreError as error:
        raise InputError(f"cannot open {display_url(url)}: {error}") from error


def open_page_without_trace(url: str, token: ProgressToken = UNATTENDED) -> Article:
    """Return the article at an address as the server has it now, and keep nothing of it.

    Args:
        url: an address of http or https.
        token: as for `open_page`.

    Raises:
        CancelledError: it is not wanted any more.
        FeedFoundError: a feed is there.
        InputError: it cannot be had, or nothing readable is there.
    """
    from tempfile import TemporaryDirectory

    from inquit.library.web_pages import open_url
    from inquit.store.pages.kept_pages import KeptPages

    with TemporaryDirectory(prefix="inquit-") as folder:
        try:
            return open_url(url, token=token, pages=KeptPages(Path(folder)))
        except StoreError as error:
            raise InputError(f"cannot open {display_url(url)}: {error}") from error


def path_of(reference: str) -> Path:
    """Return the path that a reference names, `~` and bytes that are not UTF-8 told apart."""
    return path_of_id(str(expand_home(reference)))


def candidates(paths: Iterable[Path]) -> Iterator[ReadableFile]:
    """Yield the readable files among some paths and in the folders among them.

    Raises:
        InputError: a file that was named cannot be read, or a folder cannot be listed.
    """
    from inquit.loaders.folder_listing import find_readable_files

    return find_readable_files(paths)


def require_file(path: Path) -> None:
    """Refuse what is no regular file, unless its text is kept; it is not read.

    Raises:
        InputError: it is missing, may not be read, or is no regular file.
    """
    try:
        open_regular(path).close()
    except InputError:
        if _kept(file_id(path), ArticleId(str(path))) is None:
            raise


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


def _kept(*ids: ArticleId) -> Article | None:
    """Return the first text that is kept under an id, or None.

    Raises:
        InputError: what is kept cannot be read.
    """
    from inquit.service.pages import user_pages
    from inquit.store.pages.kept_texts import load_text

    pages = user_pages()
    try:
        return next((kept for each in ids if (kept := load_text(each, pages)) is not None), None)
    except StoreError as error:
        raise InputError(str(error)) from error
