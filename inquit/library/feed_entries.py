"""A feed entry as an article: its page, or the feed's own text where the page is unavailable."""

from __future__ import annotations

import hashlib
from html import escape
from typing import TYPE_CHECKING

from inquit.errors import CancelledError, InputError
from inquit.library.web_pages import open_url
from inquit.loaders.net.address import address_of, display_url
from inquit.model.article import Article, ArticleId
from inquit.model.feed import FeedEntry
from inquit.model.finishing import finish_article
from inquit.model.progress import UNATTENDED, ProgressToken

if TYPE_CHECKING:
    from inquit.loaders.net.fetching import Limits
    from inquit.store.pages.kept_pages import KeptPages

_NO_PAGE = "it names no page of its own"


def open_entry(
    entry: FeedEntry,
    *,
    token: ProgressToken = UNATTENDED,
    pages: KeptPages | None = None,
    limits: Limits | None = None,
    feed: str | None = None,
) -> Article:
    """Return an entry in full: its page as `web_pages.open_url` gives it, else `article_from_feed`.

    Args:
        entry: the entry.
        token: told the host and the bytes that have come; asked between portions whether to stop.
        pages: where pages are kept; None for the user's own.
        limits: what the fetch may take.
        feed: the address of the feed that names the entry's page.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: its page cannot be had, and the feed gives no text of it.
        StoreError: what came could not be kept, or what is kept not be read.
    """
    if entry.link is None:
        return article_from_feed(entry, why=_NO_PAGE)
    try:
        return open_url(entry.link, token=token, pages=pages, limits=limits, named_by=feed)
    except CancelledError:
        raise
    except InputError as error:
        if not (entry.content or entry.summary):
            raise
        return article_from_feed(entry, why=str(error))


def article_from_feed(entry: FeedEntry, *, why: str) -> Article:
    """Return the text that the feed itself gives of an entry, with a notice that says so.

    Args:
        entry: the entry.
        why: why the page is not shown, for the notice.

    Raises:
        InputError: the feed gives no text of it.
    """
    from inquit.loaders.page.loader import load_page

    body = entry.content or escape(entry.summary)
    if not body:
        raise InputError(f"the feed gives no text of “{entry.title}”, and {why}")
    article = load_page(
        f"<html><body>{body}</body></html>".encode("utf-8", "replace"),
        origin=display_url(entry.link) if entry.link else entry.title,
        article_id=entry_article_id(entry),
        url=entry.link,
        charset="utf-8",
        whole=True,
    )
    return finish_article(
        article,
        first=(f"Only what the feed gives of it; {why}",),
        title=entry.title,
        published=entry.published[:10] if entry.published else None,
        page_words=None,
        whole=False,
    )


def entry_article_id(entry: FeedEntry) -> ArticleId:
    """Return the id of an entry's article: its page's address, or one made from the entry's id."""
    if entry.link is not None:
        return ArticleId(address_of(entry.link))
    named = hashlib.sha256(entry.id.encode("utf-8", "surrogatepass")).hexdigest()
    return ArticleId(f"entry:{named}")
