"""What the feeds' screen lists, and changes to the subscriptions behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from inquit.errors import StoreError, UserError
from inquit.model.feed import Subscription
from inquit.model.printable import clean_line
from tui.reader.feed_rows import FeedListing, read_listing
from tui.services.feed_executor import FeedExecutor

if TYPE_CHECKING:
    from inquit.service.feeds import Subscriptions

_NO_FEEDS = "No feeds yet: press a to follow one by its address, or run 'inquit feeds import'."


class FeedData:
    """The feeds and entries that a screen lists, read again after each change."""

    def __init__(
        self, screen: Screen[Any], executor: FeedExecutor, show: Callable[[bool], None]
    ) -> None:
        """Take what to work with.

        Args:
            screen: runs the workers and shows the complaints.
            executor: the subscriptions.
            show: draws what is listed; is told whether the cursor goes to the feed.
        """
        self._screen, self._executor, self._show = screen, executor, show
        self.shown = FeedListing(unread={})

    def listed_feed(self) -> Subscription | None:
        """Return the feed whose entries are listed, or None for all."""
        return next((feed for feed in self.shown.feeds if feed.url == self.shown.at), None)

    def describe(self) -> str:
        """Return how much is unread, or how to get a feed."""
        count = sum(self.shown.unread.values())
        return f"{count:,} unread" if self.shown.feeds else _NO_FEEDS

    def reload(
        self,
        *,
        at: str | None = None,
        then: Callable[[], None] | None = None,
        follow: bool = False,
    ) -> None:
        """Read the subscriptions again and show them; the arguments are those of `change`."""
        self.change(lambda _: None, at=at, then=then, follow=follow)

    def change(
        self,
        work: Callable[[Subscriptions], object],
        *,
        at: str | None = None,
        then: Callable[[], None] | None = None,
        follow: bool = False,
    ) -> None:
        """Change the subscriptions, then show what there is.

        Args:
            work: changes them.
            at: the feed whose entries are listed from now on; None for the one that is.
            then: what to do once that is shown, unless the change failed.
            follow: whether the cursor goes to the feed.
        """
        self._screen.run_worker(self._change(work, at, then, follow=follow), group="shown")

    async def _change(
        self,
        work: Callable[[Subscriptions], object],
        at: str | None,
        then: Callable[[], None] | None,
        *,
        follow: bool,
    ) -> None:
        def change(kept: Subscriptions) -> tuple[FeedListing, str | None, tuple[str | None, ...]]:
            fault = None
            try:
                work(kept)
            except (StoreError, UserError) as error:
                fault = str(error)
            shown = read_listing(kept, self.shown.at if at is None else at)
            return shown, fault, (kept.recovery, kept.warning)

        try:
            self.shown, fault, warnings = await self._executor.ask(change)
        except StoreError as error:
            self.complain(str(error))
            return
        for line in self._executor.select_new(warnings):
            self.complain(line)
        self._show(follow)
        if fault is not None:
            self.complain(fault)
        elif then is not None:
            then()

    def complain(self, words: str) -> None:
        """Notify of something that went wrong."""
        self._screen.notify(clean_line(words), severity="error", markup=False, timeout=10)
