"""Waiting for what is opened: one reads on, sees how far it is, and can call it off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from textual import work
from textual.timer import Timer
from textual.worker import Worker, get_current_worker

from inquit.errors import InputError
from inquit.model.printable import clean_line
from tui.reader.controllers.layout import Looking
from tui.services.load_task import Errand

_PATIENCE = 0.5
"""Seconds after which an opening tells of itself."""

_BETWEEN = 0.2
"""Seconds between two looks at how far it is."""

_F = TypeVar("_F")


class Waiting(Looking):
    """Finds one thing at a time in a thread; Escape ends that."""

    _opening: Worker[None] | None = None
    _errand: Errand = Errand()
    _waiting: Timer | None = None

    def on_unmount(self) -> None:
        """Wait no longer for what is being fetched."""
        self._errand.stop()

    def fetch(self, name: str, find: Callable[[Errand], _F], arrived: Callable[[_F], None]) -> None:
        """Find something in a thread; what is wrong with it is notified.

        Args:
            name: what it is called while one waits.
            find: returns it, or raises InputError; may block; tells the errand how far it is.
            arrived: takes it, unless the reader has cancelled.
        """
        self._stop_opening()
        self._errand = errand = Errand(clean_line(name))
        self._opening = self._find(partial(errand.run, find), arrived)
        self._waiting = self.set_timer(_PATIENCE, self._wait)

    def _wait(self) -> None:
        """Tell how far the opening is, again and again until it ends."""
        self.show_waiting(f"{self._errand.line()} · Esc cancels")
        self._waiting = self.set_timer(_BETWEEN, self._wait)

    def _stop_opening(self) -> None:
        """Stop the opening, where there is one; its thread ends as soon as it asks."""
        if self._opening is not None:
            self._errand.stop()
            self._opening.cancel()
        self._ended()

    @work(thread=True, exclusive=True, group="opening")
    def _find(self, find: Callable[[], _F], arrived: Callable[[_F], None]) -> None:
        worker = get_current_worker()
        try:
            found = find()
        except InputError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._not_found, worker, str(error))
        else:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._arrive, worker, found, arrived)

    def _not_found(self, worker: Worker[Any], complaint: str) -> None:
        if worker is not self._opening:
            return
        self._ended()
        self.complain(complaint)
        self.nothing_opened()

    def _arrive(self, worker: Worker[Any], found: _F, arrived: Callable[[_F], None]) -> None:
        """Hand on what was found, unless the reader cancelled while it was on its way."""
        if worker is self._opening:
            self._ended()
            arrived(found)

    def action_text(self) -> None:
        """Stop an opening; where there is none, do what Escape else does."""
        if self._opening is None:
            super().action_text()
            return
        self._stop_opening()
        self.say("Not opened")
        self.nothing_opened()

    def nothing_opened(self) -> None:
        """Go on after nothing was opened; the screen says how."""
        raise NotImplementedError

    def _ended(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._opening = self._waiting = None
        self.show_waiting("")
