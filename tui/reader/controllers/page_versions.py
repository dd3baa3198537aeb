"""A page as it is kept: the whole of its text in place of the article, and its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError
from inquit.model.article import Article
from tui.reader.controllers.refreshing import Refreshing, Renewal
from tui.services.kept_readings import KEPT
from tui.services.load_task import Errand
from widgets.dates import format_day

if TYPE_CHECKING:
    from inquit.store.pages.kept_pages import KeptPage
    from tui.dialogs.versions import Chosen


class Keeping(Refreshing):
    """Shows other texts of the page that is read; none of them is fetched."""

    def action_whole(self) -> None:
        """Show all of the page's text, or the article alone again; the choice is remembered."""
        from tui.services.page_texts import same_page

        article = self.reading.article if self.reading is not None else None
        pages = self.desk.pages()
        if article is None or pages is None:
            return
        if article.page_words is None or article.id.startswith(KEPT):
            self.say("Only of a web page there is more to show, saved or by its address")
            return
        whole = not article.whole

        def find(errand: Errand) -> Renewal:
            return Renewal.of(article, same_page(article, pages, errand, whole=whole))

        def arrived(made: Renewal) -> None:
            self.show_in_place(made)
            self.say(_told(made.after))
            try:
                pages.show_whole(article.id, whole=whole)
            except StoreError as error:
                self.complain(str(error))

        self.fetch(article.display_title, find, arrived)

    def action_versions(self) -> None:
        """List the kept versions of the page; open one, or see what changed between any two."""
        from tui.dialogs.versions import VersionsScreen
        from tui.services.page_texts import kept_versions, version_text

        article = self.reading.article if self.reading is not None else None
        pages = self.desk.pages()
        versions = kept_versions(article, pages) if article is not None and pages else ()
        if article is None or pages is None or not versions:
            self.say("Nothing is kept of this article; pages that are fetched are kept")
            return
        at = article.retrieved.version if article.retrieved is not None else None
        screen = VersionsScreen(versions, lambda page: version_text(page, pages), at=at)
        self._open(screen, lambda chosen: self._show_version(chosen, versions))

    def _show_version(self, chosen: Chosen | None, versions: tuple[KeptPage, ...]) -> None:
        if chosen is None:
            return
        page, article = chosen
        self.visit(article)
        place = f"Version {page.number} of {len(versions)}, of {format_day(page.fetched)}"
        newest = page.number == versions[-1].number
        self.say(place if newest else f"{place}; V shows the others")


def _told(article: Article) -> str:
    if article.whole:
        return f"All of the page's {article.page_words or 0:,} words; W goes back to the article"
    return f"The article alone, of a page of {article.page_words or 0:,} words"
