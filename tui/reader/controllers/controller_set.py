"""All controllers of the reader's screen, made for one another, and what may be asked of them."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.actions import parse

from tui.reader.commands.table import PANE
from widgets.command import When

if TYPE_CHECKING:
    from inquit.model.article import Article
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


_CONTROLLERS = {
    "navigation": ("navigation", "Navigation", "view text"),
    "layout": ("layout", "Layout", "view panes navigation"),
    "search": ("search", "TextSearch", "view panes navigation"),
    "selection": ("selection", "TextSelection", "view panes navigation layout"),
    "copying": ("copying", "Copying", "view selection text"),
    "addresses": ("addresses", "Addresses", "view copying"),
    "loading": ("loading", "Loading", "view offer_something_to_read"),
    "articles": ("articles", "Articles", "view panes navigation loading opened"),
    "feeds": ("feeds", "Feeds", "view articles loading addresses"),
    "store": ("store_access", "StoreAccess", "view"),
    "analysis": ("analysis", "AnalysisFeed", "view panes"),
    "annotations": ("annotations", "Annotations", "view store navigation text"),
    "corrections": ("corrections", "Corrections", "view store annotations navigation selection"),
    "marks": ("marks", "Marks", "view store navigation text"),
    "moved_files": ("moved_files", "MovedFiles", "view store annotations marks"),
    "draft_recovery": ("draft_recovery", "DraftRecovery", "view store annotations"),
    "store_monitor": ("store_monitor", "StoreMonitor", "view annotations"),
    "outline_and_links": (
        "outline_and_links",
        "OutlineAndLinks",
        "view text navigation articles addresses",
    ),
    "overview": ("overview", "SourceOverview", "view navigation"),
    "refreshing": ("refreshing", "Refreshing", "view store articles loading text"),
    "page_versions": ("page_versions", "PageVersions", "view articles refreshing loading"),
    "all_bookmarks": (
        "all_bookmarks",
        "AllBookmarks",
        "view store annotations articles loading navigation",
    ),
    "stories": ("stories", "Stories", "view panes store selection navigation all_bookmarks"),
    "library": (
        "library",
        "LibraryAccess",
        "view store articles feeds draft_recovery loading navigation",
    ),
    "dossiers": ("dossiers", "Dossiers", "view store library copying"),
    "verifying": ("verifying", "Verifying", "view library navigation"),
    "library_upkeep": ("library_upkeep", "LibraryUpkeep", "view"),
    "all_notes": ("all_notes", "AllNotes", "view store annotations"),
    "reading_history": ("reading_history", "ReadingHistory", "view articles"),
    "piping": ("piping", "Piping", "view selection loading"),
    "sidebar_rows": ("sidebar_rows", "SidebarRows", "view navigation layout annotations"),
}
"""By its name: the module and the class of a controller, and what it is made with, in order.

What is no controller is an attribute of `Controllers`.
"""


class Controllers:
    """One of each, imported and made when it is first asked for: most keys are never pressed.

    An action names a method as in `navigation.next_quote`.

    Attributes:
        view: the screen, as controllers see it.
        panes: its parts.
        text: the part with the article.
        opened: called once an article is open, before it is drawn.
    """

    navigation: Navigation
    layout: Layout
    search: TextSearch
    selection: TextSelection
    copying: Copying
    addresses: Addresses
    loading: Loading
    articles: Articles
    feeds: Feeds
    store: StoreAccess
    analysis: AnalysisFeed
    annotations: Annotations
    corrections: Corrections
    marks: Marks
    moved_files: MovedFiles
    draft_recovery: DraftRecovery
    store_monitor: StoreMonitor
    outline_and_links: OutlineAndLinks
    overview: SourceOverview
    refreshing: Refreshing
    page_versions: PageVersions
    all_bookmarks: AllBookmarks
    stories: Stories
    library: LibraryAccess
    dossiers: Dossiers
    verifying: Verifying
    library_upkeep: LibraryUpkeep
    all_notes: AllNotes
    reading_history: ReadingHistory
    piping: Piping
    sidebar_rows: SidebarRows

    def __init__(self, view: ReaderView, panes: ReaderPanes, opened: Callable[[], None]) -> None:
        """Take what controllers are made with.

        Args:
            view: the screen.
            panes: its parts.
            opened: called once an article is open, before it is drawn.
        """
        self.view, self.panes, self.text, self.opened = view, panes, panes.text, opened

    if not TYPE_CHECKING:  # a checker would take any name for a controller

        def __getattr__(self, name: str) -> Any:
            """Make a controller that nobody has asked for yet."""
            if name not in _CONTROLLERS:
                raise AttributeError(name)
            module, kind, needed = _CONTROLLERS[name]
            make = getattr(import_module(f"tui.reader.controllers.{module}"), kind)
            made = make(*(getattr(self, each) for each in needed.split()))
            setattr(self, name, made)
            return made

    def forget_article(self) -> None:
        """Forget what was going on in an article in whose place another one is shown."""
        if self._search_lasts():
            self.search.forget()
        self.analysis.held = ()

    def _search_lasts(self) -> bool:
        """Tell whether hits are shown or looked for; nothing is imported to tell that."""
        return "search" in vars(self) and self.search.lasts

    def show_recent(self, recent: ArticleList) -> None:
        """Show what there is to begin with: the library, or where it is off the recent articles."""
        if self.view.services.library is None:
            self.articles.show_articles(recent)
        else:
            self.articles.listed = recent
            self.library.show()

    def end_analysis(self, ended: AnalysisEnded) -> None:
        """Show that all is found, and let it be found by searches from now on."""
        self.analysis.end(ended)
        if ended.complaint is None and self.view.is_open:
            article = self.view.reading.article
            if article.id == ended.article_id:
                if "library" in vars(self):  # one that nobody has used awaits no quote
                    self.library.go_to_awaited()
                self.view.work(self._index(article), group="library")

    async def _index(self, article: Article) -> None:
        """Let the library take in an article, whose import is not to delay the first keys."""
        await sleep(self.view.services.patience)
        await self.library.take_in(article)

    def offer_something_to_read(self) -> None:
        """Where no article is open show the list again, or where there is none the feeds."""
        if self.view.is_open:
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
        return self.view.is_open or controller in _WITHOUT_ARTICLE or action in _ALWAYS

    def is_available(self, action: str) -> bool:
        """Tell whether what the action depends on lasts, as the table of commands says."""
        match _WHEN.get(action, When.ALWAYS):
            case When.SEARCHING:
                return self._search_lasts()
            case When.SELECTING:
                return self.text.text_selection is not None and self.selection.visual
        return True

    def escape(self) -> None:
        """End the first thing that can be ended."""
        for action in ESCAPE:
            if self.can_run(action) and self.method(action)():
                return
