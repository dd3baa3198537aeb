"""Model values to JSON documents and back; every document carries its schema_version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from inquit.errors import DocumentError
from inquit.model.annotation import (
    Bookmark,
    BookmarkId,
    Correction,
    CorrectionId,
    Note,
    NoteId,
    SourceKey,
)
from inquit.model.article import ArticleId
from inquit.model.identity import Identity, IdentityId
from inquit.model.saved_search import SavedSearch, SavedSearchId
from inquit.model.story import Story, StoryItem
from inquit.store.field_codec import Document as Document
from inquit.store.field_codec import (
    decode_target,
    decode_text,
    decode_time,
    encode_target,
    encode_time,
)
from inquit.store.story_codec import decode_item, decode_story, item_fields, story_fields

SCHEMA_VERSION = 4
"""The version of the documents that are written now."""

BOOKMARKS, NOTES, CORRECTIONS = "bookmarks", "notes", "corrections"
STORIES, STORY_ITEMS = "stories", "story_items"
IDENTITIES, SEARCHES = "identities", "searches"

Record = Bookmark | Note | Correction | Story | StoryItem | Identity | SavedSearch
"""What the reader made and the store keeps."""


_TABLES: dict[type[Record], str] = {
    Bookmark: BOOKMARKS,
    Note: NOTES,
    Correction: CORRECTIONS,
    Story: STORIES,
    StoryItem: STORY_ITEMS,
    Identity: IDENTITIES,
    SavedSearch: SEARCHES,
}

WRITTEN_BY_HAND = tuple(_TABLES.values())
"""The tables of what the reader made."""


def table_of(record: Record) -> str:
    """Return the name of the table that a record is kept in."""
    return _TABLES[type(record)]


def encode(record: Record) -> Document:
    """Return the document of a record."""
    document: Document = {"schema_version": SCHEMA_VERSION, "id": str(record.id)}
    document |= _fields(record)
    document["created"] = encode_time(record.created)
    if not isinstance(record, Correction):
        document["modified"] = encode_time(record.modified)
    return document


def decode(table: str, document: Mapping[str, Any]) -> Record:
    """Return the record that a document of a table holds.

    Raises:
        DocumentError: where the document does not hold what its table asks for.
    """
    try:
        return _DECODERS[table](document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DocumentError(f"a document of {table} cannot be read: {error!r}") from error


def _fields(record: Record) -> Document:
    """Return the fields of a document but its id and its times."""
    match record:
        case Note():
            return {
                "about": str(record.about),
                "about_name": record.about_name,
                "body": record.body,
                "tags": list(record.tags),
            }
        case Bookmark():
            return {
                "target": encode_target(record.target),
                "label": record.label,
                "comment": record.comment,
                "tags": list(record.tags),
            }
        case Correction():
            values = [list(pair) for pair in record.values]
            target = encode_target(record.target)
            return {"target": target, "action": record.action, "values": values}
        case Story():
            return story_fields(record)
        case StoryItem():
            return item_fields(record)
        case SavedSearch():
            return {"name": record.name, "query": record.query}
        case Identity():
            return {
                "person": str(record.person),
                "person_name": record.person_name,
                "key": str(record.key),
                "name": record.name,
                "articles": [str(each) for each in record.articles],
                "same": record.same,
            }


def _decode_bookmark(document: Mapping[str, Any]) -> Bookmark:
    return Bookmark(
        id=BookmarkId(decode_text(document["id"])),
        target=decode_target(document["target"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
        label=decode_text(document["label"]),
        comment=decode_text(document["comment"]),
        tags=tuple(decode_text(tag) for tag in document["tags"]),
    )


def _decode_note(document: Mapping[str, Any]) -> Note:
    return Note(
        id=NoteId(decode_text(document["id"])),
        about=SourceKey(decode_text(document["about"])),
        about_name=decode_text(document["about_name"]),
        body=decode_text(document["body"]),
        tags=tuple(decode_text(tag) for tag in document["tags"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
    )


def _decode_correction(document: Mapping[str, Any]) -> Correction:
    return Correction(
        id=CorrectionId(decode_text(document["id"])),
        target=decode_target(document["target"]),
        action=decode_text(document["action"]),
        values=tuple((decode_text(name), decode_text(value)) for name, value in document["values"]),
        created=decode_time(document["created"]),
    )


def _decode_identity(document: Mapping[str, Any]) -> Identity:
    if not isinstance(document["same"], bool):
        raise TypeError("whether it is the same is no yes or no")
    return Identity(
        id=IdentityId(decode_text(document["id"])),
        person=SourceKey(decode_text(document["person"])),
        person_name=decode_text(document["person_name"]),
        key=SourceKey(decode_text(document["key"])),
        name=decode_text(document["name"]),
        articles=tuple(ArticleId(decode_text(each)) for each in document["articles"]),
        same=document["same"],
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
    )


def _decode_search(document: Mapping[str, Any]) -> SavedSearch:
    return SavedSearch(
        id=SavedSearchId(decode_text(document["id"])),
        name=decode_text(document["name"]),
        query=decode_text(document["query"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
    )


_DECODERS: dict[str, Callable[[Mapping[str, Any]], Record]] = {
    BOOKMARKS: _decode_bookmark,
    NOTES: _decode_note,
    CORRECTIONS: _decode_correction,
    STORIES: decode_story,
    STORY_ITEMS: decode_item,
    IDENTITIES: _decode_identity,
    SEARCHES: _decode_search,
}
