"""RSS and Atom to feeds, and OPML to addresses of feeds; malformed ones as far as they go."""

from __future__ import annotations

import calendar
import hashlib
import io
import time
from datetime import UTC, datetime
from html import escape
from typing import Any

from inquit.errors import InputError
from inquit.loaders.composing import web_address
from inquit.loaders.feed_markup import has_markup, once_escaped, plain_words
from inquit.loaders.feed_source import bounded
from inquit.model.feed import Feed, FeedEntry
from inquit.model.printable import printable

MOST_ENTRIES = 1000
"""Entries that are read of one feed."""

_LONGEST_TITLE, _LONGEST_SUMMARY, _LONGEST_ID = 300, 2000, 2000
_LONGEST_CONTENT, _SHORT = 40_000, 200


def load_feed(data: bytes, *, origin: str) -> Feed:
    """Return the feed that some bytes hold.

    Args:
        data: RSS or Atom.
        origin: where they came from, for an error.

    Raises:
        InputError: they are no feed, or too large to be one.
    """
    import feedparser

    source = bounded(data, MOST_ENTRIES, origin=origin)
    try:
        found = feedparser.parse(io.BytesIO(source))
    except (ValueError, LookupError, RecursionError, AssertionError) as error:
        raise InputError(f"cannot read {printable(origin)}: it is no feed") from error
    entries = tuple(map(_entry, found.entries[:MOST_ENTRIES]))
    if not found.get("version") and not entries:
        raise InputError(f"cannot read {printable(origin)}: it is no feed")
    return Feed(title=_plain(found.feed.get("title"), _LONGEST_TITLE), entries=entries)


def load_opml(data: bytes, *, origin: str) -> tuple[tuple[str, str], ...]:
    """Return address and title of the feeds that an OPML file lists, each address once.

    Raises:
        InputError: it is no OPML, or declares entities.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(f"cannot read {printable(origin)}: it is no OPML") from error
    found: dict[str, str] = {}
    for outline in root.iter("outline"):
        url = web_address(outline.get("xmlUrl"))
        if url is not None:
            found.setdefault(url, _plain(outline.get("title") or outline.get("text")))
    return tuple(found.items())


def _entry(given: Any) -> FeedEntry:
    summary = _plain(given.get("summary"), _LONGEST_SUMMARY, body=True)
    link = web_address(_text(given.get("link")))
    title = _plain(given.get("title"), _LONGEST_TITLE)
    title = title or summary[:80].rstrip() or link or "untitled"
    named = _text(given.get("id")) or link or f"{title}\n{summary}"
    if len(named) > _LONGEST_ID or not named.isprintable():
        named = hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()
    moment = given.get("published_parsed")
    if moment is None and "updated_parsed" in given:  # asked for unseen, feedparser warns of it
        moment = given["updated_parsed"]
    return FeedEntry(
        id=named,
        title=title,
        link=link,
        published=_date(moment),
        summary=summary,
        content=_content(given, summary),
    )


def _content(given: Any, summary: str) -> str:
    """Return the longest text of an entry as HTML; empty where the summary says as much."""
    parts = [part.get("value") for part in given.get("content") or () if hasattr(part, "get")]
    texts = [once_escaped(text) for each in (*parts, given.get("summary")) if (text := _text(each))]
    longest = max(texts, key=len, default="")[:_LONGEST_CONTENT]
    if "</p>" not in longest and len(_plain(longest, body=True)) <= max(_SHORT, len(summary)):
        return ""
    if has_markup(longest):
        return longest
    paragraphs = (escape(_plain(part, body=True)) for part in longest.split("\n\n"))
    return "".join(f"<p>{words}</p>" for words in paragraphs)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _plain(value: object, most: int | None = None, *, body: bool = False) -> str:
    """Return text without markup, on one line, with nothing in it that a terminal obeys.

    Args:
        value: anything; what is no text gives none.
        most: code points that are kept of it.
        body: whether it is running text and no title.
    """
    return plain_words(value, body=body)[:most].rstrip() if isinstance(value, str) else ""


def _date(moment: time.struct_time | None) -> str | None:
    try:
        if moment is None:
            return None
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError, TypeError):
        return None
