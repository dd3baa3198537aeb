"""A page as it is kept: the whole of its text in place of the article, and its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError
from inquit.service.pages import KEPT
from tui.reader.controllers.refreshing import ChangedArticle, Refreshing
from widgets.dates import format_day

if TYPE_CHECKING:
    from inquit.model.article import Article
    from inquit.service.pages import KeptPage
    from tui.dialogs.versions import Chosen
    from tui.reader.controllers.articles import Articles
    from tui.reader.controllers.loading import Loading
    from tui.reader.view import ReaderView
    from tui.services.load_task import LoadTask


class PageVersions:
    """Shows other texts of the page that is read; none of them is fetched."""

    def __init__(
        self, view: ReaderView, articles: Articles, refreshing: Refreshing, loading: Loading
    ) -> None:
        """Take the screen, and what opens, replaces and loads articles."""
        self._view = view
        self._articles = articles
        self._refreshing = refreshing
        self._loading = loading

    def toggle_whole(self) -> None:
        """Show all of the page's text, or the article alone again; the choice is remembered."""
        from inquit.service.pages import open_again

        article, pages = self._view.reading.article, self._view.services.pages()
        if pages is None:
            return
        if article.page_words is None or article.id.startswith(KEPT):
            self._view.say("Only of a web page there is more to show, saved or by its address")
            return
        whole = not article.whole

        def find(task: LoadTask) -> ChangedArticle:
            return ChangedArticle.of(article, open_again(article, pages, task.token, whole=whole))

        def arrived(changed: ChangedArticle) -> None:
            self._refreshing.show_in_place(changed)
            self._view.say(_describe(changed.after))
            try:
                pages.show_whole(article.id, whole=whole)
            except StoreError as error:
                self._view.complain(str(error))

        self._loading.load(article.display_title, find, arrived)

    def show_list(self) -> None:
        """List the kept versions of the page; open one, or see what changed between any two."""
        from inquit.service.pages import kept_versions, open_kept_version
        from tui.dialogs.versions import VersionsScreen

        article, pages = self._view.reading.article, self._view.services.pages()
        versions = kept_versions(article.id, pages) if pages else ()
        if pages is None or not versions:
            self._view.say("Nothing is kept of this article; pages that are fetched are kept")
            return
        at = article.retrieved.version if article.retrieved is not None else None
        screen = VersionsScreen(versions, lambda page: open_kept_version(page, pages), at=at)
        self._view.open_dialog(screen, lambda chosen: self._show_version(chosen, versions))

    def _show_version(self, chosen: Chosen | None, versions: tuple[KeptPage, ...]) -> None:
        if chosen is None:
            return
        page, article = chosen
        self._articles.visit(article)
        place = f"Version {page.number} of {len(versions)}, of {format_day(page.fetched)}"
        newest = page.number == versions[-1].number
        self._view.say(place if newest else f"{place}; V shows the others")


def _describe(article: Article) -> str:
    if article.whole:
        return f"All of the page's {article.page_words or 0:,} words; W goes back to the article"
    return f"The article alone, of a page of {article.page_words or 0:,} words"
