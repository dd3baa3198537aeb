"""The reader: an article, who said what in it, and what one wrote about them."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer

from inquit.errors import StoreError
from inquit.model.article import Article
from inquit.model.quotation import QuoteId
from inquit.model.span import Span
from inquit.service.reading_state import last_position
from tui.reader.article_list import Shelf
from tui.reader.commands.table import READER
from tui.reader.controllers.all_bookmarks import Collecting
from tui.reader.controllers.analysis import Analysing
from tui.reader.controllers.corrections import Correcting
from tui.reader.controllers.draft_recovery import Resuming
from tui.reader.controllers.feeds import Following
from tui.reader.controllers.marks import Marking
from tui.reader.controllers.outline_and_links import Outlining
from tui.reader.controllers.page_versions import Keeping
from tui.reader.controllers.search import Finding
from tui.reader.controllers.selection import Selecting
from tui.reader.history import Trail
from tui.reader.history_entry import LONGEST
from tui.reader.positions import JumpList
from tui.reader.reading_state import Reading
from tui.services.dependencies import Desk
from widgets.article_pane import ArticlePane
from widgets.command import bindings
from widgets.find_bar import FindBar
from widgets.overview_strip import OverviewStrip
from widgets.row_list import RowList
from widgets.sidebar import Sidebar
from widgets.sidebar_rows import BOOKMARK, NOTE, QUOTE, SOURCE, source_row_key
from widgets.source_colours import SourceColours
from widgets.text_view import TextView
from widgets.titles import title_line


class ReaderScreen(
    Selecting,
    Marking,
    Finding,
    Correcting,
    Resuming,
    Outlining,
    Keeping,
    Following,
    Collecting,
    Analysing,
):
    """Puts the parts together and hands what happens in one of them to the others."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)
    DEFAULT_CSS = """
    ReaderScreen { layers: base over; background: $background; }
    ReaderScreen #body { height: 1fr; }
    ReaderScreen #article { width: 1fr; height: 1fr; }
    ReaderScreen.-tall #article { padding-top: 1; }
    ReaderScreen.-tall ViewTabs { margin: 1 0; }
    ReaderScreen #side { width: 44; height: 1fr; }
    ReaderScreen.-narrow #side { layer: over; dock: right; }
    ReaderScreen.-left #side, ReaderScreen.-left.-narrow #side { dock: left; }
    ReaderScreen #sidebar { height: 1fr; }
    ReaderScreen.-left Sidebar { border-left: none; border-right: vkey $panel; }
    ReaderScreen #sidebar RowList:ansi:blur > .row-list--cursor { text-style: none; }
    ReaderScreen #details { border-left: vkey $panel; }
    ReaderScreen #side.-below, ReaderScreen.-left.-narrow #side.-below {
        dock: bottom; layer: default; height: 35%; min-height: 8; max-height: 50%;
    }
    ReaderScreen #side.-below #details {
        border-left: none; border-right: none; height: 100%; max-height: 100%;
    }
    ReaderScreen.-left #details { border-left: none; border-right: vkey $panel; }
    ReaderScreen Footer { height: 1; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual types it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - as Textual types it

    def __init__(
        self,
        desk: Desk,
        article: Article | None,
        colours: SourceColours,
        shelf: Shelf | None = None,
    ) -> None:
        """Take whom the reader works with, what to show first, and how sources look."""
        super().__init__(desk, colours)
        self.jumps = JumpList()
        self.visits = Trail(LONGEST)
        self.find_bar = FindBar()
        self._first = article
        self.shelf = shelf

    def compose(self) -> ComposeResult:
        """Yield the article beside sidebar and details, and the lines above and below."""
        yield self.header
        with Horizontal(id="body"):
            yield self.pane
            yield self.overview
            with Vertical(id="side"):
                yield self.sidebar
                yield self.details
        yield self.status
        yield self.find_bar
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the first article."""
        self.place_sidebar()
        self.pane.focus()
        if self._first is not None:
            self.open_article(self._first)
        elif self.shelf is not None:
            self.show_shelf(self.shelf)
        else:
            self.action_feeds()

    def open_article(self, article: Article) -> None:
        """Show an article where one last was in it, then look for its quotes."""
        self.keep_position()
        self.reading = Reading(article=article)
        self.jumps = JumpList()
        self._rows = None
        self.forget_hits()
        self.header.show(article)
        offset = last_position(article, self.desk.state)
        self.pane.show(article, offset=min(offset, len(article.text)))
        self.app.title = title_line(article.display_title)
        self.show_all()
        self.call_after_refresh(self._begin, article)

    def _begin(self, article: Article) -> None:
        """Start what may take a while, now that the article is on the screen."""
        self.analyse(article)
        self.remember_opened(article)
        had = article.retrieved
        if had is not None and had.version is None:
            self.warn(" · ".join(article.notices))
        if article.notices and self.reading is not None:
            self.say(" · ".join(filter(None, (self.reading.message, *article.notices))))
        self.load_annotations()
        self.load_marks()

    def on_text_view_moved(self, message: TextView.Moved) -> None:
        """Tell the place in the status line, and show in the sidebar what is in sight."""
        message.stop()
        self.show_status()
        self.follow_in_sidebar()

    def on_article_pane_quote_clicked(self, message: ArticlePane.QuoteClicked) -> None:
        """Make the clicked quote current."""
        message.stop()
        self.make_current(message.quote_id, reveal=False)

    def on_overview_strip_clicked(self, message: OverviewStrip.Clicked) -> None:
        """Go to the place that was pointed at."""
        message.stop()
        if self.reading is not None:
            self.jump_to_offset(round(message.share * len(self.reading.article.text)))

    def on_sidebar_view_changed(self, message: Sidebar.ViewChanged) -> None:
        """Fill the view that is shown now."""
        message.stop()
        self.show_rows(follow=True)

    def on_sidebar_filtered(self, message: Sidebar.Filtered) -> None:
        """Narrow what the sidebar shows."""
        message.stop()
        self.filter_query = message.query
        self.show_rows()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Go where a row of the sidebar leads."""
        message.stop()
        key = message.key
        if key.startswith(SOURCE):
            self.fold(key)
        elif key.startswith(QUOTE):
            self.jump_to_quote(QuoteId(key.removeprefix(QUOTE)))
            self.leave_sidebar()
        elif key.startswith(BOOKMARK):
            self._go_to_bookmark(key.removeprefix(BOOKMARK))
        elif key.startswith(NOTE):
            self._go_to_noted(key.removeprefix(NOTE))

    def fold(self, key: str) -> None:
        """Hide or show the quotes of a source in the tree."""
        self.folded = self.folded ^ {key}
        self.show_rows()

    def action_text(self) -> None:
        """Forget a count that was typed; else clear the filter, or go back to the text."""
        if self.count:
            self.taken_count()
        else:
            super().action_text()

    def action_adopt(self) -> None:
        """Make what was written before the file was moved the file's that is read."""
        self.expect_dialog(self._adopt)

    async def _adopt(self) -> None:
        from tui.dialogs.confirm import Confirm
        from tui.services.moved_files import adopt, question

        reading, desk = self.reading, self.desk
        if reading is None or not reading.former:
            self.say("Nothing that was written in another place fits this text")
            return
        article, former = reading.article, reading.former
        if await self.answer_of(Confirm(*question(former))):
            done = await self._ask(lambda store: adopt(article, former, store, desk.pages()))
            if done is None:
                return
            try:
                desk.state.relocate(former, article.id)
            except StoreError as error:
                self.complain(str(error))
            await self.fetch_annotations()
            self.load_marks()
            self.say(done)

    def action_overview(self) -> None:
        """Show who says how much; go to the first quote of the source that is chosen there."""
        from tui.dialogs.overview import OverviewScreen

        reading = self.reading
        if reading is None:
            return
        screen = OverviewScreen(reading.article, reading.findings, self.colours)
        self._open(screen, partial(self._go_to_source, reading))

    def _go_to_source(self, reading: Reading, chosen: str | None) -> None:
        sources = reading.findings.sources()
        first = (ids[0] for who, ids in sources if source_row_key(who) == chosen)
        if reading is self.reading and (quote_id := next(first, None)) is not None:
            self.jump_to_quote(quote_id)

    def _go_to_bookmark(self, bookmark_id: str) -> None:
        reading = self.reading
        found = (
            (item for item in reading.bookmarks if item.bookmark.id == bookmark_id)
            if reading
            else ()
        )
        item = next(iter(found), None)
        if reading is None or item is None:
            return
        if item.span is None:
            self.tell_orphaned(item.bookmark.target)
            return
        self.go_to(item.span)
        if item.changed:
            self.tell_changed(item.bookmark.target)
        self.leave_sidebar()

    def go_to(self, span: Span) -> None:
        """Go to a passage and remember where one was; a quote that it is becomes current."""
        reading = self.reading
        if reading is None:
            return
        quote = next((found for found in reading.findings if found.span == span), None)
        if quote is not None:
            self.jump_to_quote(quote.quote.id)
        else:
            self.jumps.leave(self.here())
            self.make_current(None)
            self.pane.reveal(span)

    def _go_to_noted(self, note_id: str) -> None:
        reading = self.reading
        if reading is None:
            return
        about = next((note.about for note in reading.all_notes if note.id == note_id), None)
        source_id = reading.source_keys().get(about or "")
        quote = reading.findings.after(-1, lambda found: found.attribution.source_id == source_id)
        if source_id is None or quote is None:
            self.say("This source does not speak in this article")
            return
        self.jump_to_quote(quote.quote.id)
        self.leave_sidebar()

    def on_resize(self, event: events.Resize) -> None:
        """Put the sidebar beside the text or over it, as there is room."""
        self.place_sidebar(event.size.width)
