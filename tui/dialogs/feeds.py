"""Lists the feeds that the user follows, and their entries, with the unread ones marked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from inquit.model.feed import FeedEntry, Subscription
from inquit.model.printable import clean_line
from tui.dialogs.confirm import Confirm
from tui.dialogs.dialog import Dialog
from tui.dialogs.feed_data import FeedData
from tui.dialogs.feed_requests import FeedRequests
from tui.dialogs.links import LinkAction
from tui.dialogs.prompt import Prompt
from tui.reader.commands.dialogs import FEEDS
from tui.reader.feed_rows import ALL, entry_key, entry_rows, feed_name, feed_rows
from tui.services.feed_executor import FeedExecutor
from tui.services.web_address import web_address
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row_list import RowList

if TYPE_CHECKING:
    from inquit.service.feeds import Subscriptions

Chosen = tuple[Subscription, FeedEntry]

_ADDRESS_HINT = "The address of an RSS or Atom feed, or a file that holds one."


class FeedsScreen(Dialog[Chosen | None]):
    """Feeds beside their entries, with a summary below; ends with an entry to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(FEEDS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"feeds--unread"}
    DEFAULT_CSS = """
    FeedsScreen > .feeds--unread { color: $accent; text-style: bold; }
    FeedsScreen > Vertical { width: 132; height: 100%; }
    FeedsScreen #lists { layout: horizontal; height: 1fr; }
    FeedsScreen.-narrow #lists { layout: vertical; }
    FeedsScreen RowList { margin: 0; height: 1fr; }
    FeedsScreen #feeds { width: 34; border-right: vkey $panel; }
    FeedsScreen.-narrow #feeds { width: 1fr; height: 6; border-right: none; }
    FeedsScreen.-narrow #feeds { border-bottom: hkey $panel; }
    FeedsScreen #summary { height: 4; border-top: hkey $panel; color: $text-muted; }
    FeedsScreen #told { height: 1; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual types it

    def __init__(
        self,
        executor: FeedExecutor,
        use_address: Callable[[LinkAction, str], None],
        *,
        at: tuple[str, str] | None = None,
    ) -> None:
        """Take what to work with.

        Args:
            executor: the subscriptions.
            use_address: copies an address or opens it in the browser.
            at: the address of the feed and the id of the entry that was opened last.
        """
        super().__init__()
        self._data = FeedData(self, executor, self._show)
        self._requests = FeedRequests(self, executor, self._data, self._say)
        self._use_address = use_address
        self._at = at
        self._feeds = RowList(id="feeds", empty="No feeds yet")
        self._entries = RowList(id="entries", empty="Nothing here yet.")
        self._summary = Static(id="summary", markup=False)
        self._told = Static(id="told", markup=False)

    def compose(self) -> ComposeResult:
        """Yield the two lists, the summary, the status and the keys."""
        with Vertical() as box:
            box.border_title = "Feeds"
            with Container(id="lists"):
                yield self._feeds
                yield self._entries
            yield self._summary
            yield self._told
            yield KeyLine()

    def on_mount(self) -> None:
        """Show what is stored; nothing is fetched until the user asks."""
        self.set_focus(self._feeds)
        at = self._at[0] if self._at else ALL
        self._data.reload(at=at, then=self._begin, follow=True)

    def on_unmount(self) -> None:
        """Stop waiting for any server."""
        self._requests.stop()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """List the entries of the feed under the cursor, or show the entry's summary."""
        message.stop()
        if self._entry(message.key) is not None:
            self._show_summary()
        elif message.key != self._data.shown.at:
            self._data.reload(at=message.key)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Go to the entries of a feed, or end with an entry."""
        message.stop()
        entry = self._entry(message.key)
        if entry is not None:
            self._requests.stop()
            self.dismiss(entry)
        elif message.key == self._data.shown.at:
            self.action_to_entries()
        else:
            self._data.reload(at=message.key, then=self.action_to_entries)

    def action_switch(self) -> None:
        """Go to the other list."""
        self.set_focus(self._feeds if self._entries.has_focus else self._entries)

    def action_to_entries(self) -> None:
        """Go to the entries."""
        self.set_focus(self._entries)
        self._show_summary()

    def action_to_feeds(self) -> None:
        """Go to the feeds."""
        self.set_focus(self._feeds)

    def action_unread(self, step: int) -> None:
        """Go to the next unread entry, or the one before; after this feed, on to another.

        Args:
            step: 1 or -1.
        """
        keys = [entry_key(*pair) for pair in self._data.shown.entries]
        at_entry = self._entries.has_focus and self._entries.cursor in keys
        self._go_to_unread(step, keys.index(self._entries.cursor or "") if at_entry else None)

    def _go_to_unread(self, step: int, at: int | None) -> None:
        """Go to the unread entry after a place in the list, or before it.

        Args:
            step: 1 or -1.
            at: the place; None stands for the end of the list that is behind.
        """
        count = len(self._data.shown.entries)
        first = (0 if step > 0 else count - 1) if at is None else at + step
        way = range(first, count if step > 0 else -1, step)
        place = next((n for n in way if not self._data.shown.entries[n][1].read), None)
        if place is not None:
            self.set_focus(self._entries)
            self._entries.action_cursor_to(place)
        elif (feed := self._next_feed(step)) is not None:
            then = partial(self._go_to_unread, step, None)
            self._data.reload(at=feed, then=then, follow=True)
        else:
            self._say("Nothing else is unread")

    def action_refresh(self) -> None:
        """Refresh the feed under the cursor."""
        feed = self._data.listed_feed()
        self._requests.refresh(None if feed is None else (feed,))

    def action_refresh_all(self) -> None:
        """Refresh all feeds."""
        self._requests.refresh(None)

    def action_add(self) -> None:
        """Ask for a feed's address and follow it."""

        def follow(given: str | None) -> None:
            if given:
                self._requests.follow(given)

        self.app.push_screen(Prompt("Follow a feed", "", hint=_ADDRESS_HINT), follow)

    def action_close(self) -> None:
        """Stop refreshing, or end with None if nothing is going on."""
        if self._requests.stop():
            self._say("Stopped; what had arrived by then is kept")
        else:
            self.dismiss(None)

    def action_remove(self) -> None:
        """Move a feed to the bin, after asking."""
        feed = self._data.listed_feed()
        if feed is None:
            self._say("Go to one of the feeds first")
            return
        question = f"Stop following “{feed_name(feed)}”?"
        hint = "It goes to the bin with its read marks; u puts it back."
        done = f"Removed “{feed_name(feed)}”; u puts it back"

        def remove(meant: bool | None) -> None:  # noqa: FBT001 - the dialog's answer
            if meant:
                self._data.change(lambda kept: kept.remove(feed.url), then=partial(self._say, done))

        self.app.push_screen(Confirm(question, hint), remove)

    def action_undo(self) -> None:
        """Put back the feed that was removed last."""
        back: list[str | None] = []

        def tell() -> None:
            told = f"Put back: {back[0]}" if back[0] else "There is no feed in the bin"
            self._say(told)

        self._data.change(lambda kept: back.append(kept.undo()), then=tell)

    def action_mark(self) -> None:
        """Mark the entry as read, or as unread if it is read."""
        chosen = self._entry(self._entries.cursor)
        if chosen is not None:
            feed, entry = chosen
            self._data.change(lambda kept: kept.mark(feed.url, entry.id, read=not entry.read))

    def action_mark_all(self) -> None:
        """Mark all entries of the feed as read."""
        feed = self._data.listed_feed()
        urls = [each.url for each in (self._data.shown.feeds if feed is None else (feed,))]

        def mark_all(kept: Subscriptions) -> None:
            for url in urls:
                kept.mark_all(url)

        self._data.change(mark_all)

    def action_copy(self) -> None:
        """Copy the address of the entry's page."""
        if (address := self._address()) is not None:
            self._use_address("copy", address)

    @work
    async def action_browse(self) -> None:
        """Open the entry's page in the browser, after showing its whole address."""
        address = self._address()
        if address is None:
            return
        if await self.app.push_screen_wait(Confirm("Open this in the browser?", address)):
            self._use_address("browse", address)
            self._say("Opening it in the browser")

    def _address(self) -> str | None:
        """Return the address of the entry's page in ASCII; say so if there is none."""
        chosen = self._entry(self._entries.cursor)
        link = chosen[1].link if chosen is not None else None
        address = web_address(link) if link is not None else None
        if address is None:
            self._say("This entry has no page")
        return None if address is None else address.whole

    def _begin(self) -> None:
        """Go to the entry that was opened last, and say how much is unread."""
        if self._at is not None:
            self._entries.mark("\n".join(self._at))
            self.set_focus(self._entries)
        self._say(self._data.describe())
        self._show_summary()

    def _show(self, follow: bool) -> None:  # noqa: FBT001 - a callback
        style = self.get_component_rich_style("feeds--unread", partial=True)
        style = Style(color=style.color, bold=True)
        self._feeds.set_rows(list(feed_rows(self._data.shown, style)))
        self._feeds.mark(self._data.shown.at, follow=follow)
        self._entries.set_rows(list(entry_rows(self._data.shown, style)))
        self._show_summary()

    def _show_summary(self) -> None:
        """Show the entry's summary, or what is wrong with its feed."""
        feed = self._data.listed_feed()
        if not self._entries.has_focus and feed is not None and feed.fault:
            self._summary.update(Content(clean_line(feed.fault)))
            return
        chosen = self._entry(self._entries.cursor)
        words = chosen[1].summary or chosen[1].link or "" if chosen is not None else ""
        self._summary.update(Content(clean_line(words)))

    def _next_feed(self, step: int) -> str | None:
        """Return the next feed that has something unread, or None."""
        urls = [feed.url for feed in self._data.shown.feeds]
        if self._data.shown.at not in urls:
            return None
        at = urls.index(self._data.shown.at)
        after = urls[at + 1 :] + urls[:at] if step > 0 else urls[:at][::-1] + urls[at + 1 :][::-1]
        return next((url for url in after if self._data.shown.unread.get(url)), None)

    def _say(self, words: str) -> None:
        self._told.update(Content(clean_line(words)))

    def _entry(self, key: str | None) -> Chosen | None:
        return next((pair for pair in self._data.shown.entries if entry_key(*pair) == key), None)
