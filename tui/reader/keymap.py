"""The reader's own keys, from ``config.toml``: a table ``[keys]`` of binding ids and keys.

What cannot be used is told in one line each, and the rest still applies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key

from inquit.model.printable import printable

FILE = "config.toml"
_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
_NAMED = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS)
_SIDEBAR = ("list", "sidebar")
_DIALOGS = (
    *("visual", "hits", "marks", "find-bar"),
    *("note-editor", "bookmark-editor", "drafts"),
    *("picker", "prompt", "corrections", "correct", "opener", "links", "changes"),
    *("versions", "feeds", "confirm"),
    *("overview", "help"),
)
"""Where keys work other than in the reader, by what their bindings' names begin with."""

_WITH_LIST = ("corrections", "drafts", "feeds", "links", "overview", "versions")
"""The dialogs in which the keys of lists work beside their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keymap:
    """Keys by binding id, and what is wrong with the rest, one line each."""

    keys: Mapping[str, str]
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Usual:
    """A binding's own keys and the places where they work."""

    keys: list[str]
    places: tuple[str, ...]


def read_keymap(folder: Path | None, bindings: Iterable[Binding]) -> Keymap:
    """Return the keys that a configuration folder asks for.

    Args:
        folder: where config.toml may be; None for no folder.
        bindings: all that can be given other keys.
    """
    path = folder / FILE if folder is not None else None
    if path is None or not path.is_file():
        return Keymap(keys={})
    try:
        wished = tomllib.loads(path.read_text("utf-8")).get("keys", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Keymap(keys={}, complaints=(f"{FILE}: {printable(str(error))}",))
    if not isinstance(wished, dict):
        return Keymap(keys={}, complaints=(f"{FILE}: keys must be a table, [keys]",))
    return checked(wished, bindings)


def checked(wished: Mapping[str, object], bindings: Iterable[Binding]) -> Keymap:
    """Return what of the wished keys can be had.

    Args:
        wished: keys by binding id, separated by commas where there are several.
        bindings: all that can be given other keys.
    """
    usual: dict[str, _Usual] = {}
    for binding in Binding.make_bindings(bindings):
        if binding.id is not None:
            given = usual.setdefault(binding.id, _Usual([], _places(binding)))
            given.keys.append(binding.key)
    complaints: list[str] = []
    usable: dict[str, list[str]] = {}
    for name, value in wished.items():
        if name not in usual:
            complaints.append(f"{FILE}: there is no key binding {printable(name)!r}")
        elif (keys := _keys(value)) is None:
            complaints.append(f"{FILE}: {name} is given no key: {printable(str(value))!r}")
        else:
            usable[name] = keys
    kept = _without_clashes(usable, usual, complaints)
    return Keymap(
        keys={name: ",".join(keys) for name, keys in kept.items()}, complaints=tuple(complaints)
    )


def _without_clashes(
    usable: Mapping[str, list[str]], usual: Mapping[str, _Usual], complaints: list[str]
) -> dict[str, list[str]]:
    """Leave out what would take a key that another binding of the same place has."""
    taken: dict[tuple[str, str], str] = {}

    def take(name: str, keys: Iterable[str]) -> None:
        taken.update(((place, key), name) for key in keys for place in usual[name].places)

    for name, given in usual.items():
        if name not in usable:
            take(name, given.keys)
    kept = {}
    for name, keys in usable.items():
        places = usual[name].places
        clashes = (taken.get((place, key)) for key in keys for place in places)
        if (clash := next(filter(None, clashes), None)) is not None:
            complaints.append(f"{FILE}: {name} would take the key of {clash}; it keeps its own")
            take(name, usual[name].keys)
        else:
            kept[name] = keys
            take(name, keys)
    return kept


def _places(binding: Binding) -> tuple[str, ...]:
    """Return where the keys of a binding work; in none of them two may have the same key.

    In a dialog with a list, a binding that goes before all others may have a key of the list's.
    """
    group = (binding.id or "").partition(".")[0]
    if binding.id == "visual.begin":
        return ("reader",)
    if group == "list":
        return ("sidebar", *_WITH_LIST)
    if group in _WITH_LIST:
        return (f"{group} first",) if binding.priority else (group, f"{group} first")
    if group in _SIDEBAR:
        return ("sidebar",)
    return (group,) if group in _DIALOGS else ("reader",)


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
