"""Analyses what this engine has not analysed yet, while nobody types and nothing else is."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from inquit.errors import InquitError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from inquit.model.article import Article
    from inquit.model.quotation import Analysis
    from inquit.service.library.access import Library
    from inquit.service.library.own_work import OwnWork
    from tui.reader.view import ReaderView

EVERY = 10.0
"""Seconds between two looks at whether there is time for it."""

IDLE = 30.0
"""Seconds without a key after which nobody types."""


class LibraryUpkeep:
    """Takes one article after the other, and lets go as soon as a key is pressed."""

    def __init__(self, view: ReaderView) -> None:
        """Take the screen."""
        self._view = view
        self._pressed_at = monotonic()
        self._tried: set[str] = set()
        self._running = False
        self._over = False

    def note_key(self) -> None:
        """Keep in mind that a key was pressed: what the reader does goes before."""
        self._pressed_at = monotonic()

    def look(self) -> None:
        """Analyse some articles, if there is time for it and any is left."""
        executor = self._view.services.library
        if executor is None or self._running or self._over or not self._is_idle():
            return
        self._running = True
        self._view.work(self._run(), group="library-upkeep")

    def _is_idle(self) -> bool:
        reading = self._view.reading if self._view.is_open else None
        is_analysing = reading is not None and reading.analysed is not None
        return monotonic() - self._pressed_at >= IDLE and not is_analysing

    async def _run(self) -> None:
        from inquit.service.library.own_work import take_own_work

        executor = self._view.services.library
        try:
            if executor is not None:
                own = await self._view.services.store.ask(take_own_work)
                self._over = not await executor.write(lambda library: self._work_on(library, own))
        except InquitError:
            # Nobody asked for it; what is wrong shows where somebody searches or analyses.
            self._over = True
        finally:
            self._running = False

    def _work_on(self, library: Library, own: OwnWork) -> bool:
        """Analyse articles as long as that is wanted; tell whether any may be left."""
        from inquit.service.library.catching_up import list_waiting

        if not library.settings.enabled:
            return False
        waiting = library.use(lambda index: list_waiting(library, index))
        homes = [home for home in waiting if home not in self._tried]
        for home in homes:
            if not self._wanted():
                break
            done = library.use(partial(self._analyse_home, library, own, home))
            if done or self._wanted():
                # What cannot be analysed is not tried again and again.
                self._tried.add(home)
        return bool(homes)

    def _analyse_home(self, library: Library, own: OwnWork, home: str, index: Connection) -> bool:
        from inquit.service.library.catching_up import analyse_home

        return analyse_home(library, index, own, home, self._analyse)

    def _wanted(self) -> bool:
        executor = self._view.services.library
        return executor is not None and executor.wanted and self._is_idle()

    def _analyse(self, article: Article) -> Analysis | None:
        from inquit.service.library.analyses import analysis_of

        library = self._view.services.library
        batches = tuple(self._view.services.analyst.batches(article, self._wanted))
        whole = bool(batches) and batches[-1].done >= batches[-1].total and self._wanted()
        if library is None or not whole:
            return None
        return analysis_of(article, batches, library.library().setup)
