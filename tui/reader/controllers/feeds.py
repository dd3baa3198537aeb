"""Feeds from within the reader: their screen, and the next entry that is not read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError, UserError

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.model.feed import FeedEntry, Subscription
    from tui.reader.controllers.addresses import Addresses
    from tui.reader.controllers.articles import Articles
    from tui.reader.controllers.loading import Loading
    from tui.reader.view import ReaderView
    from tui.services.load_task import LoadTask


class Feeds:
    """Opens entries of feeds in full; whatever is opened counts as read."""

    def __init__(
        self, view: ReaderView, articles: Articles, loading: Loading, addresses: Addresses
    ) -> None:
        """Take the screen, what opens and loads articles, and what uses addresses."""
        self._view = view
        self._articles = articles
        self._loading = loading
        self._addresses = addresses
        self._entry_at: tuple[str, str] | None = None

    def show(self) -> None:
        """Show the feeds; open the entry that is chosen there."""
        from tui.dialogs.feeds import FeedsScreen

        feeds = self._view.services.feeds
        if feeds is not None:
            screen = FeedsScreen(feeds, self._addresses.use, at=self._entry_at)
            self._view.open_dialog(screen, self._open_chosen)

    async def open_next_unread(self) -> None:
        """Open the next entry that is not read yet, of the same feed first."""
        feeds = self._view.services.feeds
        if feeds is None:
            return
        url, entry_id = self._entry_at or (None, None)
        try:
            found = await feeds.ask(lambda kept: kept.next_unread(url, entry_id))
        except StoreError as error:
            self._view.complain(str(error))
            return
        if found is None:
            self._view.say("No unread entry in any feed; I shows the feeds")
        else:
            self._open_chosen(found)

    def _open_chosen(self, chosen: tuple[Subscription, FeedEntry] | None) -> None:
        if chosen is None:
            if not self._view.is_open:
                self._articles.pick_no_more()
            return
        feed, entry = chosen

        def find(task: LoadTask) -> Article:
            from tui.reader.feed_article_list import open_in_full

            return open_in_full(entry, task, feed=feed.url)

        def arrived(article: Article) -> None:
            self._entry_at = feed.url, entry.id
            self._articles.visit(article)
            self._view.work(self._mark_read(feed.url, entry.id), group="reading-entry")

        self._loading.load(entry.title, find, arrived)

    async def _mark_read(self, url: str, entry_id: str) -> None:
        feeds = self._view.services.feeds
        if feeds is None:
            return
        try:
            await feeds.ask(lambda kept: kept.mark_read(url, entry_id))
        except (StoreError, UserError) as error:
            self._view.complain(str(error))
