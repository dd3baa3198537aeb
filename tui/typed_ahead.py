"""Keys that were typed before the field was there that they are meant for."""

from __future__ import annotations

from textual import events
from textual.app import App
from textual.widgets import Input, TextArea


class TypedAhead(App[int], inherit_bindings=False):
    """Gives a field the letters that come to the app while the field has the focus.

    A field keeps what is typed into it to itself. A letter that comes here all the same was on its
    way when the key before it opened the field, and would else be taken for a command.
    """

    def on_key(self, event: events.Key) -> None:
        """Put a letter where it belongs, before any binding takes it."""
        field, letter = self.focused, event.character
        if letter is None or not event.is_printable:
            return
        if isinstance(field, Input):
            field.insert_text_at_cursor(letter)
        elif isinstance(field, TextArea) and not field.read_only:
            field.insert(letter)
        else:
            return
        event.stop()
        event.prevent_default()
