"""The folders that inquit keeps things in: the platform's, or those the environment names.

The variables INQUIT_DATA_DIR, INQUIT_CONFIG_DIR, INQUIT_CACHE_DIR and INQUIT_RUNTIME_DIR override
the platform's folders. Nothing is created at import, only when a folder is asked for.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

import platformdirs

from inquit.store.durability.files import FOLDER_MODE, make_private

STORE_FILE = "inquit.json"
"""The one file that bookmarks, notes and corrections are kept in."""


def data_dir() -> Path:
    """Return the folder of what the reader wrote, created with mode 0700 where it is missing."""
    return _create(data_path())


def data_path() -> Path:
    """Return the folder of what the reader wrote, whether it is there or not."""
    return _from_environment("INQUIT_DATA_DIR") or platformdirs.user_data_path("inquit")


def config_dir() -> Path:
    """Return the folder of remembered choices, created with mode 0700 where it is missing."""
    return _create(config_path())


def config_path() -> Path:
    """Return the folder of remembered choices, whether it is there or not."""
    return _from_environment("INQUIT_CONFIG_DIR") or platformdirs.user_config_path("inquit")


def cache_dir() -> Path:
    """Return the folder of what can be made again, created with mode 0700 where it is missing."""
    return _create(_cache())


def runtime_dir() -> Path | None:
    """Return the folder of what lasts until the user logs out, created where it is missing.

    None where there is none that is the user's own and closed to everybody else.
    """
    named = _from_environment("INQUIT_RUNTIME_DIR")
    if named is None and (system := _system_runtime_dir()) is not None and _is_private(system):
        named = system / "inquit"
    if named is None:
        return None
    with contextlib.suppress(OSError):
        named.mkdir(FOLDER_MODE)
    return named if _is_private(named) else None


def default_rescue_folders() -> tuple[Path, ...]:
    """Return the folders that unsaved work is kept in when the store's own cannot be written.

    The first that works is used: beside the configuration, beside the cache, else among the
    system's temporary files. None of them is created here.
    """
    user = os.getuid() if hasattr(os, "getuid") else "user"
    temporary = Path(tempfile.gettempdir()) / f"inquit-{user}"
    return config_path() / "rescue", _cache() / "rescue", temporary


def _cache() -> Path:
    return _from_environment("INQUIT_CACHE_DIR") or platformdirs.user_cache_path("inquit")


def _system_runtime_dir() -> Path | None:
    """Return the folder that the system has for what runs, unchecked."""
    # platformdirs guesses on, and warns on the terminal, where the variable is not set.
    if sys.platform == "darwin" or "XDG_RUNTIME_DIR" in os.environ:
        return platformdirs.user_runtime_path()
    return None


def _is_private(folder: Path) -> bool:
    """Tell whether a folder, not a link to one, is the user's and nobody else gets into it."""
    if not hasattr(os, "getuid"):
        return False
    try:
        status = folder.lstat()
    except OSError:
        return False
    mine = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    return mine and stat.S_IMODE(status.st_mode) == FOLDER_MODE


def _from_environment(variable: str) -> Path | None:
    named = os.environ.get(variable)
    return Path(named).expanduser().absolute() if named else None


def can_be_folder(path: Path) -> bool:
    """Tell whether a path is a folder, or could be made one; it is none below a file."""
    there = next((each for each in (path, *path.parents) if each.exists()), None)
    return there is None or there.is_dir()


def _create(folder: Path) -> Path:
    """Return the folder, created; where that fails, the first write into it will say so."""
    with contextlib.suppress(OSError):
        make_private(folder)
    return folder
