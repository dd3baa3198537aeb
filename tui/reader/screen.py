"""The reader: an article, who said what in it, and what one wrote about them."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Awaitable, Callable
from functools import partial
from inspect import iscoroutine
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.widget import Widget

from tui.reader.commands.table import READER
from tui.reader.controllers.controller_set import Controllers
from tui.reader.input_gate import GatedScreen
from tui.reader.panes import ReaderPanes
from tui.reader.screen_view import ScreenView
from tui.reader.state import Reading, ScreenState
from tui.reader.view import ANNOTATIONS
from widgets.column import USUAL
from widgets.command import bindings
from widgets.key_line import KeyLine

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.reader.messages import AnalysisEnded, HitsFound, QuotesFound, WordsCounted
    from tui.services.article_list import ArticleList
    from tui.services.dependencies import ReaderServices
    from widgets.article_pane import ArticlePane
    from widgets.find_bar import FindBar
    from widgets.overview_strip import OverviewStrip
    from widgets.row_list import RowList
    from widgets.sidebar import Sidebar
    from widgets.source_colours import SourceColours
    from widgets.text_view import TextView


class ReaderScreen(GatedScreen[None]):
    """Composes the panes, holds what they show, and hands what happens to the controllers.

    What is typed before the text is laid out waits: there would be no page to turn.
    """

    takes_keys = False
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
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual types it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - as Textual types it
    state: var[ScreenState] = var(cast("ScreenState", None), init=False)
    """All that is shown; set by __init__, and never changed but replaced."""

    def __init__(
        self,
        services: ReaderServices,
        article: Article | None,
        colours: SourceColours,
        articles: ArticleList | None = None,
    ) -> None:
        """Take what the reader works with.

        Args:
            services: whom it works with.
            article: what to show first.
            colours: how sources look.
            articles: articles to pick from; where there is neither, the feeds are shown.
        """
        super().__init__()
        measure = services.state.preference("measure")
        self.set_reactive(ReaderScreen.state, ScreenState(colours=colours))
        self.panes = ReaderPanes(colours, measure if isinstance(measure, int) else USUAL)
        self.view = ScreenView(self, services)
        self.controllers = Controllers(self.view, self.panes, self._article_opened)
        self._first = article
        self._remembered: Article | None = None
        self._articles = articles

    @property
    def reading(self) -> Reading | None:
        """The article that is open, with its state, or None."""
        return self.state.reading

    def watch_state(self, before: ScreenState, now: ScreenState) -> None:
        """Let the panes show what has changed."""
        self.panes.show(before, now)

    def compose(self) -> ComposeResult:
        """Yield the article beside sidebar and details, and the lines above and below."""
        yield self.panes.header
        yield Horizontal(self.panes.text, self.panes.overview, self.panes.side, id="body")
        yield self.panes.status
        yield self.panes.find_bar
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first article, and begin to look after drafts and the store."""
        controllers = self.controllers
        controllers.layout.arrange()
        self.panes.text.focus()
        if self._first is not None:
            controllers.articles.open(self._first)
        elif self._articles is not None and self._articles.is_recent:
            controllers.show_recent(self._articles)
        elif self._articles is not None:
            controllers.articles.show_articles(self._articles)
        else:
            controllers.feeds.show()
        self.call_after_refresh(self._begin_later, self._look_after_store)

    def fit(self, size: Size) -> None:
        """Take the classes for a size that is known before, or all styles are applied twice."""
        for breakpoints, extent in (
            (self.HORIZONTAL_BREAKPOINTS, size.width),
            (self.VERTICAL_BREAKPOINTS, size.height),
        ):
            self.add_class([name for least, name in breakpoints if extent >= least][-1])

    def on_unmount(self) -> None:
        """Wait no longer for what is being loaded, and remember what was open only for a moment."""
        self.controllers.loading.task.stop()
        if self.reading is not None:
            self._remember_opened(self.reading.article)

    def action_run(self, action: str, *arguments: object) -> None:
        """Run what a binding names, as in `navigation.next_quote`; where it waits, as a worker."""
        if self.controllers.can_run(action):
            outcome = self.controllers.method(action)(*arguments)
            if iscoroutine(outcome):
                self.view.work(outcome)

    def action_escape(self) -> None:
        """End the first thing that Escape can end."""
        self.controllers.escape()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of visual mode and of a search work as long as those last."""
        return action != "run" or self.controllers.is_available(str(parameters[0]))

    def on_key(self, event: events.Key) -> None:
        """Take the digits of a count, and what is pressed into account before what is found."""
        self.controllers.analysis.note_key()
        self.controllers.library_upkeep.note_key()
        if event.key not in self.active_bindings and self.controllers.navigation.take_digit(
            event.character or ""
        ):
            event.stop()

    def _key_escape(self) -> None:
        """Leave the selection to Escape's order; Textual would take it away before."""

    def _article_opened(self) -> None:
        """Forget what was going on in another article, and begin once this one is drawn."""
        self.controllers.forget_article()
        self.call_after_refresh(self._begin, self.view.reading.article)

    def _begin_later(self, task: Callable[[], Awaitable[None]]) -> None:
        """Do something that makes its own way; where the app ends before, it never begins."""
        self.run_worker(task, group=ANNOTATIONS, exclusive=False)

    async def _look_after_store(self) -> None:
        """Tell of drafts, and look at the store from now on."""
        await sleep(self.view.services.patience)
        from tui.reader.controllers.library_upkeep import EVERY as IDLE_EVERY
        from tui.reader.controllers.store_monitor import EVERY

        controllers = self.controllers
        controllers.draft_recovery.tell()
        controllers.store_monitor.look()
        self.set_interval(EVERY, controllers.store_monitor.look)
        self.set_interval(IDLE_EVERY, controllers.library_upkeep.look)

    def _begin(self, article: Article) -> None:
        """Start what may take a while, now that the article is on the screen."""
        if not self.view.reads(article):
            return
        controllers, view = self.controllers, self.view
        controllers.analysis.start()
        had = article.retrieved
        if had is not None and had.version is None:
            view.warn(" · ".join(article.notices))
        if article.notices:
            view.say(" · ".join(filter(None, (view.notice, *article.notices))))
        self._begin_later(partial(self._fetch_marks, article))

    async def _fetch_marks(self, article: Article) -> None:
        """Fetch what was written about an article, and remember that it was opened."""
        await sleep(self.view.services.patience)
        if self.view.reads(article):
            self._remember_opened(article)
            self.controllers.marks.load()
            await self.controllers.annotations.fetch()

    def _remember_opened(self, article: Article) -> None:
        """Remember once that an article was opened."""
        if self._remembered is not article:
            self._remembered = article
            self.controllers.store.remember_opened(article)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return what is at a cell, in the article the nearest words, not the article's top."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if widget is self.panes.text:
            offset = self.panes.text.place_at(Offset(x, y))
        return widget, offset

    def on_resize(self, event: events.Resize) -> None:
        """Put the sidebar beside the text or over it, as there is room."""
        self.controllers.layout.arrange(event.size.width)

    def on_text_selected(self) -> None:
        """Tell what can be done with what the mouse selected."""
        self.controllers.selection.tell()

    def on_text_view_moved(self, message: TextView.Moved) -> None:
        """Tell the place in the status line, and show in the sidebar what is in sight."""
        message.stop()
        self.panes.show_status(self.state)
        self.panes.listing.follow(self.state, self.panes.in_sight)
        self.controllers.analysis.note_place()

    def on_article_pane_quote_clicked(self, message: ArticlePane.QuoteClicked) -> None:
        """Make the clicked quote current."""
        message.stop()
        self.controllers.navigation.make_current(message.quote_id, reveal=False)

    def on_overview_strip_clicked(self, message: OverviewStrip.Clicked) -> None:
        """Go to the place that was pointed at."""
        message.stop()
        if self.reading is not None:
            offset = round(message.share * len(self.reading.article.text))
            self.controllers.navigation.jump_to_offset(offset)

    def on_sidebar_view_changed(self, message: Sidebar.ViewChanged) -> None:
        """Fill the view that is shown now."""
        message.stop()
        self.panes.listing.show(self.state, follow=True)

    def on_sidebar_filtered(self, message: Sidebar.Filtered) -> None:
        """Narrow what the sidebar shows."""
        message.stop()
        self.view.filter(message.query)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Go where a row of the sidebar leads."""
        message.stop()
        self.controllers.sidebar_rows.choose(message.key)

    def on_find_bar_changed(self, message: FindBar.Changed) -> None:
        """Look for what is typed now."""
        message.stop()
        self.action_run("search.look_for", message.search)

    def on_find_bar_step(self, message: FindBar.Step) -> None:
        """Go to another hit while the line is open."""
        message.stop()
        self.controllers.search.step(message.by)

    def on_find_bar_accepted(self, message: FindBar.Accepted) -> None:
        """Stay at the hit."""
        message.stop()
        self.controllers.search.accept()
        self.set_focus(self.panes.text)

    def on_find_bar_cancelled(self, message: FindBar.Cancelled) -> None:
        """Go back to where the search began."""
        message.stop()
        self.controllers.search.cancel()
        self.set_focus(self.panes.text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Stay at the hit, too, where the reader goes elsewhere and leaves the line open."""
        find_bar = self.panes.find_bar
        if find_bar.is_open and find_bar not in event.widget.ancestors_with_self:
            self.controllers.search.accept()

    def on_hits_found(self, message: HitsFound) -> None:
        """Show what a search has found."""
        message.stop()
        self.controllers.search.take(message)

    def on_quotes_found(self, message: QuotesFound) -> None:
        """Show further quotes."""
        message.stop()
        self.controllers.analysis.take(message)

    def on_analysis_ended(self, message: AnalysisEnded) -> None:
        """Show that all is found."""
        message.stop()
        self.controllers.end_analysis(message)

    def on_words_counted(self, message: WordsCounted) -> None:
        """Tell how long the article is."""
        message.stop()
        self.controllers.analysis.take_word_count(message)
