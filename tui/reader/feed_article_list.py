"""Opens a feed like an article: lists its entries, and stores nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from inquit.errors import FeedFoundError, InputError
from inquit.model.printable import printable
from inquit.model.progress import UNATTENDED, ProgressToken
from tui.services.article_list import ArticleList, ListedArticle

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.model.feed import FeedEntry
    from tui.services.load_task import LoadTask


def article_or_entries(
    opened: Callable[[], Article], reference: str, task: LoadTask | None = None
) -> Article | ArticleList:
    """Return an opened article, or the entries if it is a feed.

    Args:
        opened: opens the article.
        reference: what the user named.
        task: asked whether to go on with a large feed.

    Raises:
        InputError: it cannot be opened.
    """
    try:
        return opened()
    except FeedFoundError as found:
        token = task.token if task is not None else UNATTENDED
        return list_entries(found.data, reference, token)


def list_entries(data: bytes, reference: str, token: ProgressToken = UNATTENDED) -> ArticleList:
    """Return the entries of a feed, the newest first, to pick from.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it is no feed, or has no entries.
    """
    from inquit.service.feeds import read_feed

    feed = read_feed(data, reference, token)
    newest = sorted(feed.entries, key=lambda entry: entry.published or "", reverse=True)
    if not newest:
        raise InputError(f"cannot open {printable(reference)}: the feed has no entries")
    title = feed.title or printable(reference)
    return ArticleList(title=f"Feed: {title}", items=tuple(_items(newest, reference)))


def _items(entries: list[FeedEntry], feed: str) -> Iterator[ListedArticle]:
    from inquit.service.feeds import known_as
    from widgets.dates import format_day

    for place, entry in enumerate(entries):
        yield ListedArticle(
            reference=f"{place}:{entry.id}",
            title=entry.title,
            kind=format_day(entry.published),
            article_id=known_as(entry),
            open=partial(open_in_full, entry, feed=feed),
        )


def open_in_full(entry: FeedEntry, task: LoadTask, *, feed: str) -> Article:
    """Return the article of an entry: its page, or else its text in the feed.

    Args:
        entry: the entry.
        task: told how much has come; asked whether to go on.
        feed: the address of the feed, or the path of its file.

    Raises:
        InputError: its page cannot be fetched, nor does the feed have its text.
    """
    from inquit.service.feeds import open_entry

    return open_entry(entry, task.token, feed=feed)
