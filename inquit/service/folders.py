"""Where the user's things are kept."""

from __future__ import annotations

from inquit.store.folders import (
    cache_dir,
    can_be_folder,
    config_dir,
    config_path,
    data_dir,
    data_path,
    runtime_dir,
)

__all__ = [
    "cache_dir",
    "config_dir",
    "config_path",
    "data_dir",
    "runtime_dir",
    "why_nothing_is_kept",
]


def why_nothing_is_kept() -> str | None:
    """Return a line where the data folder can be no folder, so that no list can be trusted."""
    if can_be_folder(folder := data_path()):
        return None
    return f"{folder} is no folder, so nothing is kept there; see INQUIT_DATA_DIR"
