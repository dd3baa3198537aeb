"""Feeds followed, refreshed and listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inquit.loaders.address import address_of, shown
from inquit.model.feed import Subscription

if TYPE_CHECKING:
    from inquit.loaders.fetching import Limits
    from inquit.store.subscriptions import Subscriptions


def follow(url: str, kept: Subscriptions, *, limits: Limits | None = None) -> Subscription:
    """Subscribe to a feed and fetch its entries; one that is followed already is refreshed.

    Raises:
        InputError: it cannot be had, or is no feed.
        StoreError: it could not be kept.
    """
    address = address_of(url)
    followed = next((each for each in kept.all() if each.url == address), None)
    return refresh(followed or Subscription(url=address), kept, limits=limits)


def refresh(
    subscription: Subscription, kept: Subscriptions, *, limits: Limits | None = None
) -> Subscription:
    """Ask a feed for what is new; raises as `follow`."""
    from inquit.loaders.feed import load_feed
    from inquit.loaders.fetching import Validators, fetch

    known = Validators(etag=subscription.etag, last_modified=subscription.last_modified)
    came = fetch(subscription.url, validators=known, limits=limits)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if came.unchanged:
        asked = replace(subscription, refreshed=now)
        kept.put(asked)
        return asked
    feed = load_feed(came.data, origin=shown(subscription.url))
    asked = replace(
        subscription,
        title=feed.title or subscription.title or shown(subscription.url),
        etag=came.validators.etag,
        last_modified=came.validators.last_modified,
        refreshed=now,
    )
    kept.put(asked, feed.entries)
    return asked
