"""The rows of the feeds' screen: feeds with unread counts, entries with dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.style import Style

from inquit.model.printable import clean_line
from widgets.dates import format_day
from widgets.row import ListRow

if TYPE_CHECKING:
    from inquit.model.feed import FeedEntry, Subscription
    from inquit.service.feeds import Subscriptions

ALL = "all"
"""The key of the row that stands for all feeds."""

_BOLD = Style(bold=True)
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedListing:
    """What the screen lists.

    Attributes:
        feeds: in the order in which they were added.
        unread: how many entries of each feed are unread, by the address of the feed.
        at: the address of the feed whose entries are listed, or `ALL`.
        entries: those entries with their feeds, the newest first.
    """

    feeds: Sequence[Subscription] = ()
    unread: Mapping[str, int]
    at: str = ALL
    entries: Sequence[tuple[Subscription, FeedEntry]] = ()


def read_listing(kept: Subscriptions, at: str) -> FeedListing:
    """Return what the screen lists.

    Args:
        kept: the subscriptions.
        at: the address of the feed whose entries are listed, or `ALL`; a feed that is gone
            counts as `ALL`.
    """
    feeds = kept.all()
    wanted = [feed for feed in feeds if feed.url == at] or list(feeds)
    entries = [(feed, entry) for feed in wanted for entry in kept.entries(feed.url)]
    entries.sort(key=lambda pair: pair[1].published or "", reverse=True)
    return FeedListing(
        feeds=feeds,
        unread=kept.unread_counts(),
        at=at if any(feed.url == at for feed in feeds) else ALL,
        entries=entries,
    )


def feed_name(feed: Subscription) -> str:
    """Return the name of a feed, safe to draw."""
    return clean_line(feed.title or feed.url)


def entry_key(feed: Subscription, entry: FeedEntry) -> str:
    """Return the key of an entry's row, unique among all feeds."""
    return f"{feed.url}\n{entry.id}"


def feed_rows(shown: FeedListing, unread_style: Style) -> Iterator[ListRow]:
    """Yield a row for all feeds together, then one for each.

    Args:
        shown: what the screen lists.
        unread_style: the style of the sign for unread entries.
    """
    total = sum(shown.unread.values())
    if shown.feeds:
        yield _feed_row(ALL, "All feeds", total, "●", unread_style)
    for feed in shown.feeds:
        count = shown.unread.get(feed.url, 0)
        sign = "!" if feed.fault or feed.gone else "●"
        yield _feed_row(feed.url, feed_name(feed), count, sign, unread_style)


def _feed_row(key: str, text: str, unread: int, sign: str, unread_style: Style) -> ListRow:
    return ListRow(
        key=key,
        text=text,
        sign=sign if unread or sign == "!" else " ",
        sign_style=unread_style,
        tail=str(unread) if unread else "",
        style=_BOLD if unread else Style.null(),
    )


def entry_rows(shown: FeedListing, unread_style: Style) -> Iterator[ListRow]:
    """Yield a row for each entry; unread ones have a sign, bold text and colour."""
    for feed, entry in shown.entries:
        parts = [_short(feed_name(feed)) if shown.at == ALL else "", format_day(entry.published)]
        yield ListRow(
            key=entry_key(feed, entry),
            text=entry.title,
            sign=" " if entry.read else "●",
            sign_style=unread_style,
            tail=" · ".join(filter(None, parts)),
            style=Style.null() if entry.read else _BOLD,
        )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
