"""What the feeds' screen asks of servers, in threads, while it stays usable."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from time import monotonic
from typing import Any

from textual.screen import Screen

from inquit.errors import StoreError, UserError
from inquit.model.feed import Subscription
from tui.dialogs.feed_data import FeedData
from tui.services.feed_executor import FeedExecutor
from tui.services.load_task import LoadTask

_APART = 0.5
"""Seconds between two looks at what has come, while more comes."""

_MOST_FAULTS = 3
"""Feeds whose faults are shown one by one."""


class FeedRequests:
    """Asks feeds for what is new; a new request stops the one before."""

    def __init__(
        self,
        screen: Screen[Any],
        executor: FeedExecutor,
        data: FeedData,
        say: Callable[[str], None],
    ) -> None:
        """Take what to work with.

        Args:
            screen: runs the threads.
            executor: the subscriptions.
            data: what the screen lists.
            say: shows how far the request is.
        """
        self._screen, self._executor, self._data, self._say = screen, executor, data, say
        self._task: LoadTask | None = None
        self._next_look = 0.0

    def refresh(self, feeds: tuple[Subscription, ...] | None) -> None:
        """Ask feeds for what is new; None stands for all."""
        count = len(self._data.shown.feeds if feeds is None else feeds)
        if count:
            task = self._begin(f"Refreshing, 0 of {count}")
            self._in_thread(partial(self._ask_feeds, feeds, task))

    def follow(self, reference: str) -> None:
        """Fetch a feed by its address, or read it from a file, and add it."""
        task = self._begin(f"Fetching {reference[:60]}")
        self._in_thread(partial(self._add_feed, reference, task))

    def stop(self) -> bool:
        """Wait no longer for any server; return whether anything was asked."""
        task, self._task = self._task, None
        if task is not None:
            task.stop()
        return task is not None

    def _begin(self, words: str) -> LoadTask:
        self.stop()
        self._task, self._next_look = LoadTask(), 0.0
        self._say(f"{words} … Esc stops")
        return self._task

    def _in_thread(self, work: Callable[[], None]) -> None:
        self._screen.run_worker(work, thread=True, group="refresh")

    def _ask_feeds(self, feeds: tuple[Subscription, ...] | None, task: LoadTask) -> None:
        from inquit.service.feeds import refresh_all

        faults: list[str] = []
        app = self._screen.app

        def report(done: int, of: int) -> None:
            if not task.cancelled():
                app.call_from_thread(self._show_progress, task, f"Refreshing, {done} of {of}")

        try:
            with (
                closing(self._executor.open_another()) as kept,
                closing(refresh_all(kept, feeds, progress=report, token=task.token)) as outcomes,
            ):
                faults.extend(outcome.fault for outcome in outcomes if outcome.fault)
        except StoreError as error:
            faults.append(str(error))
        if not task.cancelled():
            app.call_from_thread(self._end, task, tuple(faults))

    def _add_feed(self, reference: str, task: LoadTask) -> None:
        from inquit.service.feeds import ask, feed_address

        app = self._screen.app
        try:
            wanted = Subscription(url=feed_address(reference))
            came = task.run(lambda task: ask(wanted, token=task.token))
            self._executor.wait_for(lambda kept: kept.put(came.feed, came.entries))
        except (StoreError, UserError) as error:
            if not task.cancelled():
                app.call_from_thread(self._end, task, (str(error),))
            return
        app.call_from_thread(self._end, task, (), came.feed.url)

    def _show_progress(self, task: LoadTask, words: str) -> None:
        if task is not self._task:
            return
        say = partial(self._say, f"{words} … Esc stops")
        if monotonic() < self._next_look:
            say()
        else:
            self._next_look = monotonic() + _APART
            self._data.reload(then=say)

    def _end(self, task: LoadTask, faults: tuple[str, ...], at: str | None = None) -> None:
        if task is not self._task or not self._screen.is_mounted:
            return
        self._task = None
        for fault in faults[:_MOST_FAULTS]:
            self._data.complain(fault)
        if len(faults) > _MOST_FAULTS:
            more = f"… and {len(faults) - _MOST_FAULTS} more feeds could not be fetched"
            self._data.complain(more)
        self._data.reload(at=at, then=self._say_unread, follow=at is not None)

    def _say_unread(self) -> None:
        self._say(self._data.describe())
