"""Bookmarks, notes and corrections as values, over the documents that hold them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeVar

from inquit.errors import DocumentError, UnknownRecordError
from inquit.model.annotation import Bookmark, Correction, Note
from inquit.model.article import ArticleId
from inquit.model.identity import Identity
from inquit.model.saved_search import SavedSearch
from inquit.model.story import Story, StoryItem
from inquit.store.codec import (
    STORIES,
    WRITTEN_BY_HAND,
    Document,
    Record,
    decode,
    encode,
    table_of,
)
from inquit.store.records.bin import BIN, Removed, Undone, decode_removed, describe_record
from inquit.store.records.documents import Documents, unknown_record
from inquit.store.records.pending_changes import Changes
from inquit.store.records.relocation import relocate_document

_R = TypeVar("_R", Bookmark, Note, Correction, Story, StoryItem, Identity, SavedSearch)

Wanted = tuple[tuple[str, ...], str] | None
"""The path to a field of a document and the text it must hold; None where all are wanted."""


class Records:
    """The records of one storage; changed by one thread at a time, read by any at any time."""

    def __init__(self, documents: Documents) -> None:
        """Take the documents that hold them."""
        self.documents = documents
        self._decoded: dict[tuple[str, str], tuple[Document, Record | None]] = {}

    def all(self, kind: type[_R], table: str, wanted: Wanted) -> tuple[_R, ...]:
        """Return the records of a table that are wanted, oldest first."""
        found = []
        for document in self.documents.all(table):
            if wanted is None or _field(document, wanted[0]) == wanted[1]:
                record = self._record(table, document)
                if isinstance(record, kind):
                    found.append(record)
        return tuple(sorted(found, key=lambda record: record.created))

    def keep(self, record: Record) -> None:
        """Keep a record; raises StoreError where it could not be written."""
        self.documents.write(lambda: {(table_of(record), record.id): encode(record)})

    def change(self, record: Record) -> None:
        """Keep a record in the place of the one with its id, also if that is in the bin."""
        table = table_of(record)

        def changes() -> Changes:
            changed: Changes = {(table, record.id): encode(record)}
            if self.documents.find(table, record.id) is None:
                in_bin = self.documents.find(BIN, record.id)
                if in_bin is None or in_bin.get("table") != table:
                    raise unknown_record(table, record.id)
                changed[BIN, record.id] = None
            return changed

        self.documents.write(changes)

    def edit(
        self, kind: type[_R], named: tuple[str, str], edit: Callable[[_R | None], _R | None]
    ) -> None:
        """Replace a record by an edited one, while no other process can write.

        Args:
            kind: what it is.
            named: its table and its id.
            edit: takes the record, None where its table has none, and returns what is to be,
                None for none. Called again where writing fails.
        """

        def changes() -> Changes:
            document = self.documents.find(*named)
            held = None if document is None else decode(named[0], document)
            made = edit(held if isinstance(held, kind) else None)
            if made is None:
                return {} if document is None else self.documents.moved_to_bin(*named)
            changed: Changes = {named: encode(made)}
            if self.documents.find(BIN, named[1]) is not None:
                changed[BIN, named[1]] = None
            return changed

        self.documents.write(changes)

    def relocate(self, old: Collection[ArticleId], new: ArticleId) -> int:
        """Move all records of some articles to another; return how many records that is."""
        count = 0

        def changes() -> Changes:
            nonlocal count
            changed: Changes = {}
            for table in (*WRITTEN_BY_HAND, BIN):
                for document in self.documents.all(table):
                    if (now := relocate_document(document, old, new)) is not document:
                        changed[table, str(document.get("id"))] = now
            count = sum(table != BIN for table, _ in changed)
            return changed

        self.documents.write(changes)
        return count

    def remove(self, table: str, record_id: str) -> None:
        """Move a record to the bin."""
        self.documents.write(lambda: self.documents.moved_to_bin(table, record_id))

    def removed(self) -> tuple[Removed, ...]:
        """Return what is in the bin and can be read, the last removed first."""
        found = []
        for document in self.documents.removals.in_bin():
            try:
                found.append(decode_removed(document))
            except DocumentError:
                self.documents.unreadable.meet(BIN, document)
        return tuple(found)

    def restore(self, record_id: str) -> str:
        """Put a record of the bin back and return what it is."""
        restored: list[Record] = []

        def changes() -> Changes:
            put_back, record = self._put_back(record_id)
            restored[:] = [record]
            return put_back

        self.documents.write(changes)
        return describe_record(restored[0])

    def undo(self) -> Undone | None:
        """Put back what was removed last, by this window first; None where the bin is empty."""
        records: list[Record] = []

        def put_back(record_id: str) -> Changes:
            changes, record = self._put_back(record_id)
            records[:] = [record]
            return changes

        def ids() -> Iterator[str]:
            return (item.id for item in self.removed())

        done = self.documents.removals.undo(ids, put_back)
        return None if done is None else Undone(record=records[0], here=done[1])

    def _put_back(self, record_id: str) -> tuple[Changes, Record]:
        document = self.documents.find(BIN, record_id)
        if document is None:
            raise UnknownRecordError(f"There is nothing in the bin with the id {record_id}")
        removed = decode_removed(document)
        beside = document.get("beside")
        if beside is not None and self.documents.find(STORIES, beside) is None:
            raise UnknownRecordError("It was removed with its story; put the story back")
        kept: Changes = {}
        for each in (document, *self._removed_beside(record_id)):
            kept[BIN, str(each["id"])] = None
            kept[str(each["table"]), str(each["id"])] = each["document"]
        return kept, removed.record

    def _removed_beside(self, record_id: str) -> tuple[Document, ...]:
        """Return what is in the bin since it was removed with another record."""
        in_bin = self.documents.all(BIN)
        return tuple(each for each in in_bin if each.get("beside") == record_id)

    def _record(self, table: str, document: Document) -> Record | None:
        """Return the record of a document; None for one that cannot be read, which stays."""
        key = (table, str(document.get("id")))
        known = self._decoded.get(key)
        if known is None or known[0] is not document:
            try:
                record: Record | None = decode(table, document)
            except DocumentError:
                record = None
                self.documents.unreadable.meet(table, document)
            known = self._decoded[key] = document, record
        return known[1]


def _field(document: Document, path: tuple[str, ...]) -> object:
    value: Any = document
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
