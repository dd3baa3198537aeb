"""Feeds from within the reader: their screen, and the next entry that is not read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from inquit.errors import StoreError, UserError
from inquit.model.article import Article
from tui.reader.controllers.articles import Visiting
from tui.services.load_task import Errand

if TYPE_CHECKING:
    from inquit.model.feed import FeedEntry, Subscription
    from tui.dialogs.links import Deed


class Following(Visiting):
    """Opens entries of feeds in full; whatever is opened counts as read."""

    _entry_at: tuple[str, str] | None = None

    def action_feeds(self) -> None:
        """Show the feeds; open the entry that is chosen there."""
        from tui.dialogs.feeds import FeedsScreen

        if self.desk.feeds is not None:
            screen = FeedsScreen(self.desk.feeds, self.use_address, at=self._entry_at)
            self._open(screen, self._entry_chosen)

    def use_address(self, what: Deed, address: str) -> None:
        """Copy an address of the web, or hand it to the browser; the screen says how."""
        raise NotImplementedError

    @work(group="feeds")
    async def action_next_entry(self) -> None:
        """Open the next entry that is not read yet, of the same feed first."""
        if self.desk.feeds is None:
            return
        url, entry_id = self._entry_at or (None, None)
        try:
            found = await self.desk.feeds.ask(lambda kept: kept.next_unread(url, entry_id))
        except StoreError as error:
            self.complain(str(error))
            return
        if found is None:
            self.say("No unread entry in any feed; I shows the feeds")
        else:
            self._entry_chosen(found)

    def nothing_opened(self) -> None:
        """Show the feeds again where nothing was opened from them."""
        super().nothing_opened()
        if self.reading is None and self.shelf is None:
            self.action_feeds()

    def _entry_chosen(self, chosen: tuple[Subscription, FeedEntry] | None) -> None:
        if chosen is None:
            if self.reading is None:
                self._pick_no_more()
            return
        feed, entry = chosen

        def find(errand: Errand) -> Article:
            from tui.reader.feed_article_list import opened_in_full

            return opened_in_full(entry, errand, feed=feed.url)

        def arrived(article: Article) -> None:
            self._entry_at = feed.url, entry.id
            self.visit(article)
            self._mark_read(feed.url, entry.id)

        self.fetch(entry.title, find, arrived)

    @work(group="reading-entry")
    async def _mark_read(self, url: str, entry_id: str) -> None:
        if self.desk.feeds is None:
            return
        try:
            await self.desk.feeds.ask(lambda kept: kept.mark_read(url, entry_id))
        except (StoreError, UserError) as error:
            self.complain(str(error))
