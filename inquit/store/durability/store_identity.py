"""Says which store a file outside the store's folder belongs to, even after a move.

It says where the store was: as a path, as seen from the file's own folder, and as seen from the
home folder. Only where nothing is at that path any more do the others count: a copy of a store
does not take what belongs to the original.
"""

from __future__ import annotations

import os
from pathlib import Path


def describe_place(store: Path, folder: Path) -> dict[str, str]:
    """Return as plain values where a store is, for a file in a folder; both are resolved."""
    place = {"path": str(store)}
    for name, start in _starts(folder).items():
        try:
            place[name] = os.path.relpath(store, start)
        except ValueError:
            continue  # on another drive, which Windows has
    return place


def is_at_place(place: object, folder: Path, store: Path) -> bool:
    """Tell whether what `describe_place` returned is where a store is now.

    Args:
        place: the plain values.
        folder: the folder that the file is in now.
        store: the store's resolved path.
    """
    if not isinstance(place, dict) or not all(isinstance(value, str) for value in place.values()):
        return False
    path = Path(str(place.get("path")))
    if path == store:
        return True
    if _is_there(path):
        return False
    starts = _starts(folder).items()
    return any(
        Path(os.path.normpath(start / place[name])) == store
        for name, start in starts
        if name in place
    )


def _starts(folder: Path) -> dict[str, Path]:
    starts = {"from_folder": folder.resolve()}
    try:
        starts["from_home"] = Path.home().resolve()
    except RuntimeError:
        return starts
    return starts


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
