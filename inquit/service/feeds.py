"""The feeds that the user follows: opened, asked for what is new, taken from lists and listed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.errors import InputError, StoreError
from inquit.library.feed_entries import entry_article_id
from inquit.library.feed_entries import open_entry as _open_entry
from inquit.library.feed_refresh import refresh_all
from inquit.library.feeds import ask, feed_address, follow
from inquit.loaders.net.address import address_of, is_web
from inquit.model.article import Article, ArticleId
from inquit.model.feed import Feed, FeedEntry, Subscription
from inquit.model.progress import UNATTENDED, ProgressToken
from inquit.service.pages import user_pages

if TYPE_CHECKING:
    from inquit.store.records.removed_feed import RemovedFeed as RemovedFeed
    from inquit.store.records.subscriptions import Subscriptions as Subscriptions

__all__ = [
    "ask",
    "feed_address",
    "follow",
    "follow_all_in",
    "known_as",
    "list_as_opml",
    "open_entry",
    "open_feeds",
    "read_feed",
    "refresh_all",
]


def open_feeds(folder: Path | None = None) -> Subscriptions:
    """Open the feeds that are followed; whoever asks closes them.

    Args:
        folder: the data folder; None for the user's own.

    Raises:
        StoreError: they cannot be read.
    """
    from inquit.store.folders import data_dir
    from inquit.store.records.subscriptions import Subscriptions

    return Subscriptions(folder or data_dir())


def read_feed(data: bytes, origin: str, token: ProgressToken = UNATTENDED) -> Feed:
    """Return the feed that some bytes hold.

    Args:
        data: RSS or Atom.
        origin: where they came from, for an error.
        token: asked often whether to go on with a large one.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: they are no feed, or too large to be one.
    """
    from inquit.loaders.feed.parser import load_feed

    return load_feed(data, origin=origin, token=token)


def open_entry(entry: FeedEntry, token: ProgressToken, *, feed: str) -> Article:
    """Return an entry in full: its page, or what the feed gives of it.

    Args:
        entry: the entry.
        token: told how much has come; asked whether to go on.
        feed: the address of the feed, or the path of its file.

    Raises:
        InputError: neither its page can be had nor does the feed give its text.
    """
    try:
        return _open_entry(entry, token=token, feed=feed)
    except StoreError as error:
        raise InputError(f"cannot open “{entry.title}”: {error}") from error


def known_as(entry: FeedEntry) -> ArticleId:
    """Return the id of an entry's article; that of its page where that is kept."""
    named = entry_article_id(entry)
    kept = user_pages().newest(named) if entry.link is not None else None
    return named if kept is None else ArticleId(kept.address)


def follow_all_in(path: Path, kept: Subscriptions) -> int:
    """Follow the feeds that an OPML file lists, and return how many were not followed before.

    Raises:
        InputError: it cannot be read, or is no OPML.
        StoreError: they could not be kept.
    """
    from inquit.loaders.feed.parser import load_opml
    from inquit.loaders.input_bytes import read_file

    listed = load_opml(read_file(path), origin=str(path))
    new = {address_of(url): title for url, title in listed}
    known = {feed.url for feed in kept.all()}
    added = [Subscription(url=u, title=t or u) for u, t in new.items() if u not in known]
    kept.put_all(added)
    return len(added)


def list_as_opml(feeds: Iterable[Subscription]) -> tuple[str, int]:
    """Return an OPML file that lists feeds, and how many; feeds that are files are left out."""
    from inquit.export.opml import render

    listed = [feed for feed in feeds if is_web(feed.url)]
    return render(listed), len(listed)
