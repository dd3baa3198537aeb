"""Where inquit keeps things: the folders of the platform, or those the environment names.

The variables INQUIT_DATA_DIR, INQUIT_CONFIG_DIR and INQUIT_CACHE_DIR override the platform's
folders. Nothing is created at import, only when a folder is asked for.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import platformdirs

from inquit.store.files import make_private

STORE_FILE = "inquit.json"
"""The one file that bookmarks, notes and corrections are kept in."""


def data_dir() -> Path:
    """Return the folder of what the reader wrote, created with mode 0700 where it is missing."""
    return _private("INQUIT_DATA_DIR", platformdirs.user_data_path("inquit"))


def config_dir() -> Path:
    """Return the folder of remembered choices, created with mode 0700 where it is missing."""
    return _private("INQUIT_CONFIG_DIR", platformdirs.user_config_path("inquit"))


def cache_dir() -> Path:
    """Return the folder of what can be made again, created with mode 0700 where it is missing."""
    return _private("INQUIT_CACHE_DIR", platformdirs.user_cache_path("inquit"))


def _private(variable: str, usual: Path) -> Path:
    """Return the folder; one that cannot be created is told of by the first write into it."""
    named = os.environ.get(variable)
    folder = Path(named).expanduser().absolute() if named else usual
    with contextlib.suppress(OSError):
        make_private(folder)
    return folder
