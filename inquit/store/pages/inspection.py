"""Checks kept pages without changing any: whether they can be read, and how much room they take."""

from __future__ import annotations

from pathlib import Path

from inquit.store.durability.files import Disk, describe_error, list_files
from inquit.store.pages.kept_pages import DAMAGED, PAGES, SUFFIX, KeptPages
from inquit.store.pages.page_file import DamagedPageError, read_body
from inquit.store.pages.page_quota import MEGABYTE, limit, size_of


def belongs_to_pages(name: str) -> bool:
    """Tell whether a file, by its path in the data folder, is a page's or a backup of one."""
    parts = name.split("/")
    return parts[0] == PAGES or any(part.endswith(f"-{PAGES}") for part in parts[:2])


def page_problem(path: Path, disk: Disk) -> str | None:
    """Return what is wrong with a file of kept pages, or None."""
    if path.suffix != SUFFIX or DAMAGED in path.parts:
        return None
    try:
        read_body(disk.read(path))
    except OSError as error:
        return describe_error(error)
    except DamagedPageError as error:
        return f"damaged: {error}"
    return None


def summarize_pages(pages: KeptPages) -> str:
    """Return how many pages there are and how much they take, in one line."""
    homes = [path.parent for path, _ in pages.all()]
    most = limit() / MEGABYTE
    size = f"{size_of(pages) / MEGABYTE:.1f} of {most:g} MB"
    aside = len(list_files(pages.folder / DAMAGED, f"*{SUFFIX}"))
    damaged = f", {aside} set aside as damaged" if aside else ""
    return f"{len(homes)} versions of {len(set(homes))} pages, {size}{damaged}"
