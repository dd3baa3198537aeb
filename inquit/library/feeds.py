"""Following feeds and refreshing them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.errors import CancelledError, InputError
from inquit.loaders.local_path import expand_home
from inquit.loaders.net.address import address_of, display_url, is_web
from inquit.model.feed import Subscription
from inquit.model.printable import printable
from inquit.model.progress import UNATTENDED, ProgressToken

if TYPE_CHECKING:
    from inquit.loaders.net.fetching import Limits
    from inquit.loaders.net.http_status_errors import RefusedError
    from inquit.store.records.feed_changes import RefreshedFeed
    from inquit.store.records.subscriptions import Subscriptions


def feed_address(reference: str) -> str:
    """Return the key of a feed: its address, or the absolute path of a file.

    Raises:
        InputError: it is an address that no page can have.
    """
    return address_of(reference) if is_web(reference) else str(_path(reference))


def follow(reference: str, kept: Subscriptions, *, limits: Limits | None = None) -> Subscription:
    """Subscribe to a feed and fetch its entries; one that is followed already is refreshed.

    Args:
        reference: its address, or the path of a file.
        kept: the subscriptions.
        limits: what the fetch may take.

    Raises:
        InputError: it cannot be had, or is no feed.
        StoreError: it could not be kept.
    """
    known = {feed.url: feed for feed in kept.all()}
    url = feed_address(reference)
    if url in known:
        return refresh(replace(known[url], gone=False, rests_until=None), kept, limits=limits)
    came = ask(Subscription(url=url), limits=limits)
    kept.put(came.feed, came.entries)
    return came.feed


def refresh(
    feed: Subscription, kept: Subscriptions, *, limits: Limits | None = None
) -> Subscription:
    """Refresh a feed that is followed; raises as `follow` does."""
    try:
        came = ask(feed, limits=limits)
    except InputError as error:
        kept.renew([faulty(feed, error)])
        raise
    kept.renew([came])
    return came.feed


def ask(
    feed: Subscription,
    *,
    limits: Limits | None = None,
    token: ProgressToken = UNATTENDED,
) -> RefreshedFeed:
    """Ask a feed for new entries without keeping them.

    Args:
        feed: what is known of it.
        limits: what the fetch may take.
        token: asked between portions whether to stop.

    Raises:
        CancelledError: it is not wanted any more.
        InputError: it cannot be had, is no feed, or is not to be asked now.
    """
    if rest := resting(feed):
        raise InputError(f"{display_url(feed.url)} is not asked: {rest}")
    from inquit.store.records.feed_changes import RefreshedFeed

    now = _after(0)
    well = replace(feed, refreshed=now, fault=None, rests_until=None, gone=False)
    if not is_web(feed.url):
        return _of_file(well, token)
    from inquit.loaders.feed.parser import load_feed
    from inquit.loaders.net.fetching import Validators, fetch

    known = Validators(etag=feed.etag, last_modified=feed.last_modified)
    came = fetch(feed.url, validators=known, limits=limits, token=token)
    if came.moved is not None:
        well = replace(well, url=address_of(came.moved))
    if came.unchanged:
        return RefreshedFeed(url=feed.url, feed=well)
    try:
        found = load_feed(came.data, origin=display_url(feed.url), token=token)
    except CancelledError:
        raise
    except InputError as error:
        raise InputError(f"{error}{_mention_named_feeds(came.data, came.url)}") from error
    asked = replace(
        well,
        title=found.title or feed.title or display_url(feed.url),
        etag=came.validators.etag,
        last_modified=came.validators.last_modified,
    )
    return RefreshedFeed(url=feed.url, feed=asked, entries=found.entries)


def resting(feed: Subscription) -> str | None:
    """Return in words why a feed must not be asked now, or None if it may be."""
    if feed.gone:
        return "the server says that it is gone for good; remove it, or add it again to try"
    if feed.rests_until and feed.rests_until > _after(0):
        return f"the server wants to be left alone until {feed.rests_until[:16]} UTC"
    return None


def faulty(feed: Subscription, error: InputError) -> RefreshedFeed:
    """Return what to keep of a feed that could not be fetched."""
    from inquit.loaders.net.http_status_errors import GONE, RefusedError
    from inquit.store.records.feed_changes import RefreshedFeed

    if resting(feed):
        return RefreshedFeed(url=feed.url, feed=feed)
    told = replace(feed, fault=printable(str(error)))
    if isinstance(error, RefusedError):
        told = replace(told, gone=error.status == GONE, rests_until=_rest(error))
    return RefreshedFeed(url=feed.url, feed=told)


def _mention_named_feeds(data: bytes, url: str) -> str:
    """Return the feeds that a page names, for an error about a page given as a feed."""
    from inquit.loaders.feed.links import find_feed_links

    named = find_feed_links(data, url)
    return f", but a page that names {' and '.join(map(display_url, named))}" if named else ""


def _of_file(feed: Subscription, token: ProgressToken) -> RefreshedFeed:
    from inquit.loaders.feed.parser import load_feed
    from inquit.loaders.feed.source import MOST_BYTES
    from inquit.loaders.input_bytes import read_file
    from inquit.store.records.feed_changes import RefreshedFeed

    found = load_feed(read_file(Path(feed.url), MOST_BYTES), origin=feed.url, token=token)
    title = found.title or feed.title or printable(feed.url)
    return RefreshedFeed(url=feed.url, feed=replace(feed, title=title), entries=found.entries)


def _rest(error: RefusedError) -> str | None:
    return None if error.rest is None else _after(error.rest)


def _after(seconds: float) -> str:
    moment = datetime.now(UTC) + timedelta(seconds=seconds)
    return moment.isoformat(timespec="seconds")


def _path(reference: str) -> Path:
    return expand_home(reference).absolute()
