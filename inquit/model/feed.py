"""Feeds, their entries, and the subscriptions to them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One item of a feed; nothing in it drives a terminal.

    Attributes:
        id: the feed's own id for it, the same at every refresh.
        title: its headline, or the beginning of its summary.
        link: where it can be read in full; http or https, or None.
        published: the date as ISO 8601 in UTC, or None.
        summary: the beginning of its text, without markup.
        content: its text as HTML, where the feed gives more than the summary.
        read: whether the reader has opened it or says so.
    """

    id: str
    title: str
    link: str | None = None
    published: str | None = None
    summary: str = ""
    content: str = ""
    read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The present content of a feed.

    Attributes:
        title: the publication's name, or empty.
        entries: in the feed's order.
    """

    title: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed that the reader follows.

    Attributes:
        url: its address, or the whole path of a file.
        title: what it is called.
        etag: to ask whether it has changed.
        last_modified: the same.
        refreshed: when it last answered, ISO 8601 in UTC, or None.
        fault: why it could not be had the last time, in one line, or None.
        rests_until: when the server wants to be asked again, ISO 8601 in UTC, or None.
        gone: whether the server says that it is gone for good; then it is not asked again.
    """

    url: str
    title: str = ""
    etag: str | None = None
    last_modified: str | None = None
    refreshed: str | None = None
    fault: str | None = None
    rests_until: str | None = None
    gone: bool = False
