"""Works out what a change to a feed changes in the documents; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inquit.model.feed import FeedEntry, Subscription
from inquit.store.codec import Document
from inquit.store.records.bin import BIN
from inquit.store.records.feed_codec import (
    ENTRIES,
    SUBSCRIPTIONS,
    decode_entry,
    encode_entry,
    encode_feed,
    entry_id,
    feed_id,
)
from inquit.store.records.pending_changes import Changes
from inquit.store.records.removed_feed import entry_documents

MOST_ENTRIES = 1000
"""Entries that are kept of one feed, beyond those it lists now."""

CONTENT_ROOM = 200_000
"""Characters of full texts that are kept of one feed: every mark writes them, and every backup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshedFeed:
    """A feed as it was just fetched.

    Attributes:
        url: the address that it was asked for by.
        feed: what is known of it now; with another address where it has moved for good.
        entries: what it lists now.
    """

    url: str
    feed: Subscription
    entries: tuple[FeedEntry, ...] = ()


def keep_feed(
    feed: Subscription, entries: Iterable[FeedEntry], known: Iterable[Document]
) -> Changes:
    """Return the changes that keep a feed and its entries; what is read stays read.

    Args:
        feed: the feed.
        entries: what it lists now.
        known: the documents of its earlier entries, also of those under another address.
    """
    changed: Changes = {(SUBSCRIPTIONS, feed_id(feed.url)): encode_feed(feed)}
    before: dict[str, tuple[FeedEntry, Document]] = {}
    for document in known:
        if (entry := decode_entry(document)) is not None:
            read = entry.read or (entry.id in before and before[entry.id][0].read)
            before[entry.id] = replace(entry, read=read), document
    now = {entry.id: entry for entry in entries}
    for name, entry in now.items():
        if name in before:
            now[name] = replace(entry, read=before[name][0].read)
    merged = _limit_content(
        {name: entry for name, (entry, _) in before.items()} | now, listed=set(now)
    )
    for name, entry in merged.items():
        document = encode_entry(feed.url, entry)
        if name not in before or before[name][1] != document:
            changed[ENTRIES, str(document["id"])] = document
    return changed | _drop_oldest(feed.url, [e for name, e in merged.items() if name not in now])


def _limit_content(entries: dict[str, FeedEntry], *, listed: set[str]) -> dict[str, FeedEntry]:
    """Return entries with no more of their full texts than there is room for.

    Those that can be read nowhere else come first, then the newest. What is read and not listed
    any more needs none.
    """
    room, bounded = CONTENT_ROOM, dict(entries)
    newest = sorted(entries.values(), key=lambda entry: entry.published or "", reverse=True)
    for entry in sorted(newest, key=lambda entry: entry.link is not None):
        wanted = entry.id in listed or not entry.read
        if wanted and len(entry.content) <= room:
            room -= len(entry.content)
        else:
            bounded[entry.id] = replace(entry, content="")
    return bounded


def refresh_feed(renewal: RefreshedFeed, known: dict[str, tuple[Document, ...]]) -> Changes:
    """Return the changes that keep a fetched feed, moved to its new address if it has one.

    Args:
        renewal: what came.
        known: the documents of entries under the old and under the new address.
    """
    old, new = renewal.url, renewal.feed.url
    moved = tuple(known[old]) if old != new else ()
    changed = keep_feed(renewal.feed, renewal.entries, (*moved, *known[new]))
    if old != new:
        changed |= {(ENTRIES, str(document["id"])): None for document in moved}
        changed[SUBSCRIPTIONS, feed_id(old)] = None
    return changed


def restore_entries(binned: Document | None) -> tuple[Changes, tuple[Document, ...]]:
    """Return the changes that put a feed's entries back, and the documents of these."""
    if binned is None:
        return {}, ()
    entries = entry_documents(binned) or ()
    changed: Changes = {(ENTRIES, str(document["id"])): document for document in entries}
    return changed | {(BIN, str(binned["id"])): None}, entries


def mark_entries(documents: Iterable[Document], *, read: bool) -> Changes:
    """Return the changes that mark entries as read or unread."""
    return {
        (ENTRIES, str(document["id"])): {**document, "fields": {**document["fields"], "read": read}}
        for document in documents
        if decode_entry(document) is not None and document["fields"].get("read") is not read
    }


def _drop_oldest(url: str, former: list[FeedEntry]) -> Changes:
    """Return the changes that drop the oldest of the entries that a feed lists no more."""
    former.sort(key=lambda entry: (not entry.read, entry.published or ""))
    dropped = former[: max(0, len(former) - MOST_ENTRIES)]
    return {(ENTRIES, entry_id(url, entry.id)): None for entry in dropped}
