"""Model values to JSON documents and back; every document carries its schema_version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
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
    Target,
    TextPositionSelector,
    TextQuoteSelector,
)
from inquit.model.article import ArticleId

SCHEMA_VERSION = 3
"""The version of the documents that are written now."""

FIRST_YEAR, LAST_YEAR = 1900, 9000
"""The years that times are in."""

BOOKMARKS, NOTES, CORRECTIONS = "bookmarks", "notes", "corrections"

Document = dict[str, Any]
"""A JSON object; what it must hold is checked on the way to a value."""

Record = Bookmark | Note | Correction
"""What the reader made and the store keeps."""


def table_of(record: Record) -> str:
    """Return the name of the table that a record is kept in."""
    if isinstance(record, Bookmark):
        return BOOKMARKS
    return NOTES if isinstance(record, Note) else CORRECTIONS


def encode(record: Record) -> Document:
    """Return the document of a record."""
    document: Document = {"schema_version": SCHEMA_VERSION, "id": str(record.id)}
    if isinstance(record, Note):
        document |= _note_fields(record)
    else:
        document["target"] = encode_target(record.target)
        if isinstance(record, Bookmark):
            document |= {"label": record.label, "comment": record.comment}
        else:
            values = [list(pair) for pair in record.values]
            document |= {"action": record.action, "values": values}
    document["created"] = _encode_time(record.created)
    if not isinstance(record, Correction):
        document["modified"] = _encode_time(record.modified)
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


def _note_fields(note: Note) -> Document:
    return {
        "about": str(note.about),
        "about_name": note.about_name,
        "body": note.body,
        "tags": list(note.tags),
    }


def encode_target(target: Target) -> Document:
    """Return a passage as plain values for JSON."""
    known = target.twin_share is not None and target.framed_share is not None
    shares: Document = {"twin": target.twin_share, "framed": target.framed_share} if known else {}
    apart: Document = shares | ({"inquit": target.inquit} if target.inquit else {})
    optional: Document = {"apart": apart} if apart else {}
    return optional | {
        "article_id": str(target.article_id),
        "text_digest": target.text_digest,
        "position": {"start": target.position.start, "end": target.position.end},
        "quote": {
            "exact": target.quote.exact,
            "prefix": target.quote.prefix,
            "suffix": target.quote.suffix,
        },
    }


def decode_target(document: Mapping[str, Any]) -> Target:
    """Return the passage that plain values describe.

    Raises:
        KeyError, TypeError, ValueError: where they describe none.
    """
    position, quote = document["position"], document["quote"]
    apart = document.get("apart", {})
    return Target(
        article_id=ArticleId(_text(document["article_id"])),
        text_digest=_text(document["text_digest"]),
        position=TextPositionSelector(
            start=_offset(position["start"]), end=_offset(position["end"])
        ),
        quote=TextQuoteSelector(
            exact=_text(quote["exact"]),
            prefix=_text(quote["prefix"]),
            suffix=_text(quote["suffix"]),
        ),
        twin_share=float(apart["twin"]) if "twin" in apart else None,
        framed_share=float(apart["framed"]) if "framed" in apart else None,
        inquit=_text(apart.get("inquit", "")),
    )


def _decode_bookmark(document: Mapping[str, Any]) -> Bookmark:
    return Bookmark(
        id=BookmarkId(_text(document["id"])),
        target=decode_target(document["target"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
        label=_text(document["label"]),
        comment=_text(document["comment"]),
    )


def _decode_note(document: Mapping[str, Any]) -> Note:
    return Note(
        id=NoteId(_text(document["id"])),
        about=SourceKey(_text(document["about"])),
        about_name=_text(document["about_name"]),
        body=_text(document["body"]),
        tags=tuple(_text(tag) for tag in document["tags"]),
        created=decode_time(document["created"]),
        modified=decode_time(document["modified"]),
    )


def _decode_correction(document: Mapping[str, Any]) -> Correction:
    return Correction(
        id=CorrectionId(_text(document["id"])),
        target=decode_target(document["target"]),
        action=_text(document["action"]),
        values=tuple((_text(name), _text(value)) for name, value in document["values"]),
        created=decode_time(document["created"]),
    )


_DECODERS: dict[str, Callable[[Mapping[str, Any]], Record]] = {
    BOOKMARKS: _decode_bookmark,
    NOTES: _decode_note,
    CORRECTIONS: _decode_correction,
}


def _offset(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("no offset into a text")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {type(value).__name__}")
    return value


def _encode_time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def decode_time(value: object) -> datetime:
    """Return the time of a stored text, aware and in UTC.

    Raises:
        TypeError, ValueError: where it is none, has no zone, or is so far off that it could not be
            shown in every zone.
    """
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("a time out of all bounds")
    return moment.astimezone(UTC)
