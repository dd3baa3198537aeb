"""Watching the store: what was recovered, what another window wrote, what can be saved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.errors import StoreError
from tui.services.store_status import StoreStatus, check_store

if TYPE_CHECKING:
    from tui.reader.controllers.annotations import Annotations
    from tui.reader.view import ReaderView

EVERY = 2.0
"""Seconds between two looks at the store."""


class StoreMonitor:
    """Tells what happens to the store while one reads."""

    def __init__(self, view: ReaderView, annotations: Annotations) -> None:
        """Take the screen and what fetches what another window wrote."""
        self._view = view
        self._annotations = annotations
        self._looking = False

    def look(self) -> None:
        """Look at the store and show what is new."""
        self._view.work(self._look(), group="store")

    async def _look(self) -> None:
        """Take one look at a time, as one may wait for another process."""
        if self._looking:
            return
        self._looking = True
        try:
            news = await self._view.services.store.ask(check_store)
        except StoreError as error:
            news = StoreStatus(changed=False, saved=0, lines=(str(error),))
        finally:
            self._looking = False
        self._view.warn_once(news.lines)
        if news.saved:
            what = "one change" if news.saved == 1 else f"{news.saved} changes"
            self._view.notify(f"Saved now: {what} that could not be before")
        if news.changed or news.saved:
            await self._annotations.fetch()
