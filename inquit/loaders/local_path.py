"""Paths as people write them: with `~`, pasted, or naming nothing at all."""

from __future__ import annotations

import os
from pathlib import Path


def expand_home(reference: str) -> Path:
    """Return the path that a reference names.

    Args:
        reference: as it was written; `~` and `~user` before the first slash stand for a home
            folder. Where there is no such user it is a name like any other, as in `~$report.txt`.
    """
    # Path.expanduser raises where there is no such user; opening the file tells it better.
    return Path(os.path.expanduser(reference))  # noqa: PTH111


def reference_to(path: Path) -> str:
    """Return the reference that names a path whatever its name begins with: `~`, `-`, `seed:`."""
    return str(path) if path.is_absolute() else f"./{path}"


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder; a name that no file system takes names none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file; a path that leads nowhere does not."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
