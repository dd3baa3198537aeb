"""What the feeds' screen asks of the subscriptions and of the servers, while it goes on showing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from time import monotonic

from textual import work
from textual.content import Content
from textual.widgets import Static

from inquit.errors import StoreError, UserError
from inquit.model.feed import FeedEntry, Subscription
from inquit.model.printable import clean_line
from inquit.store.records.subscriptions import Subscriptions
from tui.dialogs.dialog import Dialog
from tui.dialogs.prompt import Prompt
from tui.reader.feed_rows import FeedsShown, shown_of
from tui.services.feed_executor import FeedDesk
from tui.services.load_task import Errand

Chosen = tuple[Subscription, FeedEntry]

_HINT = "The address of an RSS or Atom feed, or a file that holds one."
_NO_FEEDS = "No feeds yet: press a to follow one by its address, or run 'inquit feeds import'."
_APART = 0.5
"""Seconds between two looks at what has come, while more comes."""

_MOST_FAULTS = 3
"""Feeds whose faults are told one by one."""


class FeedErrands(Dialog[Chosen | None]):
    """Changes subscriptions and asks feeds for what is new; whoever inherits shows them."""

    def __init__(self, desk: FeedDesk) -> None:
        """Take the subscriptions."""
        super().__init__()
        self._desk = desk
        self._shown = FeedsShown(unread={})
        self._errand: Errand | None = None
        self._next_look = 0.0
        self._told = Static(id="told", markup=False)

    def on_unmount(self) -> None:
        """Wait no longer for any server."""
        self._stop()

    def _show(self, *, follow: bool) -> None:
        """Draw what is to be shown now.

        Args:
            follow: whether the cursor goes to the feed whose entries are listed.
        """
        raise NotImplementedError

    def action_refresh(self) -> None:
        """Ask the feed that the cursor is on for what is new."""
        feed = self._feed()
        self._refresh(None if feed is None else (feed,))

    def action_refresh_all(self) -> None:
        """Ask all feeds for what is new."""
        self._refresh(None)

    def action_add(self) -> None:
        """Ask for a feed's address and follow it."""

        def follow(given: str | None) -> None:
            if given:
                self._follow(given, self._begin_errand(f"Fetching {given[:60]}"))

        self.app.push_screen(Prompt("Follow a feed", "", hint=_HINT), follow)

    def action_close(self) -> None:
        """Stop refreshing; where nothing is going on, end with nothing."""
        if self._errand is None:
            self.dismiss(None)
        else:
            self._stop()
            self._say("Stopped; what has come by then is kept")

    def _refresh(self, feeds: tuple[Subscription, ...] | None) -> None:
        count = len(self._shown.feeds if feeds is None else feeds)
        if count:
            self._ask_feeds(feeds, self._begin_errand(f"Refreshing, 0 of {count}"))

    @work(thread=True, group="refresh")
    def _ask_feeds(self, feeds: tuple[Subscription, ...] | None, errand: Errand) -> None:
        """Ask feeds for what is new, and show it as it comes."""
        from inquit.library.feed_refresh import refresh_all

        faults: list[str] = []
        app = self.app

        def tell(done: int, of: int) -> None:
            if not errand.cancelled():
                app.call_from_thread(self._came, errand, f"Refreshing, {done} of {of}")

        try:
            with (
                closing(self._desk.opened()) as kept,
                closing(
                    refresh_all(kept, feeds, progress=tell, cancelled=errand.cancelled)
                ) as outcomes,
            ):
                faults.extend(outcome.fault for outcome in outcomes if outcome.fault)
        except StoreError as error:
            faults.append(str(error))
        if not errand.cancelled():
            app.call_from_thread(self._ended, errand, tuple(faults))

    @work(thread=True, group="refresh")
    def _follow(self, reference: str, errand: Errand) -> None:
        from inquit.library.feeds import ask, feed_address

        try:
            wanted = Subscription(url=feed_address(reference))
            came = errand.run(lambda errand: ask(wanted, cancelled=errand.cancelled))
            self._desk.wait_for(lambda kept: kept.put(came.feed, came.entries))
        except (StoreError, UserError) as error:
            if not errand.cancelled():
                self.app.call_from_thread(self._ended, errand, (str(error),))
            return
        self.app.call_from_thread(self._ended, errand, (), came.feed.url)

    def _begin_errand(self, words: str) -> Errand:
        self._stop()
        self._errand, self._next_look = Errand(), 0.0
        self._say(f"{words} … Esc stops")
        return self._errand

    def _came(self, errand: Errand, words: str) -> None:
        if errand is not self._errand:
            return
        then = partial(self._say, f"{words} … Esc stops")
        if monotonic() < self._next_look:
            then()
        else:
            self._next_look = monotonic() + _APART
            self._do(lambda _: None, then=then)

    def _ended(self, errand: Errand, faults: tuple[str, ...], at: str | None = None) -> None:
        if errand is not self._errand or not self.is_mounted:
            return
        self._errand = None
        for fault in faults[:_MOST_FAULTS]:
            self._complain(fault)
        if len(faults) > _MOST_FAULTS:
            self._complain(f"… and {len(faults) - _MOST_FAULTS} further feeds could not be had")
        self._do(lambda _: None, at=at, then=self._count_unread, follow=at is not None)

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.stop()
        self._errand = None

    @work(group="shown")
    async def _do(
        self,
        deed: Callable[[Subscriptions], object],
        *,
        at: str | None = None,
        then: Callable[[], None] | None = None,
        follow: bool = False,
    ) -> None:
        """Do something with the subscriptions, then show what there is.

        Args:
            deed: what to do.
            at: the feed whose entries are wanted from now on; None for the one that is shown.
            then: what to do after that.
            follow: whether the cursor goes to the feed.
        """

        def done(kept: Subscriptions) -> tuple[FeedsShown, str | None, tuple[str | None, ...]]:
            fault = None
            try:
                deed(kept)
            except (StoreError, UserError) as error:
                fault = str(error)
            shown = shown_of(kept, self._shown.at if at is None else at)
            return shown, fault, (kept.recovery, kept.warning)

        try:
            self._shown, fault, news = await self._desk.ask(done)
        except StoreError as error:
            self._complain(str(error))
            return
        for line in self._desk.untold(news):
            self._complain(line)
        self._show(follow=follow)
        if fault is not None:
            self._complain(fault)
        elif then is not None:
            then()

    def _count_unread(self) -> None:
        count = sum(self._shown.unread.values())
        self._say(f"{count:,} unread" if self._shown.feeds else _NO_FEEDS)

    def _say(self, words: str) -> None:
        self._told.update(Content(clean_line(words)))

    def _complain(self, words: str) -> None:
        self.notify(clean_line(words), severity="error", markup=False, timeout=10)

    def _feed(self) -> Subscription | None:
        """Return the feed whose entries are listed, None for all."""
        return next((feed for feed in self._shown.feeds if feed.url == self._shown.at), None)
