"""The article opened anew: what changed in it is told, and the place in it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from inquit.model.article import Article
from tui.reader.controllers.articles import Visiting
from tui.reader.text_changes import Change, changes_between, moved, summary
from tui.services.load_task import Errand
from tui.services.opening import renew


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """An article before and after, and what changed between the two."""

    before: Article
    after: Article
    changes: tuple[Change, ...]

    @classmethod
    def of(cls, before: Article, after: Article) -> Self:
        """Return what became of an article; slow where much changed."""
        return cls(before=before, after=after, changes=changes_between(before, after))


class Refreshing(Visiting):
    """Opens the present article again; its bookmarks and corrections are anchored anew."""

    _renewal: Renewal | None = None

    def action_refresh(self) -> None:
        """Open the article anew, as it is now."""
        reading = self.reading
        if reading is None:
            return
        article = reading.article
        if not self.can_be_opened_again(article):
            self.say("This article cannot be opened anew: it has no file and no address")
            return

        def find(errand: Errand) -> Renewal:
            after = renew(article.id, errand) or self.desk.open_article(article.id, errand)
            return Renewal.of(article, after)

        self.fetch(article.display_title, find, self._renew)

    def action_changes(self) -> None:
        """Show what changed when the article was opened anew."""
        from tui.dialogs.changes import ChangesScreen

        made = self._renewal
        if made is None or self.reading is None or made.after.id != self.reading.article.id:
            self.say("Nothing was opened anew here; R does")
            return
        self._open(ChangesScreen(made.before, made.after, made.changes))

    def show_in_place(self, made: Renewal) -> None:
        """Show what an article has become, with the same words at the top."""
        top = self.pane.top
        self.open_article(made.after)
        self.pane.show_offset(moved(made.changes, top))

    def _renew(self, made: Renewal) -> None:
        """Show the article as it is now and tell what changed in it."""
        if self.reading is None or self.reading.article is not made.before:
            return
        if made.before.text_digest == made.after.text_digest:
            self.say("Nothing has changed")
            return
        self._renewal = made
        self.show_in_place(made)
        told = summary(made.changes) or "only spaces"
        self.say(f"Opened anew. Paragraphs: {told}; D shows them")
