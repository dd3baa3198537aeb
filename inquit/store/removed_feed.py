"""A feed in the bin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inquit.model.feed import Subscription
from inquit.store.bin import removed_at
from inquit.store.codec import Document
from inquit.store.feed_codec import decode_feed


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFeed:
    """A feed in the bin, with how many entries it had; removed is aware and in UTC."""

    id: str
    removed: datetime
    feed: Subscription
    entries: int


def removed_feed(document: Document) -> RemovedFeed | None:
    """Return the feed that a document of the bin holds, or None where it cannot be read."""
    feed = decode_feed(document.get("document", {}))
    try:
        moment = removed_at(document)
    except ValueError:
        return None
    if feed is None:
        return None
    entries = len(document["document"].get("entries", ()))
    return RemovedFeed(id=str(document["id"]), removed=moment, feed=feed, entries=entries)
