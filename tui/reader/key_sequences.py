"""Two keys one after the other: one opens a menu, the other is a letter of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from textual.binding import Binding, BindingType
from textual.screen import Screen

Menus = Mapping[str, tuple[str, Sequence[BindingType]]]
"""By the binding that opens it: the action that runs what is chosen, and the menu's letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """Something that a menu does.

    Attributes:
        name: the id of the letter's binding.
        keys: how the keys are shown.
        description: what it does.
        action: runs it on the screen without the menu.
    """

    name: str
    keys: str
    description: str
    action: str


def chords(screen: Screen[Any]) -> Iterator[Chord]:
    """Yield what the menus of a screen do and no key alone does, with the keys that it has now."""
    menus: Menus = getattr(screen, "MENUS", {})
    active = [each.binding for each in screen.active_bindings.values()]
    openers = {binding.id: binding for binding in active}
    by_one_key = {binding.description for binding in active}
    for opener, (action, bindings) in menus.items():
        for binding in bindings:
            if not isinstance(binding, Binding) or binding.id is None or binding.show:
                continue
            if opener not in openers or binding.description in by_one_key:
                continue
            keys = [keys_shown(screen, each)[0] for each in (openers[opener], binding)]
            yield Chord(
                name=binding.id,
                keys=" ".join(keys),
                description=binding.description,
                action=f"{action}('{binding.id.partition('.')[2]}')",
            )


def keys_shown(screen: Screen[Any], binding: Binding) -> list[str]:
    """Return the keys that a binding has now, as they are shown."""
    keys = screen.app._keymap.get(binding.id or "", binding.key)
    return [screen.app.get_key_display(replace(binding, key=key)) for key in keys.split(",")]
