"""The bookmarks of all articles in one list; each is gone to in its own article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from inquit.model.passage import passage_of
from inquit.service.pages import open_marked
from inquit.service.reading_state import Recent
from tui.services.article_names import name_of_article
from tui.services.mark_states import State
from widgets.row import ListRow
from widgets.sidebar_rows import MARK_CHANGED, MARK_ORPHANED, MARKED, with_tags

if TYPE_CHECKING:
    from inquit.model.annotation import Bookmark, BookmarkId, Target
    from inquit.model.article import Article
    from inquit.service.annotations import FoundPassage
    from tui.dialogs.picker import Picker
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.controllers.articles import Articles
    from tui.reader.controllers.loading import Loading
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.state import Reading
    from tui.reader.view import ReaderView
    from tui.services.load_task import LoadTask


_TITLE, _TAIL = "Bookmarks of all articles", 28
_SIGNS = {
    State.ORPHANED: (MARK_ORPHANED, "orphaned · "),
    State.CHANGED: (MARK_CHANGED, "changed · "),
}


class AllBookmarks:
    """Goes to what was marked, in whatever article."""

    def __init__(
        self,
        view: ReaderView,
        store: StoreAccess,
        annotations: Annotations,
        articles: Articles,
        loading: Loading,
        navigation: Navigation,
    ) -> None:
        """Take the screen, the store, what tells of a passage, and what opens and goes to it."""
        self._view = view
        self._store = store
        self._annotations = annotations
        self._articles = articles
        self._loading = loading
        self._navigation = navigation

    def show(self) -> None:
        """List the bookmarks of all articles and go to the one that is chosen."""
        self._view.expect_dialog(self._pick_bookmark)

    async def _pick_bookmark(self) -> None:
        from tui.dialogs.picker import Picker

        held = await self._store.ask(lambda store: store.bookmarks())
        if held is None:
            return
        if not held:
            self._view.say("There are no bookmarks yet; m sets one")
            return
        recent, pages = self._view.services.state.recent(), self._view.services.pages()
        ids = {mark.target.article_id for mark in held} - {each.reference for each in recent}
        titles = await self._store.ask(lambda _: pages.titles(ids) if pages else {}) or {}
        kept = tuple(Recent(reference=each, title=title) for each, title in titles.items())
        by_id = {str(bookmark.id): bookmark for bookmark in held}
        newest = sorted(held, key=_created, reverse=True)

        def rows(states: Mapping[BookmarkId, State]) -> list[ListRow]:
            return [_row(each, (*recent, *kept), states.get(each.id)) for each in newest]

        here = states_in(self._view.reading) if self._view.is_open else {}
        picker = Picker(_TITLE, rows(here))
        looking = self._look_for_places(picker, newest, here, rows)
        picked = await self._view.answer_of(picker)
        looking.cancel()
        if picked is not None and picked.key is not None:
            self.go_to_passage(by_id[picked.key].target)

    def _look_for_places(
        self,
        picker: Picker,
        bookmarks: Iterable[Bookmark],
        known: Mapping[BookmarkId, State],
        rows: Callable[[Mapping[BookmarkId, State]], list[ListRow]],
    ) -> Worker[None]:
        """Show which bookmarks of other articles lost their place, once that is found out."""
        view = self._view

        def look() -> None:
            from tui.services.mark_states import bookmark_states

            worker, states = get_current_worker(), dict(known)
            elsewhere = (each for each in bookmarks if each.id not in known)
            for bookmark_id, state in bookmark_states(elsewhere, view.services.pages()):
                if worker.is_cancelled:
                    return
                states[bookmark_id] = state

            def show() -> None:
                if picker in view.app.screen_stack:
                    picker.replace_rows(rows(states), _TITLE)

            if states != known and not worker.is_cancelled:
                view.from_thread(show)

        return view.in_thread(look, group="listing")

    def go_to_passage(self, target: Target) -> None:
        """Go to a marked passage, after opening its article where that is another."""
        wanted = target.article_id
        present = self._view.reading.article if self._view.is_open else None

        def find(task: LoadTask) -> tuple[Article, FoundPassage | None]:
            from inquit.service.annotations import locate

            here = present if present is not None and present.id == wanted else None
            article = here or open_marked(
                target,
                self._view.services.pages(),
                lambda named: self._view.services.open_article(named, task),
            )
            return article, locate(target, article)

        def arrived(came: tuple[Article, FoundPassage | None]) -> None:
            article, found = came
            if article is not present:
                self._articles.visit(article)
            if found is None:
                self._annotations.tell_orphaned(target)
                return
            self._navigation.go_to(found.span)
            if not found.sure:
                self._annotations.tell_changed(target)

        self._loading.load(wanted, find, arrived)


def states_in(reading: Reading) -> dict[BookmarkId, State]:
    """Return what became of the bookmarks of the article that is read."""
    return {
        each.bookmark.id: State.ORPHANED
        if each.span is None
        else State.CHANGED
        if each.changed
        else State.HOLDS
        for each in reading.bookmarks
    }


def _created(bookmark: Bookmark) -> datetime:
    return bookmark.created


def _row(bookmark: Bookmark, recent: Iterable[Recent], state: State | None) -> ListRow:
    """Return a bookmark's row: its words, what its article is called, what became of it."""
    words = bookmark.label or passage_of(bookmark.target)[:200]
    if bookmark.comment:
        words += f" — {bookmark.comment}"
    title = name_of_article(bookmark.target.article_id, recent)
    sign, told = _SIGNS.get(state, (MARKED, "")) if state is not None else (MARKED, "")
    tail = f"{told}{title}"
    return ListRow(
        key=bookmark.id,
        text=with_tags(words, bookmark.tags),
        sign=sign,
        tail=tail if len(tail) <= _TAIL else tail[: _TAIL - 1] + "…",
    )
