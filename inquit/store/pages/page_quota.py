"""Limits how much room kept pages take, and removes what is too much."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inquit.errors import StoreWriteError
from inquit.store.durability.files import (
    Disk,
    describe_error,
    list_files,
    make_private,
    write_whole,
)
from inquit.store.folders import config_dir
from inquit.store.pages.kept_pages import DAMAGED, KeptPages
from inquit.store.pages.page_file import KeptPage
from inquit.store.pages.page_references import PageReferences, find_page_references

MEGABYTE = 1_000_000
DEFAULT_LIMIT = 500 * MEGABYTE
_SETTING = "pages.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVersion:
    """A version on the disk: its bytes, whether the reader's work points at it, or a backup."""

    path: Path
    page: KeptPage
    size: int
    needed: bool
    backed_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was removed.

    Attributes:
        removed: the versions.
        freed: the bytes that they and damaged ones took.
        size: the bytes that are left.
        backed_up: how many of the versions a backup still holds, so that they take room there.
    """

    removed: tuple[KeptPage, ...]
    freed: int
    size: int
    backed_up: int = 0

    def describe(self) -> str:
        """Return this in one line."""
        freed = f"{self.freed / MEGABYTE:.1f} MB"
        if not self.removed:
            return f"{freed} of damaged pages were removed" if self.freed else "nothing was removed"
        dates = sorted(page.fetched[:10] for page in self.removed)
        which = f"of {dates[0]}" if dates[0] == dates[-1] else f"of {dates[0]} to {dates[-1]}"
        held = f"; backups still hold {self.backed_up} of them" if self.backed_up else ""
        return f"{len(self.removed)} kept versions of pages {which} were removed, {freed}{held}"


def limit() -> int:
    """Return the bytes that kept pages may take in all."""
    try:
        held = json.loads(Disk().read(config_dir() / _SETTING))["limit"]
    except (OSError, ValueError, KeyError, TypeError):
        return DEFAULT_LIMIT
    return held if isinstance(held, int) and held >= 0 else DEFAULT_LIMIT


def set_limit(size: int) -> None:
    """Remember the bytes that kept pages may take in all.

    Raises:
        StoreWriteError: it could not be written.
    """
    try:
        make_private(config_dir())
        write_whole(Disk(), config_dir() / _SETTING, [json.dumps({"limit": size}).encode()])
    except OSError as error:
        raise StoreWriteError(f"The limit was not kept: {describe_error(error)}") from error


def size_of(pages: KeptPages) -> int:
    """Return the bytes that kept pages take, with those set aside as damaged."""
    return sum(size for _, size in _files(pages.folder))


def make_room(pages: KeptPages, spared: KeptPage | None = None) -> Pruned | None:
    """Remove what is too much; None where nothing is.

    Args:
        pages: the kept pages.
        spared: a version that stays whatever its age.

    Raises:
        StoreError: what the reader's work points at cannot be read; nothing is removed then.
    """
    if size_of(pages) <= limit():
        return None
    # A little more than needed, so that not every page has to make room.
    return prune(pages, limit() * 9 // 10, spared)


def prune(pages: KeptPages, size: int, spared: KeptPage | None = None) -> Pruned:
    """Remove the oldest versions until the rest is no larger than size; raises as `make_room`.

    What a bookmark, a note or a correction points at stays, however large that is. Versions that
    were set aside as damaged go first.
    """
    kept = survey(pages, find_page_references(pages.folder.parent))
    now = before = size_of(pages)
    for path, bytes_there in _files(pages.folder / DAMAGED):
        if now > size and _remove(path):
            now -= bytes_there
    removed, backed_up = [], 0
    for each in sorted(kept, key=lambda each: (each.page.fetched, each.page.number)):
        if now <= size:
            break
        if not each.needed and each.page != spared and _remove(each.path):
            now -= each.size
            removed.append(each.page)
            backed_up += each.backed_up
    _tidy(pages.folder)
    return Pruned(
        removed=tuple(removed), freed=before - now, size=size_of(pages), backed_up=backed_up
    )


def survey(pages: KeptPages, references: PageReferences) -> tuple[KeptVersion, ...]:
    """Return all versions that are kept, page by page."""
    homes: dict[Path, list[tuple[Path, KeptPage]]] = {}
    for path, page in pages.all():
        homes.setdefault(path.parent, []).append((path, page))
    found = []
    for versions in homes.values():
        needed = references.select_needed(page for _, page in versions)
        for path, page in versions:
            with suppress(OSError):
                found.append(_kept(path, page, needed=page in needed))
    return tuple(found)


def _kept(path: Path, page: KeptPage, *, needed: bool) -> KeptVersion:
    status = path.lstat()
    # A copy of a page is another name of its file.
    backed_up = status.st_nlink > 1
    return KeptVersion(
        path=path, page=page, size=status.st_size, needed=needed, backed_up=backed_up
    )


def _files(folder: Path) -> Iterator[tuple[Path, int]]:
    for path in list_files(folder, "**/*"):
        with suppress(OSError):
            if not path.is_dir():
                yield path, path.lstat().st_size


def _remove(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _tidy(folder: Path) -> None:
    """Remove what is left of pages that have no version any more."""
    for home in list_files(folder, "*/"):
        with suppress(OSError):
            # A folder that still says how to show the page is not empty, and stays.
            home.rmdir()
