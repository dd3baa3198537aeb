"""The article opened anew: what changed in it is told, and the place in it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from tui.reader.text_changes import Change, changes_between, move_offset, summarize_changes
from tui.services.opening import fetch_again

if TYPE_CHECKING:
    from inquit.model.article import Article
    from tui.reader.controllers.articles import Articles
    from tui.reader.controllers.loading import Loading
    from tui.reader.controllers.store_access import StoreAccess
    from tui.reader.reader_pane import ReaderPane
    from tui.reader.view import ReaderView
    from tui.services.load_task import LoadTask


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedArticle:
    """An article before and after, and what changed between the two."""

    before: Article
    after: Article
    changes: tuple[Change, ...]

    @classmethod
    def of(cls, before: Article, after: Article) -> Self:
        """Return what became of an article; slow where much changed."""
        return cls(before=before, after=after, changes=changes_between(before, after))


class Refreshing:
    """Opens the present article again; its bookmarks and corrections are anchored anew."""

    def __init__(
        self,
        view: ReaderView,
        store: StoreAccess,
        articles: Articles,
        loading: Loading,
        pane: ReaderPane,
    ) -> None:
        """Take the screen, what knows whether an article can be opened again, and what opens it."""
        self._view = view
        self._store = store
        self._articles = articles
        self._loading = loading
        self._pane = pane
        self._changed: ChangedArticle | None = None

    def refresh(self) -> None:
        """Open the article anew, as it is now."""
        article = self._view.reading.article
        if not self._store.can_be_opened_again(article):
            self._view.say("This article cannot be opened anew: it has no file and no address")
            return

        def find(task: LoadTask) -> ChangedArticle:
            after = fetch_again(article.id, task) or self._view.services.open_article(
                article.id, task
            )
            return ChangedArticle.of(article, after)

        self._loading.load(article.display_title, find, self._show)

    def show_changes(self) -> None:
        """Show what changed when the article was opened anew."""
        from tui.dialogs.changes import ChangesScreen

        changed = self._changed
        if changed is None or changed.after.id != self._view.reading.article.id:
            self._view.say("Nothing was opened anew here; R does")
            return
        self._view.open_dialog(ChangesScreen(changed.before, changed.after, changed.changes))

    def show_in_place(self, changed: ChangedArticle) -> None:
        """Show what an article has become, with the same words at the top."""
        top = self._pane.top
        self._articles.open(changed.after)
        self._pane.show_offset(move_offset(changed.changes, top))

    def _show(self, changed: ChangedArticle) -> None:
        """Show the article as it is now and tell what changed in it."""
        if not self._view.reads(changed.before):
            return
        if changed.before.text_digest == changed.after.text_digest:
            self._view.say("Nothing has changed")
            return
        self._changed = changed
        self.show_in_place(changed)
        told = summarize_changes(changed.changes) or "only spaces"
        self._view.say(f"Opened anew. Paragraphs: {told}; D shows them")
