"""Key bindings with an id each, by which the reader can give them other keys."""

from __future__ import annotations

from textual.binding import Binding


def hidden(keys: str, action: str, description: str, binding_id: str) -> Binding:
    """Return a binding that the footer leaves out; help and the command palette show it.

    Args:
        keys: the keys, separated by commas.
        action: what Textual runs.
        description: what it does, for help and palette.
        binding_id: its name in the configuration.
    """
    return Binding(keys, action, description, show=False, id=binding_id)
