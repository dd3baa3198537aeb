"""Collects garbage in the pauses between keys, so that no key has to wait for it.

A full collection goes through all objects that are not frozen; with a long article that takes as
long as drawing a screen.
"""

from __future__ import annotations

import gc
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

PAUSE = 1.0
"""Seconds without a key after which there is time for a full collection."""

_RARELY = 1000
"""Partial collections before Python starts a full one by itself; 10 by default."""


def postpone_collections() -> None:
    """Look for no garbage while the reader is imported and drawn: none of that is any."""
    gc.disable()


def resume_collections() -> None:
    """Look for garbage again."""
    gc.enable()


def make_full_collections_rare() -> None:
    """Let Python start a full collection by itself only where keys never pause."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _RARELY)


class GcScheduler:
    """Runs one full collection a while after the last of some keys."""

    def __init__(self, app: App[Any]) -> None:
        """Take the app, whose timers are used."""
        self._app = app
        self._typed_at = 0.0
        self._waiting = False

    def note_key(self) -> None:
        """Remember that a key has just come."""
        self._typed_at = monotonic()
        if not self._waiting:
            self._waiting = True
            self._app.set_timer(PAUSE, self._collect)

    def _collect(self) -> None:
        """Collect, or wait for the end of the pause where a key has come meanwhile."""
        left = self._typed_at + PAUSE - monotonic()
        if left > 0:
            self._app.set_timer(left, self._collect)
            return
        self._waiting = False
        gc.collect()
