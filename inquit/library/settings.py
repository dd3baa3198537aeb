"""What the user's config.toml says of the library, in its table [library]."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from inquit.model.printable import printable

FILE = "config.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LibrarySettings:
    """What is remembered.

    Attributes:
        enabled: whether articles are indexed at all.
        files: whether local files and pipes are remembered as pages are.
        complaints: what in the table cannot be used, one line each.
    """

    enabled: bool = True
    files: bool = False
    complaints: tuple[str, ...] = ()


def read_library_settings(folder: Path | None) -> LibrarySettings:
    """Return the settings in a configuration folder; the usual ones for what it does not say.

    A file that is no TOML says nothing here; whoever reads the keys tells of it.

    Args:
        folder: where config.toml may be; None for no folder.
    """
    try:
        text = (folder / FILE).read_text("utf-8") if folder is not None else ""
        table = tomllib.loads(text).get("library", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return LibrarySettings()
    if not isinstance(table, dict):
        told = f"{FILE}: library must be a table, [library]"
        return LibrarySettings(complaints=(told,))
    complaints, chosen = [], {"enabled": True, "files": False}
    for name, value in table.items():
        if name not in chosen:
            complaints.append(f"{FILE}: there is no setting library.{printable(name)}")
        elif not isinstance(value, bool):
            complaints.append(f"{FILE}: library.{name} is true or false")
        else:
            chosen[name] = value
    return LibrarySettings(**chosen, complaints=tuple(complaints))
