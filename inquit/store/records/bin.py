"""The bin keeps what was removed for thirty days of use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from inquit.errors import DocumentError
from inquit.model.annotation import Bookmark, Correction, Note
from inquit.model.identity import Identity
from inquit.model.passage import passage_beginning
from inquit.model.saved_search import SavedSearch
from inquit.model.story import Story, StoryItem
from inquit.store.codec import SCHEMA_VERSION, Document, Record, decode

_MOST_WORDS = 40

BIN = "bin"
"""The table that removed documents are moved to."""

KEPT_DAYS = 30
"""For how many days on which the store is written the bin keeps what was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A record in the bin; table names what it was removed from, removed is aware and in UTC."""

    id: str
    table: str
    removed: datetime
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A record that was put back; here tells whether it was this window that had removed it."""

    record: Record
    here: bool


def bin_document(
    table: str, document: Document, now: datetime, day: int, *, beside: str | None = None
) -> Document:
    """Return the bin's document for one that is removed from a table.

    Args:
        table: the table.
        document: the document.
        now: the time that is shown; nothing is worked out from it.
        day: how many days of use there were, for its age.
        beside: the id of what it was removed with, and comes back with; None for itself alone.
    """
    return ({"beside": beside} if beside is not None else {}) | {
        "schema_version": SCHEMA_VERSION,
        "id": document["id"],
        "table": table,
        "removed": now.astimezone(UTC).isoformat(),
        "day": day,
        "document": document,
    }


def decode_removed(document: Mapping[str, Any]) -> Removed:
    """Return what a document of the bin holds.

    Raises:
        DocumentError: where it does not hold what it should.
    """
    try:
        return Removed(
            id=str(document["id"]),
            table=document["table"],
            removed=decode_removal_time(document),
            record=decode(document["table"], document["document"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DocumentError(f"a document of the bin cannot be read: {error!r}") from error


def decode_removal_time(document: Mapping[str, Any]) -> datetime:
    """Return when a document of the bin was removed; raises ValueError where it does not say."""
    moment = datetime.fromisoformat(str(document.get("removed")))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def describe_record(record: Record) -> str:
    """Return what a record is, in a few words for a message."""
    match record:
        case Note():
            return f"note on {record.about_name}"
        case Story():
            return f"story {record.name}"
        case StoryItem():
            return f"item of a story, {_shorten(record.words or record.speaker)}"
        case SavedSearch():
            return f"search {record.name}"
        case Identity():
            is_or_not = "is" if record.same else "is not"
            return f"that {record.name} {is_or_not} {record.person_name}"
        case Bookmark() | Correction():
            kind = "bookmark" if isinstance(record, Bookmark) else "correction"
            return f"{kind} on {passage_beginning(record.target, _MOST_WORDS)}"


def _shorten(words: str) -> str:
    """Return some words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_WORDS else f"{line[: _MOST_WORDS - 1]}…"
