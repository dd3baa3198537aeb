"""The article opened anew: what changed in it is told, and the place in it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.model.article import Article
from tui.changes import Change, changes_between, moved, summary
from tui.opening import renew
from tui.screens.visiting import Visiting


@dataclass(frozen=True, slots=True, kw_only=True)
class _Renewal:
    before: Article
    after: Article
    changes: tuple[Change, ...]


class Refreshing(Visiting):
    """Opens the present article again; its bookmarks and corrections are anchored anew."""

    _renewal: _Renewal | None = None

    def action_refresh(self) -> None:
        """Open the article anew, as it is now."""
        reading = self.reading
        if reading is None:
            return
        article = reading.article
        if not self.can_be_opened_again(article):
            self.say("This article cannot be opened anew: it has no file and no address")
            return
        renewals: list[_Renewal] = []

        def find() -> Article:
            renew(article.id)
            after = self.desk.open_article(article.id)
            changes = changes_between(article, after)
            renewals.append(_Renewal(before=article, after=after, changes=changes))
            return after

        self.fetch(article.display_title, find, lambda _: self._renew(renewals[-1]))

    def action_changes(self) -> None:
        """Show what changed when the article was opened anew."""
        from tui.screens.changes import ChangesScreen

        made = self._renewal
        if made is None or self.reading is None or made.after.id != self.reading.article.id:
            self.say("Nothing was opened anew here; R does")
            return
        self._open(ChangesScreen(made.before, made.after, made.changes))

    def _renew(self, made: _Renewal) -> None:
        """Show the article as it is now, with the same words at the top."""
        if self.reading is None or self.reading.article is not made.before:
            return
        if made.before.text_digest == made.after.text_digest:
            self.say("Nothing has changed")
            return
        top, self._renewal = self.pane.top, made
        self.open_article(made.after)
        self.pane.show_offset(moved(made.changes, top))
        told = summary(made.changes) or "only spaces"
        self.say(f"Opened anew. Paragraphs: {told}; D shows them")
