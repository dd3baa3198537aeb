"""The feeds that the reader follows and what is read of them, in TinyDB like all that is kept.

They have a file of their own beside the store of notes, with the same storage: locked, journalled,
backed up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from tinydb.table import Document as Numbered

from inquit.errors import StoreWriteError, UnknownRecordError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.codec import SCHEMA_VERSION, Document
from inquit.store.files import Disk, make_private, reason
from inquit.store.folders import STORE_FILE
from inquit.store.live import LiveDatabase
from inquit.store.storage import FileStorage

FEEDS = "feeds"
"""The folder within the data folder."""

_SUBSCRIPTIONS, _ENTRIES = "subscriptions", "entries"


class Subscriptions:
    """The subscriptions of one data folder; each change is on the disk when a method returns."""

    def __init__(self, folder: Path, *, disk: Disk | None = None) -> None:
        """Open them; where there are none yet, an empty folder is made.

        Raises:
            StoreError: what is there cannot be read.
        """
        try:
            make_private(folder / FEEDS)
        except OSError as error:
            raise StoreWriteError(f"No folder for feeds can be made: {reason(error)}") from error
        self._storage = FileStorage(folder / FEEDS / STORE_FILE, disk=disk)
        self._database = LiveDatabase(storage=lambda: self._storage)

    def all(self) -> tuple[Subscription, ...]:
        """Return the feeds in the order in which they were added."""
        documents = self._storage.live(_SUBSCRIPTIONS).values()
        return tuple(Subscription(**_fields(document)) for document in documents)

    def get(self, url: str) -> Subscription:
        """Return the subscription to a feed.

        Raises:
            UnknownRecordError: there is none.
        """
        found = next((each for each in self.all() if each.url == url), None)
        if found is None:
            raise UnknownRecordError(f"There is no feed {url}")
        return found

    def entries(self, url: str) -> tuple[FeedEntry, ...]:
        """Return all entries that a feed has had, the newest first."""
        found = [
            FeedEntry(**{name: held for name, held in _fields(document).items() if name != "feed"})
            for document in self._storage.live(_ENTRIES).values()
            if document.get("feed") == url
        ]
        return tuple(sorted(found, key=lambda entry: entry.published or "", reverse=True))

    def put(self, subscription: Subscription, entries: Iterable[FeedEntry] = ()) -> None:
        """Keep a subscription and entries of it; what is read stays read.

        Raises:
            StoreError: they could not be written.
        """
        with self._storage.transaction():
            known = {entry.id: entry for entry in self.entries(subscription.url)}
            self._set(_SUBSCRIPTIONS, subscription.url, asdict(subscription))
            for entry in entries:
                before = known.get(entry.id)
                kept = replace(entry, read=before.read) if before else entry
                if kept != before:
                    self._set_entry(subscription.url, kept)

    def mark(self, url: str, entry_id: str, *, read: bool) -> None:
        """Mark an entry as read or unread.

        Raises:
            UnknownRecordError: there is no such entry.
            StoreError: it could not be written.
        """
        entry = next((each for each in self.entries(url) if each.id == entry_id), None)
        if entry is None:
            raise UnknownRecordError("There is no such entry in the feed")
        self._set_entry(url, replace(entry, read=read))

    def remove(self, url: str) -> None:
        """Follow a feed no more; its entries go, too. Raises as `get` and `put`."""
        self.get(url)
        with self._storage.transaction():
            for table, field in ((_SUBSCRIPTIONS, "url"), (_ENTRIES, "feed")):
                live = self._storage.live(table)
                numbers = [int(n) for n, held in live.items() if held.get(field) == url]
                self._database.table(table).remove(doc_ids=numbers)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _set_entry(self, url: str, entry: FeedEntry) -> None:
        self._set(_ENTRIES, f"{url}\n{entry.id}", {**asdict(entry), "feed": url})

    def _set(self, table_name: str, key: str, fields: dict[str, Any]) -> None:
        # The id of an entry is the feed's; that of the document must be one among all feeds.
        record_id = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        document: Document = {"schema_version": SCHEMA_VERSION, "id": record_id, "fields": fields}
        document |= {name: fields[name] for name in ("url", "feed") if name in fields}
        table = self._database.table(table_name)
        number = self._storage.number_of(table_name, record_id)
        if number is None:
            table.insert(document)
        else:
            table.upsert(Numbered(document, number))


def _fields(document: Document) -> dict[str, Any]:
    return dict(document["fields"])
