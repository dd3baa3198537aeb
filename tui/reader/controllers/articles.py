"""From article to article: opened, picked from several, gone back to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import work
from textual.worker import get_current_worker

from inquit.errors import InputError
from inquit.model.article import Article
from tui.dialogs.picker import Picker
from tui.reader.article_list import CORPUS, NOTHING, Shelf, ShelfItem
from tui.reader.article_list_rows import shelf_rows
from tui.reader.controllers.loading import Waiting
from tui.reader.history import Trail
from tui.reader.history_entry import Visit
from tui.reader.positions import JumpList, Place
from tui.services.load_task import Errand

_ROWS_APART = 0.15
"""Seconds between two additions to a list that is being shown."""

Found = Article | Shelf


class Visiting(Waiting):
    """Opens articles; each is come back to where one was in it."""

    jumps: JumpList
    visits: Trail[Visit]
    shelf: Shelf | None = None

    def here(self) -> Place:
        """Return where one is; the screen says how."""
        raise NotImplementedError

    def visit(self, article: Article) -> None:
        """Show an article, with a way back to the present one."""
        if self.reading is not None:
            self.visits.leave(self._visit())
        self.open_article(article)

    def fetch_article(self, reference: str) -> None:
        """Open what a reference names, an article or several; the present one stays till then."""

        def opened(errand: Errand) -> Found:
            return self.desk.shelf_of([reference]) or self._one(
                partial(self.desk.open_article, reference, errand), reference, errand
            )

        self.fetch(reference, opened, self._found)

    def action_open(self) -> None:
        """Ask for another article and open it."""
        from tui.dialogs.opener import Opener

        self._open(Opener(self.desk.state.recent()), self._asked)

    def action_article_back(self) -> None:
        """Go back to the article one was in before."""
        self._revisit(self.visits.back, "No article to go back to")

    def action_article_forward(self) -> None:
        """Go forward to the article one came back from."""
        self._revisit(self.visits.forward, "No article to go forward to")

    def action_list(self) -> None:
        """Show the articles to pick from."""
        if self.shelf is None:
            self.say("There is no list of articles; o opens a folder, a corpus or an article")
        else:
            self.show_shelf(self.shelf)

    def action_list_step(self, by: int) -> None:
        """Open the next article of the list, or the one before."""
        items = self.shelf.items if self.shelf is not None else ()
        if self.shelf is None or not items:
            self.action_list()
            return
        here = self.reading.article.id if self.reading is not None else None
        at = next((n for n, item in enumerate(items) if here and item.article_id == here), None)
        place = 0 if at is None else at + by
        if not 0 <= place < len(items):
            end = "last" if by > 0 else "first"
            self.say(f"This is the {end} article of {self.shelf.title}; h shows the list")
            return
        self._picked(items[place].reference)

    def show_shelf(self, shelf: Shelf) -> None:
        """Let the reader pick one of several articles."""
        self.shelf = shelf
        self.keep_position()
        rows = shelf_rows(shelf, self.desk.state.position)
        present = self.reading.article.id if self.reading is not None else None
        at = next((i.reference for i in shelf.items if present and i.article_id == present), None)
        picker = Picker(shelf.title, rows, hint="● not read yet", at=at)
        self._open(picker, lambda picked: self._picked(picked.key if picked else None))
        if shelf.rest is not None:
            self._list(shelf, picker)

    def _asked(self, reference: str | None) -> None:
        if reference:
            self.fetch_article(reference)

    def _picked(self, reference: str | None) -> None:
        items = self.shelf.items if self.shelf is not None else ()
        item = next((item for item in items if item.reference == reference), None)
        if item is None:
            self._pick_no_more()
        elif item.kind == CORPUS:
            outer = self.shelf
            self.fetch(
                item.title,
                lambda _: self.desk.shelf_of([item.reference]),
                lambda inner: self._pick_within(inner, outer),
            )
        else:
            self._open_item(item)

    def _open_item(self, item: ShelfItem) -> None:
        """Open an article of the shelf; where it is a feed, show its entries."""
        outer = self.shelf

        def arrived(found: Found) -> None:
            if isinstance(found, Shelf):
                self._pick_within(found, outer)
                return
            if outer is not None:
                outer.is_read_as(item.reference, found.id)
            self.visit(found)

        def opened(errand: Errand) -> Found:
            return self._one(partial(item.open, errand), item.reference, errand)

        self.fetch(item.title, opened, arrived)

    @staticmethod
    def _one(opened: Callable[[], Article], reference: str, errand: Errand) -> Found:
        from tui.reader.feed_article_list import article_or_entries

        return article_or_entries(opened, reference, errand)

    @work(thread=True, group="listing")
    def _list(self, shelf: Shelf, picker: Picker) -> None:
        """List the rest of a shelf as long as its list is shown, some rows at a time."""
        worker = get_current_worker()
        complaint = None

        def wanted() -> bool:
            return picker in self.app.screen_stack and not worker.is_cancelled

        while shelf.rest is not None and complaint is None:
            try:
                shelf.list_more(_ROWS_APART, wanted)
            except InputError as error:
                complaint = str(error)
            if not wanted():
                return
            rows = shelf_rows(shelf, self.desk.state.position)
            going_on = f"{shelf.title} — {len(rows):,} so far …" if shelf.rest else shelf.title
            self.app.call_from_thread(picker.renew, rows, going_on)
        if not shelf.items:
            complaint = complaint or f"{shelf.title}: {NOTHING}"
        if complaint is not None:
            self.app.call_from_thread(self.complain, complaint)

    def _pick_no_more(self) -> None:
        """Go to the list that this one was picked from, or leave where nothing was opened."""
        if self.shelf is not None and self.shelf.within is not None:
            self.show_shelf(self.shelf.within)
        elif self.reading is None:
            self.app.run_worker(self.app.action_quit())

    def _pick_within(self, inner: Shelf | None, outer: Shelf | None) -> None:
        if inner is not None:
            inner.within = outer
            self.show_shelf(inner)

    def nothing_opened(self) -> None:
        """Show the list again where nothing was opened from it."""
        if self.reading is None and self.shelf is not None:
            self.show_shelf(self.shelf)

    def _found(self, found: Found) -> None:
        if isinstance(found, Shelf):
            self.show_shelf(found)
        else:
            self.visit(found)

    def _visit(self) -> Visit:
        if self.reading is None:
            raise LookupError("no article is being read")
        return Visit(article=self.reading.article, place=self.here(), jumps=self.jumps)

    def _revisit(self, step: Callable[[Visit], Visit | None], otherwise: str) -> None:
        visit = step(self._visit()) if self.reading is not None else None
        if visit is None:
            self.say(otherwise)
            return
        self.open_article(visit.article)
        self.jumps = visit.jumps
        self.make_current(visit.place.current, reveal=False)
        self.pane.show_offset(visit.place.top)
