"""Feeds and what is read of them: kept, marked, moved, removed and put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inquit.errors import UnknownRecordError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records import feed_changes
from inquit.store.records.feed_changes import RefreshedFeed
from inquit.store.records.subscriptions import Subscriptions

URL = "https://herald.example/feed"
MOVED = "https://herald.example/new"


def _entries(*names: str) -> tuple[FeedEntry, ...]:
    return tuple(
        FeedEntry(id=name, title=name, published=f"2026-03-{number:02}T10:00:00+00:00")
        for number, name in enumerate(names, 1)
    )


def _read(kept: Subscriptions, url: str = URL) -> dict[str, bool]:
    return {entry.id: entry.read for entry in kept.entries(url)}


def test_a_removed_feed_comes_back_with_what_was_read_also_after_a_restart(folder: Path) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL, title="Herald"), _entries("one", "two"))
        kept.mark_read(URL, "one")
        kept.remove(URL)
        assert (kept.all(), kept.entries(URL), kept.unread_counts()) == ((), (), {})
    with Subscriptions(folder) as kept:
        (removed,) = kept.removed()
        assert (removed.feed.title, removed.entries) == ("Herald", 2)
        assert kept.undo() == "feed Herald"
        assert kept.undo() is None
        assert _read(kept) == {"one": True, "two": False}
        with pytest.raises(UnknownRecordError):
            kept.restore(removed.id)


def test_a_feed_followed_again_is_taken_out_of_the_bin(folder: Path) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), _entries("one", "two"))
        kept.mark_read(URL, "two")
        kept.remove(URL)
        kept.put(Subscription(url=URL), _entries("two", "three"))
        assert _read(kept) == {"one": False, "two": True, "three": False}
        assert kept.removed() == ()


def test_the_next_unread_entry_is_below_then_above_then_in_the_feeds_that_follow(
    folder: Path,
) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), _entries("one", "two", "three"))
        kept.put(Subscription(url=MOVED), _entries("other"))
        assert kept.unread_counts() == {URL: 3, MOVED: 1}
        seen = []
        at: tuple[str | None, str | None] = (None, None)
        while (found := kept.next_unread(*at)) is not None:
            feed, entry = found
            seen.append(entry.id)
            kept.mark_read(feed.url, entry.id)
            at = feed.url, entry.id
        assert seen == ["three", "two", "one", "other"]
        kept.mark(URL, "three", read=False)
        assert kept.next_unread(URL, "one") == (kept.get(URL), kept.entries(URL)[0])


def test_all_entries_of_a_feed_can_be_marked_at_once(folder: Path) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), _entries("one", "two"))
        kept.mark_all(URL)
        assert kept.unread_counts() == {URL: 0}
        with pytest.raises(UnknownRecordError):
            kept.mark_all(MOVED)
        with pytest.raises(UnknownRecordError):
            kept.mark_read(URL, "none")


def test_a_feed_that_moves_takes_what_is_read_to_its_new_address(folder: Path) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), _entries("one", "two"))
        kept.put(Subscription(url=MOVED), _entries("two"))
        kept.mark_read(URL, "one")
        kept.mark_read(URL, "two")
        kept.renew(
            [RefreshedFeed(url=URL, feed=Subscription(url=MOVED), entries=_entries("two", "x"))]
        )
        assert [feed.url for feed in kept.all()] == [MOVED]
        assert kept.entries(URL) == ()
        assert _read(kept, MOVED) == {"one": True, "two": True, "x": False}


def test_what_comes_of_a_feed_that_was_removed_meanwhile_does_not_bring_it_back(
    folder: Path,
) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL))
        kept.remove(URL)
        kept.renew([RefreshedFeed(url=URL, feed=Subscription(url=URL), entries=_entries("one"))])
        assert kept.all() == ()


def test_of_the_entries_a_feed_lists_no_more_the_oldest_read_ones_go_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_changes, "MOST_ENTRIES", 2)
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), _entries("one", "two", "three", "four"))
        kept.mark_read(URL, "two")
        kept.mark_read(URL, "three")
        kept.put(Subscription(url=URL), _entries("new"))
        assert set(_read(kept)) == {"one", "four", "new"}


def test_full_texts_have_bounded_room_and_go_first_to_what_can_be_read_nowhere_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_changes, "CONTENT_ROOM", 25)
    one, two, three, four = (
        replace(entry, content="x" * 10, link=f"https://a.example/{entry.id}")
        for entry in _entries("one", "two", "three", "four")
    )
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), [replace(one, link=None), two, three, four])
        assert {each.id for each in kept.entries(URL) if each.content} == {"one", "four"}
        kept.mark_read(URL, "one")
        kept.put(Subscription(url=URL), [two, three, four])
        assert {each.id for each in kept.entries(URL) if each.content} == {"three", "four"}


def test_another_windows_marks_are_seen_and_none_is_lost(folder: Path) -> None:
    with Subscriptions(folder) as here, Subscriptions(folder) as there:
        here.put(Subscription(url=URL), _entries("one", "two"))
        there.mark_read(URL, "one")
        here.mark_read(URL, "two")
        there.refresh()
        assert _read(here) == _read(there) == {"one": True, "two": True}


def test_a_feed_that_cannot_be_read_is_left_as_it_is_and_hides_no_other(folder: Path) -> None:
    with Subscriptions(folder) as kept:
        kept.put(Subscription(url=URL), _entries("one"))
        documents = kept._documents
        documents.write(lambda: {("subscriptions", "x"): {"id": "x", "fields": {"url": 3}}})
        odd = {"url": "https://b.example/", "rests_until": 5}
        documents.write(lambda: {("subscriptions", "z"): {"id": "z", "fields": odd}})
        documents.write(lambda: {("entries", "y"): {"id": "y", "feed": URL}})
        kept.put(Subscription(url=MOVED))
        kept.mark_all(URL)
        assert [feed.url for feed in kept.all()] == [URL, MOVED]
        assert _read(kept) == {"one": True}
        assert documents.find("subscriptions", "x") is not None
