"""From article to article: opened, picked from several, gone back to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from inquit.errors import InputError, StoreError
from inquit.model.article import Article, ArticleId
from inquit.service.reading_state import last_position
from tui.reader.history import History
from tui.reader.history_entry import LONGEST, HistoryEntry
from tui.reader.positions import JumpHistory
from tui.reader.state import Reading
from tui.services.article_list import CORPUS, NOTHING, ArticleList, ListedArticle
from widgets.titles import title_line

if TYPE_CHECKING:
    from tui.dialogs.picker import Picker
    from tui.reader.controllers.loading import Loading
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.panes import ReaderPanes
    from tui.reader.view import ReaderView
    from tui.services.load_task import LoadTask

_ROWS_APART = 0.15
"""Seconds between two additions to a list that is being shown."""

Found = Article | ArticleList


class Articles:
    """Opens articles; each is come back to where one was in it.

    Attributes:
        listed: the articles to pick from, or None where there is no list.
    """

    def __init__(
        self,
        view: ReaderView,
        panes: ReaderPanes,
        navigation: Navigation,
        loading: Loading,
        opened: Callable[[], None],
    ) -> None:
        """Take what articles are opened with.

        Args:
            view: the screen.
            panes: its parts.
            navigation: knows where one is in an article.
            loading: loads articles.
            opened: called once an article is open, before it is drawn.
        """
        self._view = view
        self._panes = panes
        self._navigation = navigation
        self._loading = loading
        self._opened = opened
        self._history: History[HistoryEntry] = History(LONGEST)
        self.listed: ArticleList | None = None

    def open(self, article: Article) -> None:
        """Show an article where one last was in it."""
        self.keep_position()
        offset = last_position(article, self._view.services.state)
        self._panes.header.show(article)
        self._panes.text.show(article, offset=min(offset, len(article.text)))
        self._view.app.title = title_line(article.display_title)
        self._navigation.jumps = JumpHistory()
        self._view.show_reading(Reading(article=article), notice="")
        self._opened()

    def keep_position(self) -> None:
        """Remember where one is in the article that is open."""
        if not self._view.is_open:
            return
        article, state = self._view.reading.article, self._view.services.state
        try:
            state.keep_position(article.id, self._panes.text.top, article.text_digest)
        except StoreError as error:
            self._view.complain(str(error))

    def visit(self, article: Article) -> None:
        """Show an article, with a way back to the present one."""
        if self._view.is_open:
            self._history.leave(self._entry())
        self.open(article)

    def load(self, reference: str) -> None:
        """Open what a reference names, an article or several; the present one stays till then."""

        def opened(task: LoadTask) -> Found:
            return self._view.services.list_articles([reference]) or self._one(
                partial(self._view.services.open_article, reference, task), reference, task
            )

        self._loading.load(reference, opened, self._show_found)

    def ask_for(self) -> None:
        """Ask for another article and open it."""
        from tui.dialogs.opener import Opener

        self._view.open_dialog(Opener(self._view.services.state.recent()), self._asked)

    def go_back(self) -> None:
        """Go back to the article one was in before."""
        self._go_to(self._history.back, "No article to go back to")

    def go_forward(self) -> None:
        """Go forward to the article one came back from."""
        self._go_to(self._history.forward, "No article to go forward to")

    def show_list(self) -> None:
        """Show the articles to pick from."""
        if self.listed is None:
            self._view.say("There is no list of articles; o opens a folder, a corpus or an article")
        else:
            self.show_articles(self.listed)

    def open_next_listed(self, by: int) -> None:
        """Open the next article of the list, or the one before."""
        items = self.listed.items if self.listed is not None else ()
        if self.listed is None or not items:
            self.show_list()
            return
        here = self._present_id()
        at = next((n for n, item in enumerate(items) if here and item.article_id == here), None)
        place = 0 if at is None else at + by
        if not 0 <= place < len(items):
            end = "last" if by > 0 else "first"
            self._view.say(f"This is the {end} article of {self.listed.title}; h shows the list")
            return
        self._picked(items[place].reference)

    def show_articles(self, articles: ArticleList) -> None:
        """Let the reader pick one of several articles."""
        from tui.dialogs.picker import Picker
        from tui.reader.article_list_rows import article_rows

        self.listed = articles
        self.keep_position()
        rows = article_rows(articles, self._view.services.state.position)
        present = self._present_id()
        at = next(
            (i.reference for i in articles.items if present and i.article_id == present), None
        )
        picker = Picker(articles.title, rows, hint="● not read yet", at=at)
        self._view.open_dialog(picker, lambda picked: self._picked(picked.key if picked else None))
        if articles.rest is not None:
            self._list_rest(articles, picker)

    def _asked(self, reference: str | None) -> None:
        if reference:
            self.load(reference)

    def _picked(self, reference: str | None) -> None:
        items = self.listed.items if self.listed is not None else ()
        item = next((item for item in items if item.reference == reference), None)
        if item is None:
            self.pick_no_more()
        elif item.kind == CORPUS:
            outer = self.listed
            self._loading.load(
                item.title,
                lambda _: self._view.services.list_articles([item.reference]),
                lambda inner: self._pick_within(inner, outer),
            )
        else:
            self._open_item(item)

    def _open_item(self, item: ListedArticle) -> None:
        """Open an article of the list, or show its entries if it is a feed."""
        outer = self.listed

        def arrived(found: Found) -> None:
            if isinstance(found, ArticleList):
                self._pick_within(found, outer)
                return
            if outer is not None:
                outer.set_article_id(item.reference, found.id)
            self.visit(found)

        def opened(task: LoadTask) -> Found:
            return self._one(partial(item.open, task), item.reference, task)

        self._loading.load(item.title, opened, arrived)

    @staticmethod
    def _one(opened: Callable[[], Article], reference: str, task: LoadTask) -> Found:
        from tui.reader.feed_article_list import article_or_entries

        return article_or_entries(opened, reference, task)

    def _list_rest(self, articles: ArticleList, picker: Picker) -> None:
        """List the rest as long as its list is shown, some rows at a time."""
        from tui.reader.article_list_rows import article_rows

        view = self._view

        def list_in_thread() -> None:
            worker = get_current_worker()
            complaint = None

            def wanted() -> bool:
                return picker in view.app.screen_stack and not worker.is_cancelled

            while articles.rest is not None and complaint is None:
                try:
                    articles.list_more(_ROWS_APART, wanted)
                except InputError as error:
                    complaint = str(error)
                if not wanted():
                    return
                rows = article_rows(articles, view.services.state.position)
                going_on = f"{articles.title} — {len(rows):,} so far …"
                view.from_thread(
                    picker.replace_rows, rows, going_on if articles.rest else articles.title
                )
            if not articles.items:
                complaint = complaint or f"{articles.title}: {NOTHING}"
            if complaint is not None:
                view.from_thread(view.complain, complaint)

        view.in_thread(list_in_thread, group="listing")

    def pick_no_more(self) -> None:
        """Go to the list that this one was picked from, or leave where nothing was opened."""
        if self.listed is not None and self.listed.within is not None:
            self.show_articles(self.listed.within)
        elif not self._view.is_open:
            self._view.app.run_worker(self._view.app.action_quit())

    def _pick_within(self, inner: ArticleList | None, outer: ArticleList | None) -> None:
        if inner is not None:
            inner.within = outer
            self.show_articles(inner)

    def nothing_opened(self) -> None:
        """Show the list again where nothing was opened from it."""
        if not self._view.is_open and self.listed is not None:
            self.show_articles(self.listed)

    def _show_found(self, found: Found) -> None:
        if isinstance(found, ArticleList):
            self.show_articles(found)
        else:
            self.visit(found)

    def _present_id(self) -> ArticleId | None:
        return self._view.reading.article.id if self._view.is_open else None

    def _entry(self) -> HistoryEntry:
        return HistoryEntry(
            article=self._view.reading.article,
            position=self._navigation.here(),
            jumps=self._navigation.jumps,
        )

    def _go_to(self, step: Callable[[HistoryEntry], HistoryEntry | None], otherwise: str) -> None:
        entry = step(self._entry()) if self._view.is_open else None
        if entry is None:
            self._view.say(otherwise)
            return
        self.open(entry.article)
        self._navigation.jumps = entry.jumps
        self._navigation.make_current(entry.position.current, reveal=False)
        self._panes.text.show_offset(entry.position.top)
