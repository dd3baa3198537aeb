"""The reader's own keys, from ``config.toml``: a table ``[keys]`` of binding ids and keys.

What cannot be used is told in one line each, and the rest still applies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key

from inquit.model.printable import printable
from inquit.service.settings import CONFIG_FILE
from tui.reader.commands.table import BY_ID, COMMANDS
from widgets.commands import LISTS_PLACE

if TYPE_CHECKING:
    from widgets.command import Command

_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
_NAMED = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS)
_NAMED |= {_character_to_key(chr(code)) for code in range(0x21, 0x7F)}
_WITH_LISTS = {each.section.place for each in COMMANDS if each.section.has_lists}
"""Where the keys of lists work beside others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keymap:
    """Keys by binding id, and what is wrong with the rest, one line each."""

    keys: Mapping[str, str]
    complaints: tuple[str, ...] = ()


def read_keymap(folder: Path | None) -> Keymap:
    """Return the keys that a configuration folder asks for.

    Args:
        folder: where config.toml may be; None for no folder.
    """
    path = folder / CONFIG_FILE if folder is not None else None
    if path is None or not path.is_file():
        return Keymap(keys={})
    try:
        wished = tomllib.loads(path.read_text("utf-8")).get("keys", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Keymap(keys={}, complaints=(f"{CONFIG_FILE}: {printable(str(error))}",))
    if not isinstance(wished, dict):
        return Keymap(keys={}, complaints=(f"{CONFIG_FILE}: keys must be a table, [keys]",))
    return checked(wished)


def checked(wished: Mapping[str, object]) -> Keymap:
    """Return what of the wished keys can be had.

    Args:
        wished: keys by the id of a command, separated by commas where there are several.
    """
    complaints: list[str] = []
    usable: dict[str, list[str]] = {}
    for name, value in wished.items():
        if name not in BY_ID:
            complaints.append(f"{CONFIG_FILE}: there is no key binding {printable(name)!r}")
        elif (keys := _keys(value)) is None:
            complaints.append(f"{CONFIG_FILE}: {name} is given no key: {printable(str(value))!r}")
        else:
            usable[name] = keys
    kept = _without_clashes(usable, complaints)
    return Keymap(
        keys={name: ",".join(keys) for name, keys in kept.items()}, complaints=tuple(complaints)
    )


def _without_clashes(
    usable: Mapping[str, list[str]], complaints: list[str]
) -> dict[str, list[str]]:
    """Leave out what would take a key that another command of the same place has."""
    taken: dict[tuple[str, str], str] = {}

    def take(command: Command, keys: Iterable[str]) -> None:
        taken.update(((place, key), command.id) for key in keys for place in places(command))

    for command in COMMANDS:
        if command.id not in usable:
            take(command, command.key_names)
    kept = {}
    for name, keys in usable.items():
        command = BY_ID[name]
        clashes = (taken.get((place, key)) for key in keys for place in places(command))
        if (clash := next(filter(None, clashes), None)) is not None:
            complaints.append(
                f"{CONFIG_FILE}: {name} would take the key of {clash}; it keeps its own"
            )
            take(command, command.key_names)
        else:
            kept[name] = keys
            take(command, keys)
    return kept


def places(command: Command) -> Collection[str]:
    """Return where the keys of a command work; in none of them two may have the same key.

    Where there are lists, a command that goes before all others may have a key of theirs.
    """
    place = command.section.place
    if place == LISTS_PLACE:
        return _WITH_LISTS
    if place in _WITH_LISTS:
        return (f"{place} first",) if command.first else (place, f"{place} first")
    return (place,)


def _keys(value: object) -> list[str] | None:
    """Return the keys that a value names as Textual does, or None where it names none."""
    if not isinstance(value, str) or not value.strip():
        return None
    keys = [_key(part.strip()) for part in value.split(",")]
    return None if None in keys else [key for key in keys if key is not None]


def _key(name: str) -> str | None:
    *modifiers, key = name.split("+") if len(name) > 1 else [name]
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    if len(key) == 1 and key.isprintable():
        key = _character_to_key(key)
    elif key not in _NAMED and "_" not in key:
        return None
    return "+".join([*modifiers, key])
