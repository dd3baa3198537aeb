"""Parsing the source of a feed; run as a program, it writes the feed as one line of JSON.

Run as `python -m inquit.loaders.feed.parser_process SECONDS BYTES PARENT`; it reads standard input.
"""

from __future__ import annotations

import calendar
import hashlib
import io
import json
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from html import escape
from typing import Any

from inquit.errors import InputError
from inquit.loaders.article_builder import web_address
from inquit.loaders.bounded_process import limit_this_process
from inquit.loaders.guard import report_faults
from inquit.loaders.page.markup_text import has_markup, plain_words, undo_double_escape
from inquit.model.feed import Feed, FeedEntry

MOST_ENTRIES = 1000
"""Entries that are read of one feed."""
MALFORMED = 2
"""Exit code that stands for a source at which the parser fails."""

_LONGEST_TITLE, _LONGEST_SUMMARY, _LONGEST_ID = 300, 2000, 2000
_LONGEST_CONTENT, _SHORT = 40_000, 200


def main() -> None:
    """Limit time and memory, then write the feed, or null if there is none."""
    limit_this_process()
    try:
        feed = parse_feed(sys.stdin.buffer.read())
    except (InputError, MemoryError):
        sys.exit(MALFORMED)
    sys.stdout.write(json.dumps(None if feed is None else asdict(feed)))


def feed_of_json(line: bytes) -> Feed | None:
    """Return the feed in the line that `main` writes."""
    held = json.loads(line)
    if held is None:
        return None
    entries = tuple(FeedEntry(**entry) for entry in held["entries"])
    return Feed(title=held["title"], entries=entries)


def parse_feed(source: bytes) -> Feed | None:
    """Return the feed that a source holds, or None where it is none.

    Args:
        source: RSS or Atom, bounded already.

    Raises:
        InputError: its parser fails at it.
    """
    import feedparser

    with report_faults():
        found = feedparser.parse(io.BytesIO(source))
    entries = tuple(map(_entry, found.entries[:MOST_ENTRIES]))
    if not found.get("version") and not entries:
        return None
    return Feed(title=plain(found.feed.get("title"), _LONGEST_TITLE), entries=entries)


def plain(value: object, most: int | None = None, *, body: bool = False) -> str:
    """Return text without markup, on one line, with nothing in it that a terminal obeys.

    Args:
        value: anything; what is no text gives none.
        most: code points that are kept of it.
        body: whether it is running text and no title.
    """
    return plain_words(value, body=body)[:most].rstrip() if isinstance(value, str) else ""


def _entry(given: Any) -> FeedEntry:
    summary = plain(given.get("summary"), _LONGEST_SUMMARY, body=True)
    link = web_address(_text(given.get("link")))
    title = plain(given.get("title"), _LONGEST_TITLE)
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
    """Return the longest text of an entry as HTML; empty if the summary is as long."""
    parts = [part.get("value") for part in given.get("content") or () if hasattr(part, "get")]
    texts = [
        undo_double_escape(text) for each in (*parts, given.get("summary")) if (text := _text(each))
    ]
    longest = max(texts, key=len, default="")[:_LONGEST_CONTENT]
    if "</p>" not in longest and len(plain(longest, body=True)) <= max(_SHORT, len(summary)):
        return ""
    if has_markup(longest):
        return longest
    paragraphs = (escape(plain(part, body=True)) for part in longest.split("\n\n"))
    return "".join(f"<p>{words}</p>" for words in paragraphs)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _date(moment: time.struct_time | None) -> str | None:
    try:
        if moment is None:
            return None
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError, TypeError):
        return None


if __name__ == "__main__":
    main()
