"""Copies of the kept pages: second names of the files, which are never written again."""

from __future__ import annotations

from pathlib import Path

from inquit.store.durability.backups import keep_copy
from inquit.store.durability.files import Disk, make_private
from inquit.store.pages.kept_pages import DAMAGED, KeptPages


def back_up_pages(pages: KeptPages, target: Path, disk: Disk) -> int:
    """Keep all pages in a new folder and return how many files that are.

    Raises:
        OSError: where that fails.
    """
    return _copy(pages.folder, target, disk)


def restore_pages(source: Path, pages: KeptPages, disk: Disk) -> int:
    """Restore the pages of a backup that are missing, and return how many files that is.

    Those that are there are newer or the same, and stay.

    Raises:
        OSError: where that fails.
    """
    make_private(pages.folder.parent)
    return _copy(source, pages.folder, disk)


def _copy(source: Path, target: Path, disk: Disk) -> int:
    count = 0
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        passing = path.name == "lock" or path.name.startswith(".") or DAMAGED in path.parts
        if path.is_symlink() or not path.is_file() or passing or place.exists():
            continue
        make_private(target)
        make_private(place.parent)
        keep_copy(disk, path, place)
        count += 1
    return count
