"""Adds articles in bulk: kept, analysed, indexed; what was added before is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from inquit.errors import InputError, StoreError
from inquit.loaders.net.address import is_web
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.model.quotation import Analysis
from inquit.service.library.access import Library
from inquit.service.library.catching_up import analyse_home
from inquit.service.library.own_work import OwnWork
from inquit.store.pages.kept_texts import store_text
from inquit.store.pages.page_paths import page_name
from inquit.store.pages.page_quota import make_room

if TYPE_CHECKING:
    from inquit.model.feed import FeedEntry


class Added(StrEnum):
    """What became of an article that was to be added."""

    ADDED = "added"
    THERE = "there before"
    SAMPLE = "a sample, which is not remembered"


def add_article(
    article: Article,
    library: Library,
    own: OwnWork,
    analyse: Callable[[Article], Analysis | None],
) -> Added:
    """Keep, analyse and index an article; nothing is done where that was done before.

    Args:
        article: the article. A page was kept when it was opened.
        library: the library.
        own: what the reader wrote.
        analyse: returns the analysis of an article.

    Raises:
        ModelError: the model is missing or cannot be used.
        StoreError: it could not be kept or indexed.
    """
    from inquit.library.index.reading import is_current

    if article.id.startswith("seed:"):
        return Added.SAMPLE
    known = library.use(
        lambda index: is_current(
            index, article.text_digest, library.engine_version, library.setup.model
        )
    )
    if known:
        return Added.THERE
    if is_web(article.id) and library.pages.newest(article.id) is None:
        # An article of a corpus that is called like a page, which was not fetched from there.
        article = finish_article(article, id=ArticleId(f"sha256:{article.text_digest}"))
    store_text(article, library.pages)
    home = page_name(article.id)
    library.use(lambda index: analyse_home(library, index, own, home, analyse))
    return Added.ADDED


def make_room_for_added(library: Library) -> str | None:
    """Remove the oldest of what is kept where it is too much by now.

    Returns:
        What was removed, in one line, or None.

    Raises:
        StoreError: what the reader's work points at cannot be read; nothing is removed then.
    """
    pruned = make_room(library.pages)
    return f"To make room, {pruned.describe()}" if pruned else None


def open_entries(data: bytes, reference: str) -> Iterator[Article | InputError]:
    """Yield the articles of a feed's entries in full; for one that cannot be had, the error.

    Args:
        data: the feed.
        reference: its address, or the path of its file.

    Raises:
        InputError: it is no feed.
    """
    from inquit.loaders.feed.parser import load_feed

    for entry in load_feed(data, origin=reference).entries:
        yield _open(entry, reference)


def _open(entry: FeedEntry, feed: str) -> Article | InputError:
    from inquit.library.feed_entries import open_entry

    try:
        return open_entry(entry, feed=feed)
    except InputError as error:
        return error
    except StoreError as error:
        return InputError(f"cannot open “{entry.title}”: {error}")
