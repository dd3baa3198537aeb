"""Waiting for what is opened: one reads on, sees how far it is, and can call it off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.timer import Timer
from textual.worker import Worker, get_current_worker

from inquit.errors import InputError
from inquit.model.printable import clean_line
from tui.services.load_task import LoadTask

if TYPE_CHECKING:
    from tui.reader.view import ReaderView

_PATIENCE = 0.5
"""Seconds after which an opening tells of itself."""

_BETWEEN = 0.2
"""Seconds between two looks at how far it is."""

_F = TypeVar("_F")


class Loading:
    """Loads one thing at a time in a thread; Escape ends that.

    Attributes:
        task: what is loaded, or was last.
    """

    def __init__(self, view: ReaderView, nothing_opened: Callable[[], None]) -> None:
        """Take the screen.

        Args:
            view: the screen.
            nothing_opened: goes on after nothing was opened.
        """
        self._view = view
        self._nothing_opened = nothing_opened
        self._worker: Worker[None] | None = None
        self._timer: Timer | None = None
        self.task = LoadTask()

    def load(
        self, name: str, find: Callable[[LoadTask], _F], arrived: Callable[[_F], None]
    ) -> None:
        """Find something in a thread; what is wrong with it is notified.

        Args:
            name: what it is called while one waits.
            find: returns it, or raises InputError; may block; tells the task how far it is.
            arrived: takes it, unless the reader has cancelled.
        """
        self._stop()
        self.task = task = LoadTask(clean_line(name))

        def find_in_thread() -> None:
            worker = get_current_worker()
            try:
                found = task.run(find)
            except InputError as error:
                if not worker.is_cancelled:
                    self._view.from_thread(self._fail, worker, str(error))
            else:
                if not worker.is_cancelled:
                    self._view.from_thread(self._arrive, worker, found, arrived)

        self._worker = self._view.in_thread(find_in_thread, group="opening", exclusive=True)
        self._timer = self._view.after(_PATIENCE, self._tell_progress)

    def cancel(self) -> bool:
        """Stop loading; tell whether anything was loaded."""
        if self._worker is None:
            return False
        self._stop()
        self._view.say("Not opened")
        self._nothing_opened()
        return True

    def _tell_progress(self) -> None:
        """Tell how far it is, again and again until it ends."""
        self._view.show_waiting(f"{self.task.line()} · Esc cancels")
        self._timer = self._view.after(_BETWEEN, self._tell_progress)

    def _stop(self) -> None:
        """Stop loading, where something is; its thread ends as soon as it asks."""
        if self._worker is not None:
            self.task.stop()
            self._worker.cancel()
        self._end()

    def _fail(self, worker: Worker[None], complaint: str) -> None:
        if worker is self._worker:
            self._end()
            self._view.complain(complaint)
            self._nothing_opened()

    def _arrive(self, worker: Worker[None], found: _F, arrived: Callable[[_F], None]) -> None:
        """Hand on what was found, unless the reader cancelled while it was on its way."""
        if worker is self._worker:
            self._end()
            arrived(found)

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._worker = self._timer = None
        self._view.show_waiting("")
