"""All that was read: searched, gone to, remembered, and analysed anew while nobody types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from inquit.errors import InputError, StoreError
from inquit.model.article import Article, ArticleId
from inquit.model.span import Span
from inquit.service.pages import open_remembered
from tui.reader.library_rows import DRAFTS, ENTRIES, Beginning, Place, beginning_rows
from tui.reader.recent_articles import list_recent_articles

if TYPE_CHECKING:
    from inquit.model.saved_search import SavedSearch
    from inquit.service.library.access import Library
    from inquit.service.library.own_work import OwnWork
    from inquit.service.library.searching import Found
    from inquit.service.records import Repository
    from tui.dialogs.library import Chosen, LibraryScreen
    from tui.reader.controllers.articles import Articles
    from tui.reader.controllers.draft_recovery import DraftRecovery
    from tui.reader.controllers.feeds import Feeds
    from tui.reader.controllers.loading import Loading
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.view import ReaderView
    from tui.services.load_task import LoadTask

_T = TypeVar("_T")
_GROUP = "library"
_OFF = "The library is switched off in config.toml"


class LibraryAccess:
    """Searches what is remembered, and goes to what is found."""

    def __init__(
        self,
        view: ReaderView,
        store: StoreAccess,
        articles: Articles,
        feeds: Feeds,
        drafts: DraftRecovery,
        loading: Loading,
        navigation: Navigation,
    ) -> None:
        """Take the screen, and what opens what is chosen."""
        self._view = view
        self._store = store
        self._articles = articles
        self._feeds = feeds
        self._drafts = drafts
        self._loading = loading
        self._navigation = navigation
        self._typed = ""
        self._awaited: tuple[ArticleId, int] | None = None

    def show(self) -> None:
        """Show the search over all that was read."""
        from tui.dialogs.library import LibraryScreen

        executor = self._view.services.library
        if executor is None:
            self._view.say(_OFF)
            return
        recent = list_recent_articles(self._view.services.state)
        if self._articles.listed is None:
            self._articles.listed = recent
        rows = beginning_rows(Beginning(articles=recent), self._view.services.state)
        screen = LibraryScreen(
            self._search, self._keep_search, self._remove_search, rows, self._typed
        )
        self._articles.keep_position()
        self._view.open_dialog(screen, self._go_to_chosen)
        self._view.work(self._fill(screen), group=_GROUP)

    async def _search(self, typed: str, newest: bool) -> Found:  # noqa: FBT001 - as the screen asks
        from inquit.service.library.searching import SearchLimits, search_library

        own = await self.own_work()
        limits = SearchLimits(newest_first=newest)
        return await self.ask(lambda library: search_library(library, typed, own, limits))

    async def ask(self, work: Callable[[Library], _T]) -> _T:
        """Run some work that reads the library, and return its result; raise what it raises.

        Raises:
            InputError: there is no library.
        """
        executor = self._view.services.library
        if executor is None:
            raise InputError(_OFF)
        return await executor.ask(work)

    def _keep_search(self, name: str, typed: str) -> None:
        from inquit.service.records import new_search

        search = new_search(name, typed)
        self._view.work(self._store_search(search), group=_GROUP)

    async def _store_search(self, search: SavedSearch) -> None:
        await self._store.change(lambda store: store.add_search(search))

    async def _remove_search(self, name: str) -> bool:
        from inquit.service.library.own_work import searches_called

        def remove(store: Repository) -> None:
            for search in searches_called(name, store.searches()):
                store.remove_search(search.id)

        return await self._store.change(remove)

    async def own_work(self) -> OwnWork:
        """Return what the reader wrote, as it is now."""
        from inquit.service.library.own_work import OwnWork, take_own_work

        return await self._store.ask(take_own_work) or OwnWork()

    async def _fill(self, screen: LibraryScreen) -> None:
        """Index what was kept since, and tell of unread entries and drafts."""
        state, feeds = self._view.services.state, self._view.services.feeds
        unread, drafts = 0, await self._drafts.count()
        if feeds is not None:
            try:
                unread = sum((await feeds.ask(lambda kept: kept.unread_counts())).values())
            except StoreError as error:
                self._view.complain(str(error))
        recent = list_recent_articles(state)
        searches = (await self.own_work()).searches
        beginning = Beginning(articles=recent, unread=unread, drafts=drafts, searches=searches)
        screen.show_beginning(beginning_rows(beginning, state))
        changed = await self.catch_up()
        screen.tell_waiting(await self._count_waiting())
        if changed:
            screen.search_again()

    async def _count_waiting(self) -> int:
        """Return how many articles this engine has not analysed yet."""
        from inquit.service.library.catching_up import list_waiting

        executor = self._view.services.library
        if executor is None:
            return 0
        try:
            return await executor.ask(
                lambda library: (
                    library.settings.enabled
                    and len(library.use(lambda index: list_waiting(library, index)))
                )
            )
        except StoreError:
            return 0  # the search itself tells of it

    async def catch_up(self) -> bool:
        """Index what was kept or corrected since; tell whether that was anything."""
        from inquit.service.library.catching_up import catch_up

        executor = self._view.services.library
        if executor is None:
            return False
        own = await self.own_work()
        try:
            done = await executor.write(
                lambda library: (
                    library.settings.enabled
                    and library.use(
                        lambda index: catch_up(library, index, own, wanted=lambda: executor.wanted)
                    )
                )
            )
        except StoreError as error:
            self._view.complain_once(str(error))
            return False
        for line in executor.take_lines():
            self._view.warn(line)
        return bool(done and (done.put or done.removed))

    def _go_to_chosen(self, chosen: Chosen | None) -> None:
        if chosen is None:
            if not self._view.is_open:
                self._articles.pick_no_more()
            return
        self._typed = chosen.typed
        if chosen.place is not None:
            self.go_to(chosen.place)
        elif chosen.key == ENTRIES:
            self._feeds.show()
        elif chosen.key == DRAFTS:
            self._drafts.offer()
        elif chosen.key is not None:
            self._articles.load(chosen.key)

    def go_to(self, place: Place) -> None:
        """Open the article of a place, and go there."""
        present = self._view.reading.article if self._view.is_open else None
        wanted = ArticleId(place.article_id)

        def find(task: LoadTask) -> Article:
            if present is not None and present.id == wanted:
                return present
            return open_remembered(
                wanted,
                place.text_digest,
                self._view.services.pages(),
                lambda named: self._view.services.open_article(named, task),
            )

        def arrived(article: Article) -> None:
            if article is not present:
                self._articles.visit(article)
            self._show_place(article, place)

        self._loading.load(wanted, find, arrived)

    def _show_place(self, article: Article, place: Place) -> None:
        """Go to a place of an article, by its words where the text is another one now."""
        offset = place.offset
        if article.text_digest != place.text_digest:
            offset = article.text.find(place.words) if place.words else 0
            if offset < 0:
                self._view.warn("The article has changed since, and not these words any more")
                return
        if offset or place.words:
            self._navigation.go_to(Span(offset, min(offset + 1, len(article.text))))
            self._awaited = article.id, offset
            self._make_awaited_current()

    def _make_awaited_current(self) -> None:
        """Make the quote current that was gone to, once it is found and unless another is."""
        article_id, offset = self._awaited or (None, 0)
        if not self._view.is_open or self._view.reading.article.id != article_id:
            return
        reading = self._view.reading
        found = next((each for each in reading.findings if each.span.start == offset), None)
        if found is not None and reading.current is None:
            self._navigation.make_current(found.quote.id, reveal=False)
            self._awaited = None

    async def remember_this(self) -> None:
        """Remember the article that is open, which is then found by searches."""
        from inquit.service.library.remembering import remember_text

        executor = self._view.services.library
        if executor is None or not self._view.is_open:
            return
        article = self._view.reading.article
        try:
            told = await executor.write(
                lambda library: (library.settings.enabled, remember_text(article, library))
            )
        except StoreError as error:
            self._view.complain(str(error))
            return
        enabled, room = told
        if room:
            self._view.warn(room)
        await self.catch_up()
        self._view.say("Remembered; Q searches all that is" if enabled else _OFF)

    def go_to_awaited(self) -> None:
        """Make the quote current that was gone to before the article was analysed."""
        self._make_awaited_current()
        self._awaited = None

    async def take_in(self, article: Article) -> None:
        """Take an article that was analysed into the index, if it is one that is remembered."""
        executor = self._view.services.library
        if executor is None:
            return
        own = await self.own_work()

        def remember(library: Library) -> None:
            # Imported in this thread: keys do not wait for it.
            from inquit.service.library.remembering import (
                index_article,
                is_remembered_unasked,
                remember_text,
            )

            if is_remembered_unasked(article, library):
                remember_text(article, library)
                index_article(article, library.analyses.get(article), library, own)

        try:
            await executor.write(remember)
        except StoreError as error:
            self._view.complain_once(str(error))
        for line in executor.take_lines():
            self._view.warn(line)
