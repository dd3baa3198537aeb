"""The feeds that the reader follows and what is read of them, in TinyDB like all that is kept.

They have a file of their own beside the store of notes, with the same promises: locked, journalled,
backed up, with a bin, and with a rescue file for what could not be written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from inquit.errors import UnknownRecordError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.codec import Document
from inquit.store.durability.files import Disk, make_private
from inquit.store.durability.lock import WAIT
from inquit.store.folders import STORE_FILE
from inquit.store.records.bin import BIN
from inquit.store.records.documents import Documents
from inquit.store.records.feed_changes import (
    RefreshedFeed,
    keep_feed,
    mark_entries,
    refresh_feed,
    restore_entries,
)
from inquit.store.records.feed_codec import (
    ENTRIES,
    SUBSCRIPTIONS,
    decode_entry,
    decode_feed,
    entry_id,
    feed_id,
    is_unread,
)
from inquit.store.records.open_store import OpenStore
from inquit.store.records.pending_changes import Changes
from inquit.store.records.removed_feed import RemovedFeed, decode_removed_feed

_V = TypeVar("_V")

FEEDS = "feeds"
"""The folder within the data folder."""


class Subscriptions(OpenStore):
    """The subscriptions of one data folder."""

    def __init__(
        self,
        folder: Path,
        *,
        disk: Disk | None = None,
        rescue_folders: Sequence[Path] | None = None,
        wait: float = WAIT,
    ) -> None:
        """Open them; where there are none yet, the first change makes their file.

        Args:
            folder: the data folder.
            disk: the file operations used.
            rescue_folders: where unsaved changes go, the best first; else the usual ones.
            wait: seconds to wait for another process at most.

        Raises:
            StoreError: what is there cannot be read.
        """
        # Now, since folders that the lock makes above its own are as open as the umask allows.
        with suppress(OSError):
            make_private(folder)
        path = folder / FEEDS / STORE_FILE
        super().__init__(Documents.open(path, disk=disk, rescue_folders=rescue_folders, wait=wait))

    @property
    def recovery(self) -> str | None:
        """What was recovered, from when, in one line for the reader; None where nothing had to."""
        recovery = self._documents.recovery
        return f"Feeds: {recovery}" if recovery else None

    def all(self) -> tuple[Subscription, ...]:
        """Return the feeds in the order in which they were added."""
        return tuple(self._values(SUBSCRIPTIONS, decode_feed, self._documents.all(SUBSCRIPTIONS)))

    def get(self, url: str) -> Subscription:
        """Return the subscription to a feed.

        Raises:
            UnknownRecordError: there is none.
        """
        document = self._documents.find(SUBSCRIPTIONS, feed_id(url))
        found = decode_feed(document) if document else None
        if found is None:
            raise UnknownRecordError(f"There is no feed {url}")
        return found

    def entries(self, url: str) -> tuple[FeedEntry, ...]:
        """Return the entries that a feed has had, the newest first."""
        found = self._values(ENTRIES, decode_entry, self._entries(url))
        return tuple(sorted(found, key=lambda entry: entry.published or "", reverse=True))

    def unread_counts(self) -> dict[str, int]:
        """Return by address how many entries of each feed are not read yet."""
        unread = filter(is_unread, self._documents.all(ENTRIES))
        counts = Counter(document.get("feed") for document in unread)
        return {feed.url: counts[feed.url] for feed in self.all()}

    def next_unread(
        self, url: str | None = None, after: str | None = None
    ) -> tuple[Subscription, FeedEntry] | None:
        """Return the entry to read next, with its feed, or None where all are read.

        Args:
            url: the feed to begin with, else the first; those after it follow, and then the others.
            after: the id of an entry of this feed; those below it come before those above it.
        """
        unread = {held.get("feed") for held in self._documents.all(ENTRIES) if is_unread(held)}
        feeds = self.all()
        first = next((at for at, feed in enumerate(feeds) if feed.url == url), 0)
        for feed in (*feeds[first:], *feeds[:first]):
            entries = self.entries(feed.url) if feed.url in unread else ()
            if feed.url == url:
                below = next((at for at, each in enumerate(entries, 1) if each.id == after), 0)
                entries = (*entries[below:], *entries[:below])
            if (entry := next((each for each in entries if not each.read), None)) is not None:
                return feed, entry
        return None

    def put(self, feed: Subscription, entries: Iterable[FeedEntry] = ()) -> None:
        """Follow a feed, or keep what is now known of it; what is read stays read.

        One that is in the bin comes back with what was read of it.

        Raises:
            StoreError: they could not be written.
        """
        given = tuple(entries)
        self._documents.write(lambda: self._put(feed, given))

    def put_all(self, feeds: Iterable[Subscription]) -> None:
        """Follow feeds, all in one step; otherwise as `put`."""
        given = tuple(feeds)

        def changes() -> Changes:
            changed: Changes = {}
            for feed in given:
                changed |= self._put(feed, ())
            return changed

        self._documents.write(changes)

    def renew(self, renewals: Iterable[RefreshedFeed]) -> None:
        """Keep fetched feeds, all at once; those that were removed meanwhile stay removed.

        Raises:
            StoreError: it could not be written; it is kept in a rescue file, too.
        """
        given = tuple(renewals)

        def changes() -> Changes:
            changed: Changes = {}
            for each in given:
                if self._documents.find(SUBSCRIPTIONS, feed_id(each.url)) is not None:
                    known = {url: tuple(self._entries(url)) for url in {each.url, each.feed.url}}
                    changed |= refresh_feed(each, known)
            return changed

        self._documents.write(changes)

    def mark(self, url: str, named: str, *, read: bool) -> None:
        """Mark an entry as read or unread.

        Args:
            url: its feed.
            named: its id.
            read: whether it is read.

        Raises:
            UnknownRecordError: there is no such entry.
            StoreError: it could not be written.
        """

        def changes() -> Changes:
            document = self._documents.find(ENTRIES, entry_id(url, named))
            if document is None:
                raise UnknownRecordError("There is no such entry in the feed")
            return mark_entries([document], read=read)

        self._documents.write(changes)

    def mark_read(self, url: str, named: str) -> None:
        """Mark an entry as read, as opening it does; raises as `mark`."""
        self.mark(url, named, read=True)

    def mark_all(self, url: str, *, read: bool = True) -> None:
        """Mark all entries of a feed as read or unread; raises as `get` and `put`."""

        def changes() -> Changes:
            self.get(url)
            return mark_entries(self._entries(url), read=read)

        self._documents.write(changes)

    def remove(self, url: str) -> None:
        """Move a feed to the bin, with its entries and what is read; raises as `get` and `put`."""

        def changes() -> Changes:
            self.get(url)
            entries = list(self._entries(url))
            changed = self._documents.moved_to_bin(SUBSCRIPTIONS, feed_id(url))
            binned = changed[BIN, feed_id(url)] or {}
            binned["document"] = {**binned["document"], "entries": entries}
            return changed | {(ENTRIES, str(held["id"])): None for held in entries}

        self._documents.write(changes)

    def removed(self) -> tuple[RemovedFeed, ...]:
        """Return the feeds in the bin, the last removed first."""
        return tuple(self._values(BIN, decode_removed_feed, self._documents.removals.in_bin()))

    def restore(self, record_id: str) -> str:
        """Put a feed of the bin back and return what it is.

        Raises:
            UnknownRecordError: there is none with this id.
            StoreError: it could not be written.
        """
        called: list[str] = []
        self._documents.write(lambda: self._put_back(record_id, called))
        return called[0]

    def undo(self) -> str | None:
        """Put the feed back that this window removed last, else the last of the bin.

        Returns:
            What came back, or None where the bin holds no feed.

        Raises:
            UnknownRecordError: it is not in the bin any more.
            StoreError: it could not be written.
        """
        called: list[str] = []
        done = self._documents.removals.undo(
            lambda: (item.id for item in self.removed()),
            lambda named: self._put_back(named, called),
        )
        return None if done is None else called[0]

    def _put_back(self, record_id: str, called: list[str]) -> Changes:
        """Return the changes that put a feed back, and put what it is called in a list."""
        document = self._documents.find(BIN, record_id)
        removed = decode_removed_feed(document) if document else None
        if removed is None:
            raise UnknownRecordError(f"There is nothing in the bin with the id {record_id}")
        called[:] = [f"feed {removed.feed.title or removed.feed.url}"]
        back, known = restore_entries(document)
        return back | keep_feed(removed.feed, (), known)

    def _put(self, feed: Subscription, entries: tuple[FeedEntry, ...]) -> Changes:
        back, known = restore_entries(self._documents.find(BIN, feed_id(feed.url)))
        known += tuple(self._entries(feed.url))
        return back | keep_feed(feed, entries, known)

    def _values(
        self, table: str, decode: Callable[[Document], _V | None], documents: Iterable[Document]
    ) -> Iterator[_V]:
        read = self._documents.unreadable.value
        values = (read(table, document, decode) for document in documents)
        return (value for value in values if value is not None)

    def _entries(self, url: str) -> Iterable[Document]:
        return (held for held in self._documents.all(ENTRIES) if held.get("feed") == url)
