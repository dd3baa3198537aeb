"""Records as rows of text and as JSON, for scripts and for lists."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from inquit.model.annotation import Bookmark, Note
from inquit.model.feed import FeedEntry, Subscription
from inquit.model.passage import passage_of
from inquit.model.printable import Prose
from inquit.model.tags import format_tags
from inquit.store.codec import Record, encode
from inquit.store.records.bin import Removed, describe_record
from inquit.store.records.feed_codec import SUBSCRIPTIONS, encode_feed
from inquit.store.records.removed_feed import RemovedFeed

Counted = tuple[Subscription, int, int]
"""A feed, how many of its entries are not read yet, and how many it has."""


def records_json(records: Iterable[Record]) -> str:
    """Return records as a JSON array of their documents, in ASCII."""
    return json.dumps([encode(record) for record in records], indent=2)


def stated_json(records: Iterable[tuple[Record, str]]) -> str:
    """Return records, each with what became of it, as a JSON array, in ASCII."""
    return json.dumps([encode(record) | {"state": state} for record, state in records], indent=2)


def removed_json(removed: Iterable[Removed | RemovedFeed]) -> str:
    """Return what is in the bin as a JSON array, in ASCII."""
    return json.dumps([_removed_fields(item) for item in removed], indent=2)


def bookmark_row(bookmark: Bookmark) -> tuple[str, ...]:
    """Return id, label, marked words, article and comment."""
    target = bookmark.target
    return (
        bookmark.id,
        Prose(bookmark.label),
        Prose(passage_of(target)),
        target.article_id,
        Prose(bookmark.comment),
    )


def note_row(note: Note) -> tuple[str, ...]:
    """Return id, source, text and tags."""
    return note.id, note.about_name, Prose(note.body), format_tags(note.tags)


def removed_row(item: Removed | RemovedFeed) -> tuple[str, ...]:
    """Return id, time of removal and what it is."""
    what = (
        f"feed {item.feed.title}" if isinstance(item, RemovedFeed) else describe_record(item.record)
    )
    return item.id, item.removed.isoformat(timespec="seconds"), what


def feeds_json(feeds: Iterable[Counted]) -> str:
    """Return feeds, each with its unread entries and all of them, as a JSON array, in ASCII."""
    items = [asdict(feed) | {"unread": unread, "entries": all_} for feed, unread, all_ in feeds]
    return json.dumps(items, indent=2)


def feed_row(counted: Counted) -> tuple[str, ...]:
    """Return address, title, unread entries, all entries, and what is wrong if anything is."""
    feed, unread, all_entries = counted
    wrong = (feed.fault,) if feed.fault else ()
    return feed.url, feed.title, str(unread), str(all_entries), *wrong


def entries_json(entries: Iterable[FeedEntry]) -> str:
    """Return entries of a feed as a JSON array, in ASCII."""
    return json.dumps([asdict(entry) for entry in entries], indent=2)


def entry_row(entry: FeedEntry) -> tuple[str, ...]:
    """Return whether an entry is read, its date, address and title."""
    return "read" if entry.read else "new", entry.published or "", entry.link or "", entry.title


def _removed_fields(item: Removed | RemovedFeed) -> dict[str, object]:
    if isinstance(item, RemovedFeed):
        table, document = SUBSCRIPTIONS, encode_feed(item.feed)
    else:
        table, document = item.table, encode(item.record)
    removed = item.removed.isoformat()
    return {"id": item.id, "table": table, "removed": removed, "document": document}
