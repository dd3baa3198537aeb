"""All controllers of the reader's screen, made for one another, and what may be asked of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.actions import parse

from tui.reader.commands.table import PANE
from tui.reader.controllers.addresses import Addresses
from tui.reader.controllers.all_bookmarks import AllBookmarks
from tui.reader.controllers.all_notes import AllNotes
from tui.reader.controllers.analysis import AnalysisFeed
from tui.reader.controllers.annotations import Annotations
from tui.reader.controllers.articles import Articles
from tui.reader.controllers.copying import Copying
from tui.reader.controllers.corrections import Corrections
from tui.reader.controllers.dossiers import Dossiers
from tui.reader.controllers.draft_recovery import DraftRecovery
from tui.reader.controllers.feeds import Feeds
from tui.reader.controllers.layout import Layout
from tui.reader.controllers.library import LibraryAccess
from tui.reader.controllers.library_upkeep import LibraryUpkeep
from tui.reader.controllers.loading import Loading
from tui.reader.controllers.marks import Marks
from tui.reader.controllers.moved_files import MovedFiles
from tui.reader.controllers.navigation import Navigation
from tui.reader.controllers.outline_and_links import OutlineAndLinks
from tui.reader.controllers.overview import SourceOverview
from tui.reader.controllers.page_versions import PageVersions
from tui.reader.controllers.piping import Piping
from tui.reader.controllers.reading_history import ReadingHistory
from tui.reader.controllers.refreshing import Refreshing
from tui.reader.controllers.search import TextSearch
from tui.reader.controllers.selection import TextSelection
from tui.reader.controllers.sidebar_rows import SidebarRows
from tui.reader.controllers.store_access import StoreAccess
from tui.reader.controllers.store_monitor import StoreMonitor
from tui.reader.controllers.stories import Stories
from tui.reader.controllers.verifying import Verifying
from tui.reader.messages import AnalysisEnded
from tui.reader.panes import ReaderPanes
from tui.reader.view import ReaderView
from tui.services.article_list import ArticleList
from widgets.command import When

ESCAPE = (
    "navigation.forget_count",
    "selection.end",
    "loading.cancel",
    "layout.clear_filter",
    "search.end_in_text",
    "layout.go_back_to_text",
)
"""What Escape may end, in this order; each tells whether it has, and the first that has is all."""

_WITHOUT_ARTICLE = (
    "all_bookmarks",
    "all_notes",
    "articles",
    "draft_recovery",
    "feeds",
    "layout",
    "library",
    "loading",
    "reading_history",
)
"""The controllers that have something to do where no article is open."""

_ALWAYS = ("annotations.undo", "selection.switch_pane", "stories.show")
"""What else can be done there."""

_WHEN = {str(parse(command.action)[2][0]): command.section.when for command in PANE}


class Controllers:
    """One of each; an action names a method as in `navigation.next_quote`."""

    def __init__(self, view: ReaderView, panes: ReaderPanes, opened: Callable[[], None]) -> None:
        """Make the controllers.

        Args:
            view: the screen.
            panes: its parts.
            opened: called once an article is open, before it is drawn.
        """
        self._view = view
        text = panes.text
        self.navigation = Navigation(view, text)
        self.layout = Layout(view, panes, self.navigation)
        self.search = TextSearch(view, panes, self.navigation)
        self.selection = TextSelection(view, panes, self.navigation, self.layout)
        self.copying = Copying(view, self.selection, text)
        self.addresses = Addresses(view, self.copying)
        self.loading = Loading(view, self.offer_something_to_read)
        self.articles = Articles(view, panes, self.navigation, self.loading, opened)
        self.feeds = Feeds(view, self.articles, self.loading, self.addresses)
        self.store = StoreAccess(view)
        self.analysis = AnalysisFeed(view, panes)
        self.annotations = Annotations(view, self.store, self.navigation, text)
        self.corrections = Corrections(
            view, self.store, self.annotations, self.navigation, self.selection
        )
        self.marks = Marks(view, self.store, self.navigation, text)
        self.moved_files = MovedFiles(view, self.store, self.annotations, self.marks)
        self.draft_recovery = DraftRecovery(view, self.store, self.annotations)
        self.store_monitor = StoreMonitor(view, self.annotations)
        self.outline_and_links = OutlineAndLinks(
            view, text, self.navigation, self.articles, self.addresses
        )
        self.overview = SourceOverview(view, self.navigation)
        self.refreshing = Refreshing(view, self.store, self.articles, self.loading, text)
        self.page_versions = PageVersions(view, self.articles, self.refreshing, self.loading)
        self.all_bookmarks = AllBookmarks(
            view, self.store, self.annotations, self.articles, self.loading, self.navigation
        )
        self.stories = Stories(
            view, panes, self.store, self.selection, self.navigation, self.all_bookmarks
        )
        self.library = LibraryAccess(
            view,
            self.store,
            self.articles,
            self.feeds,
            self.draft_recovery,
            self.loading,
            self.navigation,
        )
        self.dossiers = Dossiers(view, self.store, self.library, self.copying)
        self.verifying = Verifying(view, self.library, self.navigation)
        self.library_upkeep = LibraryUpkeep(view)
        self.all_notes = AllNotes(view, self.store, self.annotations)
        self.reading_history = ReadingHistory(view, self.articles)
        self.piping = Piping(view, self.selection, self.loading)
        self.sidebar_rows = SidebarRows(view, self.navigation, self.layout, self.annotations)

    def show_recent(self, recent: ArticleList) -> None:
        """Show what there is to begin with: the library, or where it is off the recent articles."""
        if self._view.services.library is None:
            self.articles.show_articles(recent)
        else:
            self.articles.listed = recent
            self.library.show()

    def end_analysis(self, ended: AnalysisEnded) -> None:
        """Show that all is found, and let it be found by searches from now on."""
        self.analysis.end(ended)
        if ended.complaint is None and self._view.is_open:
            article = self._view.reading.article
            if article.id == ended.article_id:
                self.library.article_analysed(article)

    def offer_something_to_read(self) -> None:
        """Where no article is open show the list again, or where there is none the feeds."""
        if self._view.is_open:
            return
        if self.articles.listed is not None and self.articles.listed.is_recent:
            self.show_recent(self.articles.listed)
        elif self.articles.listed is not None:
            self.articles.show_list()
        else:
            self.feeds.show()

    def method(self, action: str) -> Callable[..., Any]:
        """Return what an action names."""
        controller, _, name = action.partition(".")
        found: Callable[..., Any] = getattr(getattr(self, controller), name)
        return found

    def can_run(self, action: str) -> bool:
        """Tell whether there is an article where an action needs one; decided only here."""
        controller = action.partition(".")[0]
        return self._view.is_open or controller in _WITHOUT_ARTICLE or action in _ALWAYS

    def is_available(self, action: str) -> bool:
        """Tell whether what the action depends on lasts, as the table of commands says."""
        match _WHEN.get(action, When.ALWAYS):
            case When.SEARCHING:
                return self.search.lasts
            case When.SELECTING:
                return self.selection.visual
        return True

    def escape(self) -> None:
        """End the first thing that can be ended."""
        for action in ESCAPE:
            if self.can_run(action) and self.method(action)():
                return
