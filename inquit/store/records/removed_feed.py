"""A feed in the bin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inquit.model.feed import Subscription
from inquit.store.codec import Document
from inquit.store.records.bin import decode_removal_time
from inquit.store.records.feed_codec import decode_feed


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFeed:
    """A feed in the bin, with how many entries it had; removed is aware and in UTC."""

    id: str
    removed: datetime
    feed: Subscription
    entries: int


def decode_removed_feed(document: Document) -> RemovedFeed | None:
    """Return the feed that a document of the bin holds, or None where it cannot be read."""
    held = document.get("document")
    feed, entries = decode_feed(held), entry_documents(document)
    try:
        moment = decode_removal_time(document)
    except ValueError:
        return None
    named = document.get("id")
    if feed is None or entries is None or not isinstance(named, str):
        return None
    return RemovedFeed(id=named, removed=moment, feed=feed, entries=len(entries))


def entry_documents(document: Document) -> tuple[Document, ...] | None:
    """Return the documents of the entries of a feed in the bin; None where they cannot be read."""
    held = document.get("document")
    entries = held.get("entries", []) if isinstance(held, dict) else None
    if not isinstance(entries, list):
        return None
    named = all(isinstance(each, dict) and isinstance(each.get("id"), str) for each in entries)
    return tuple(entries) if named else None
