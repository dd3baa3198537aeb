"""The themes that inquit brings, as plain colours; a TOML file each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

_SUFFIX = ".toml"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
COLOURS = (
    *("background", "surface", "panel", "foreground", "muted"),
    *("primary", "accent", "success", "warning", "error"),
)
"""The colours that every theme names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeColours:
    """A theme; every colour is ``#rrggbb``.

    Attributes:
        name: what the reader chooses it by.
        dark: whether light text stands on a dark ground.
        sources: the colours that sources take turns in.
    """

    name: str
    dark: bool
    background: str
    surface: str
    panel: str
    foreground: str
    muted: str
    primary: str
    accent: str
    success: str
    warning: str
    error: str
    sources: tuple[str, ...]


def names() -> tuple[str, ...]:
    """Return the names of the themes, in alphabetical order."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def read(name: str) -> ThemeColours:
    """Return the theme of that name.

    Raises:
        KeyError: where there is none.
    """
    if name not in names():
        raise KeyError(name)
    return parse(name, files(__name__).joinpath(name + _SUFFIX).read_text("utf-8"))


def parse(name: str, text: str) -> ThemeColours:
    """Return the theme that a TOML file describes.

    Args:
        name: the theme's name.
        text: the file's text.

    Raises:
        ValueError: what is wrong with it, in one line.
    """
    held = tomllib.loads(text)
    for key in COLOURS:
        _require_colour(key, held.get(key))
    sources = held.get("sources")
    if not isinstance(sources, list) or not sources:
        raise ValueError("sources must be a list of colours")
    for colour in sources:
        _require_colour("sources", colour)
    if unknown := sorted(set(held) - {*COLOURS, "dark", "sources"}):
        raise ValueError(f"unknown setting {unknown[0]!r}")
    if not isinstance(held.get("dark"), bool):
        raise ValueError("dark must be true or false")
    return ThemeColours(**{**held, "name": name, "sources": tuple(sources)})


def _require_colour(key: str, value: object) -> None:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ValueError(f"{key} must be a colour like '#a0b1c2'")
