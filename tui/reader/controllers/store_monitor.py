"""Watching the store: what was recovered, what another window wrote, what can be saved again."""

from __future__ import annotations

from textual import work

from inquit.errors import StoreError
from inquit.model.printable import clean_line
from tui.reader.controllers.annotations import Annotating
from tui.services.store_status import StoreNews, news_of

EVERY = 2.0
"""Seconds between two looks at the store."""


class Watching(Annotating):
    """Tells what happens to the store while one reads."""

    _told: frozenset[str] = frozenset()
    _looking = False

    def on_mount(self) -> None:
        """Look at the store once the article is on the screen, and from then on again and again."""
        self.call_after_refresh(self.look_at_store)
        self.set_interval(EVERY, self.look_at_store)

    @work(group="store")
    async def look_at_store(self) -> None:
        """Show what is new; one look at a time, as one may wait for another process."""
        if self._looking:
            return
        self._looking = True
        try:
            news = await self.desk.store.ask(news_of)
        except StoreError as error:
            news = StoreNews(changed=False, saved=0, lines=(str(error),))
        finally:
            self._looking = False
        self._tell_once(news.lines)
        if news.saved:
            what = "one change" if news.saved == 1 else f"{news.saved} changes"
            self.notify(f"Saved now: {what} that could not be before", markup=False)
        if news.changed or news.saved:
            await self.fetch_annotations()

    def complain(self, message: str) -> None:
        """Notify of something that went wrong, which the next look does not tell again."""
        self._told |= {message}
        super().complain(message)

    def complain_unasked(self, message: str) -> None:
        """Notify of something that went wrong, unless a look at the store has told it."""
        if message not in self._told:
            self.complain(message)

    def _tell_once(self, lines: tuple[str, ...]) -> None:
        """Tell each line once, and again only after it was no longer so."""
        for line in lines:
            if line not in self._told:
                self.notify(clean_line(line), severity="warning", markup=False, timeout=20)
        self._told = frozenset(lines)
