"""Handles keys and pastes one by one, so that each goes where the ones before it led.

Textual sends a key to whatever has the focus when it arrives. Keys that are typed faster than the
program draws would miss the dialog that the first one opens, and be taken for commands.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message import Message
from textual.widgets import Input

from tui.reader.input_gate import GatedScreen

_PATIENCE = 0.5
"""Seconds after which a key counts as handled even if no `Done` came: its widget may be gone."""

LONGEST_LINE = 4096
"""Characters that a one-line field takes from a paste: as many as the longest path has."""


class KeysInOrder(App[int], inherit_bindings=False):
    """Passes on a key once the one before is handled and the screen takes keys."""

    class Done(Message):
        """Follows a key through the message queue; when it arrives, the key is handled."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """Take whether to keep the terminal's own colours, as Textual does."""
        super().__init__(ansi_color=ansi_color)
        self._held: deque[events.Key | events.Paste] = deque()
        self._under_way_since: float | None = None

    async def on_event(self, event: events.Event) -> None:
        """Queue keys and pastes."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._held.append(_intended(event))
        await self._go_on()

    async def on_keys_in_order_done(self, message: Done) -> None:
        """Pass on the next key, unless what this one led to is still on its way."""
        message.stop()
        if self._more_to_come() and self._follow():
            return
        self._under_way_since = None
        await self._go_on()

    async def on_gated_screen_ready(self, message: GatedScreen.Ready) -> None:
        """Pass on the keys that the screen did not take before."""
        message.stop()
        await self._go_on()

    async def _go_on(self) -> None:
        while self._held and self._free() and self._screen_takes_keys():
            self._under_way_since = monotonic()
            event = self._held.popleft()
            if isinstance(event, events.Paste) and isinstance(self.focused, Input):
                event = self._fitting(event, self.focused)
            await super().on_event(event)
            if not self._follow():
                self._under_way_since = None
        if self._held and self._under_way_since is not None:
            self.set_timer(_PATIENCE, self._go_on)

    def _follow(self) -> bool:
        """Send a `Done` after all that is on its way; tell whether there is anybody to send it."""
        return (self.focused or self.screen).post_message(self.Done())

    def _more_to_come(self) -> bool:
        """Tell whether a message waits at what has the focus, or at what is around it.

        Return in a field, for one, becomes a message of the field, then one of what holds it.
        """
        return (
            bool(self.screen_stack)
            and not self._free()
            and any(
                node.message_queue_size
                for node in (self.focused or self.screen).ancestors_with_self
                if node is not self
            )
        )

    def _fitting(self, paste: events.Paste, field: Input) -> events.Paste:
        """Return the part of a paste that fits into a line; longer lines slow down every key."""
        room = max(0, LONGEST_LINE - len(field.value))
        if len(paste.text) <= room:
            return paste
        self.notify(f"A line takes {LONGEST_LINE:,} characters; the rest is left out", markup=False)
        return events.Paste(paste.text[:room])

    def _free(self) -> bool:
        since = self._under_way_since
        return since is None or monotonic() - since >= _PATIENCE

    def _screen_takes_keys(self) -> bool:
        if not self.screen_stack:  # the app is ending
            return False
        screen = self.screen
        return not isinstance(screen, GatedScreen) or screen.takes_keys


def _intended(key: events.Key | events.Paste) -> events.Key | events.Paste:
    """Return the event that the user meant.

    A field would insert the letter of a key that is pressed with Alt. Return that is pressed before
    the program controls the terminal arrives as a line feed.
    """
    if isinstance(key, events.Paste):
        return key
    if key.key.startswith("alt+"):
        return events.Key(key.key, None)
    return events.Key("enter", "\r") if key.key == "ctrl+j" else key
