"""The user's own themes: TOML files in the configuration folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import themes
from inquit.model.printable import clean_line
from themes import ThemeColours
from themes.contrast import LEAST_CONTRAST
from themes.legibility import faintest

Stamps = Mapping[str, tuple[int, int]]
"""By file name: when it was last written, in nanoseconds, and its size in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsersThemes:
    """What the theme files hold.

    Attributes:
        themes: those that can be used, by name.
        complaints: a line for each theme that cannot be used or whose text reads badly.
        faulty: the names of those that cannot be used.
    """

    themes: Mapping[str, ThemeColours] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()
    faulty: frozenset[str] = frozenset()


def read_users_themes(folder: Path | None) -> UsersThemes:
    """Return the themes in a configuration folder.

    Args:
        folder: the configuration folder; its ``themes/*.toml`` are read.
    """
    found: dict[str, ThemeColours] = {}
    complaints, faulty = [], set()
    for path in _files(folder):
        name = clean_line(path.stem)
        try:
            found[name] = themes.parse(name, path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            faulty.add(name)
            complaints.append(f"themes/{name}.toml: {clean_line(str(error))}")
        else:
            complaints.extend(_warnings(found[name]))
    return UsersThemes(themes=found, complaints=tuple(complaints), faulty=frozenset(faulty))


def read_stamps(folder: Path | None) -> Stamps:
    """Return the stamps of the theme files; they differ once a file was written."""
    stamps = {}
    for path in _files(folder):
        try:
            status = path.stat()
        except OSError:
            continue
        stamps[path.name] = (status.st_mtime_ns, status.st_size)
    return stamps


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder / "themes").glob("*.toml")) if folder is not None else []


def _warnings(colours: ThemeColours) -> list[str]:
    pairs = faintest(colours)
    if not pairs:
        return []
    worst = pairs[0]
    more = f", and {len(pairs) - 1} more" if len(pairs) > 1 else ""
    return [
        f"themes/{colours.name}.toml: {worst.ink} on {worst.ground} reads badly: "
        f"{worst.ratio:.1f}:1, text needs {LEAST_CONTRAST}:1{more}"
    ]
