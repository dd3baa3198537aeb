"""Feeds and their entries to JSON documents and back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from inquit.model.feed import FeedEntry, Subscription
from inquit.store.codec import SCHEMA_VERSION, Document

SUBSCRIPTIONS, ENTRIES = "subscriptions", "entries"
"""The tables."""

_V = TypeVar("_V", FeedEntry, Subscription)
_TEXTS = ("id", "url", "title", "summary", "content")
_PERHAPS = ("etag", "last_modified", "refreshed", "fault", "rests_until", "link", "published")


def feed_id(url: str) -> str:
    """Return the id of the document of a feed."""
    return _digest(url)


def entry_id(url: str, named: str) -> str:
    """Return the id of an entry's document; its feed is part of it, since feeds may share names."""
    return _digest(f"{url}\n{named}")


def encode_feed(feed: Subscription) -> Document:
    """Return the document of a feed."""
    return _document(feed_id(feed.url), asdict(feed)) | {"url": feed.url}


def encode_entry(url: str, entry: FeedEntry) -> Document:
    """Return the document of an entry of a feed."""
    return _document(entry_id(url, entry.id), asdict(entry)) | {"feed": url}


def decode_feed(document: object) -> Subscription | None:
    """Return the feed of a document, or None where it cannot be read."""
    feed = _decode(Subscription, document)
    return feed if feed is not None and _id_of(document) == feed_id(feed.url) else None


def decode_entry(document: object) -> FeedEntry | None:
    """Return the entry of a document, or None where it cannot be read."""
    entry = _decode(FeedEntry, document)
    url = document.get("feed") if isinstance(document, dict) else None
    if entry is None or not isinstance(url, str):
        return None
    return entry if _id_of(document) == entry_id(url, entry.id) else None


def is_unread(document: Mapping[str, Any]) -> bool:
    """Tell whether a document holds an unread entry, faster than by decoding it."""
    held = document.get("fields")
    if not isinstance(held, dict) or held.get("read") or not isinstance(document.get("feed"), str):
        return False
    return "id" in held and "title" in held and _is_shaped(held)


def _document(record_id: str, held: dict[str, Any]) -> Document:
    return {"schema_version": SCHEMA_VERSION, "id": record_id, "fields": held}


def _id_of(document: object) -> object:
    return document.get("id") if isinstance(document, dict) else None


def _decode(kind: type[_V], document: object) -> _V | None:
    held = document.get("fields") if isinstance(document, dict) else None
    if not isinstance(held, dict):
        return None
    known = {field.name: held[field.name] for field in fields(kind) if field.name in held}
    try:
        return kind(**known) if _is_shaped(known) else None
    except TypeError:
        return None


def _is_shaped(held: Mapping[str, Any]) -> bool:
    return all(isinstance(held.get(name, ""), str) for name in _TEXTS) and all(
        isinstance(held.get(name), str | None) for name in _PERHAPS
    )


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
