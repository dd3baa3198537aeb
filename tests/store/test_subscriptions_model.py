"""Feeds and read marks against a plain dictionary, with crashes, faults and restarts in between."""

from __future__ import annotations

import contextlib
import errno
import tempfile
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from inquit.errors import StoreError, UnknownRecordError
from inquit.model.feed import FeedEntry, Subscription
from inquit.store.records.feed_changes import RefreshedFeed
from inquit.store.records.subscriptions import Subscriptions
from tests.store.making import Crash, FailingDisk, cut_short

URLS = st.sampled_from([f"https://{name}.example/feed" for name in "abc"])
NAMES = st.sampled_from("123")

Model = dict[str, dict[str, bool]]
"""What is read, by entry, by feed."""


class FeedMachine(RuleBasedStateMachine):
    """One folder of feeds, two windows on it, and what it should hold."""

    @initialize()
    def open_feeds(self) -> None:
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name) / "data"
        self.elsewhere = Path(self.temporary.name) / "rescue"
        self.disk = FailingDisk()
        self.kept: Model = {}
        self.binned: Model = {}
        self.removed_here: list[str] = []
        self.feeds = self._opened()
        self.window = self._opened()

    def teardown(self) -> None:
        if hasattr(self, "temporary"):
            self.feeds.close()
            self.window.close()
            self.temporary.cleanup()

    def _opened(self) -> Subscriptions:
        return Subscriptions(self.folder, disk=self.disk, rescue_folders=[self.elsewhere], wait=0.2)

    @rule(url=URLS, names=st.sets(NAMES), second=st.booleans())
    def follow(self, url: str, names: set[str], second: bool) -> None:
        entries = [FeedEntry(id=name, title=name) for name in names]
        (self.window if second else self.feeds).put(Subscription(url=url), entries)
        if url in self.binned and not second:
            self._not_removed_here(url)
        known = self.kept.pop(url, None) or self.binned.pop(url, {})
        self.kept[url] = dict.fromkeys(names, False) | known

    @rule(url=URLS, names=st.sets(NAMES))
    def renew(self, url: str, names: set[str]) -> None:
        entries = tuple(FeedEntry(id=name, title=f"{name}!") for name in names)
        self.feeds.renew([RefreshedFeed(url=url, feed=Subscription(url=url), entries=entries)])
        if url in self.kept:
            self.kept[url] = dict.fromkeys(names, False) | self.kept[url]

    @rule(url=URLS, to=URLS)
    def move(self, url: str, to: str) -> None:
        if url == to or url not in self.kept or to in self.binned:
            return
        self.feeds.renew([RefreshedFeed(url=url, feed=Subscription(url=to))])
        moved, known = self.kept.pop(url), self.kept.get(to, {})
        self.kept[to] = {
            name: moved.get(name, False) or known.get(name, False) for name in {*moved, *known}
        }

    @rule(url=URLS, name=NAMES, read=st.booleans(), second=st.booleans())
    def mark(self, url: str, name: str, read: bool, second: bool) -> None:
        if name in self.kept.get(url, {}):
            (self.window if second else self.feeds).mark(url, name, read=read)
            self.kept[url][name] = read

    @rule(url=URLS, second=st.booleans())
    def remove(self, url: str, second: bool) -> None:
        if url in self.kept:
            (self.window if second else self.feeds).remove(url)
            self.binned[url] = self.kept.pop(url)
            if not second:
                self._not_removed_here(url)
                self.removed_here.append(url)

    def _not_removed_here(self, url: str) -> None:
        self.removed_here = [each for each in self.removed_here if each != url]

    @rule()
    def undo(self) -> None:
        self.feeds.refresh()
        mine = self.removed_here[-1:]
        if mine and mine[0] not in self.binned:
            with contextlib.suppress(UnknownRecordError):
                self.feeds.undo()
                raise AssertionError("what is not in the bin was put back")
            self.removed_here.pop()
            return
        url = next(iter(mine or list(self.binned)[-1:]), None)
        assert self.feeds.undo() == (url and f"feed {url}")
        if url is not None:
            self._not_removed_here(url)
            self.kept[url] = self.binned.pop(url)

    @rule()
    def empty_bin(self) -> None:
        assert self.feeds.empty_bin() == len(self.binned)
        self.binned.clear()
        self.removed_here.clear()

    @rule()
    def restart(self) -> None:
        self.feeds.close()
        self.feeds = self._opened()
        self.removed_here.clear()

    @rule(url=URLS, name=NAMES, step=st.integers(0, 12))
    def crash_while_marking(self, url: str, name: str, step: int) -> None:
        if name in self.kept.get(url, {}):
            self._crashing(step, lambda: self.feeds.mark_read(url, name))
            read = {entry.id: entry.read for entry in self.feeds.entries(url)}
            assert read == self.kept[url] | {name: read[name]}
            assert read[name] or not self.kept[url][name]
            self.kept[url] = read

    @rule(url=URLS, step=st.integers(0, 12))
    def crash_while_removing(self, url: str, step: int) -> None:
        if url in self.kept:
            self._crashing(step, lambda: self.feeds.remove(url))
            if url not in {feed.url for feed in self.feeds.all()}:
                self.binned[url] = self.kept.pop(url)

    def _crashing(self, step: int, action: Callable[[], None]) -> None:
        self.disk.crash(step)
        with contextlib.suppress(Crash):
            action()
        self.disk.heal()
        self.feeds = self._opened()
        self.removed_here.clear()

    @rule(url=URLS, name=NAMES, step=st.integers(0, 12))
    def fail_while_marking(self, url: str, name: str, step: int) -> None:
        if name not in self.kept.get(url, {}):
            return
        self.disk.fail(errno.ENOSPC, within=self.folder, countdown=step)
        with contextlib.suppress(StoreError):
            self.feeds.mark_read(url, name)
        self.disk.heal()
        self.kept[url][name] = True
        if step % 2:
            self.feeds = self._opened()
            self.removed_here.clear()
        else:
            self.feeds.save()

    @rule(cut=st.floats(0, 1))
    def damage(self, cut: float) -> None:
        file = self.folder / "feeds" / "inquit.json"
        if file.exists():
            cut_short(file, cut)
            self.restart()

    @invariant()
    def it_holds_what_the_dictionary_holds(self) -> None:
        if not hasattr(self, "feeds"):
            return
        for window in (self.feeds, self.window):
            window.refresh()
            held = {
                feed.url: {entry.id: entry.read for entry in window.entries(feed.url)}
                for feed in window.all()
            }
            assert held == self.kept
            assert {item.feed.url for item in window.removed()} == set(self.binned)
            unread = {url: sum(not read for read in held[url].values()) for url in held}
            assert window.unread_counts() == unread


TestFeeds = FeedMachine.TestCase
TestFeeds.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
