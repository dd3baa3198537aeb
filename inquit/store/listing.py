"""Records as rows of text and as JSON, for scripts and for lists."""

from __future__ import annotations

import json
from collections.abc import Iterable

from inquit.model.annotation import Bookmark, Note
from inquit.store.bin import Removed, described
from inquit.store.codec import Record, encode


def records_json(records: Iterable[Record]) -> str:
    """Return records as a JSON array of their documents, in ASCII."""
    return json.dumps([encode(record) for record in records], indent=2)


def removed_json(removed: Iterable[Removed]) -> str:
    """Return what is in the bin as a JSON array, in ASCII."""
    items = [
        {
            "id": item.id,
            "table": item.table,
            "removed": item.removed.isoformat(),
            "document": encode(item.record),
        }
        for item in removed
    ]
    return json.dumps(items, indent=2)


def bookmark_row(bookmark: Bookmark) -> tuple[str, ...]:
    """Return id, label, marked words, article and comment."""
    target = bookmark.target
    return (
        bookmark.id,
        bookmark.label,
        target.quote.exact,
        target.article_id,
        bookmark.comment,
    )


def note_row(note: Note) -> tuple[str, ...]:
    """Return id, source, text and tags."""
    return note.id, note.about_name, note.body, " ".join(f"#{tag}" for tag in note.tags)


def removed_row(item: Removed) -> tuple[str, ...]:
    """Return id, time of removal and what it is."""
    return item.id, item.removed.isoformat(timespec="seconds"), described(item.record)
