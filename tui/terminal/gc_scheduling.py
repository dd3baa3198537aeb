"""Garbage is looked for between keys, not under the fingers.

A full search goes through all that is not frozen; with a long article that takes as long as
drawing a screen.
"""

from __future__ import annotations

import gc
from time import monotonic

from textual import events
from textual.app import App

PAUSE = 1.0
"""Seconds without a key after which there is time to search."""

_RARELY = 1000
"""How many times more seldom a full search comes by itself than a partial one; usually 10."""


def search_rarely() -> None:
    """Let full searches for garbage come by themselves only where keys never pause."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _RARELY)


class TidyBetweenKeys(App[int], inherit_bindings=False):
    """Searches for garbage once, a while after the last of some keys."""

    _typed_at = 0.0
    _to_tidy = False

    async def on_event(self, event: events.Event) -> None:
        """Keep in mind when a key came."""
        if isinstance(event, events.Key):
            self._typed_at = monotonic()
            if not self._to_tidy:
                self._to_tidy = True
                self.set_timer(PAUSE, self._tidy)
        await super().on_event(event)

    def _tidy(self) -> None:
        """Search, or wait for the end of the pause where a key has come meanwhile."""
        left = self._typed_at + PAUSE - monotonic()
        if left > 0:
            self.set_timer(left, self._tidy)
            return
        self._to_tidy = False
        gc.collect()
