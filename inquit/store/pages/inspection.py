"""Look at kept pages without changing any: whether all can be read, and how much they take."""

from __future__ import annotations

from pathlib import Path

from inquit.store.durability.files import Disk, listed, reason
from inquit.store.pages.kept_pages import DAMAGED, PAGES, SUFFIX, KeptPages
from inquit.store.pages.page_file import DamagedPageError, body_of
from inquit.store.pages.page_quota import MEGABYTE, limit, size_of


def is_of_pages(name: str) -> bool:
    """Tell whether a file, by its path in the data folder, is a page's or a backup of one."""
    parts = name.split("/")
    return parts[0] == PAGES or any(part.endswith(f"-{PAGES}") for part in parts[:2])


def page_problem(path: Path, disk: Disk) -> str | None:
    """Return what is wrong with a file of kept pages, or None."""
    if path.suffix != SUFFIX or DAMAGED in path.parts:
        return None
    try:
        body_of(disk.read(path))
    except OSError as error:
        return reason(error)
    except DamagedPageError as error:
        return f"damaged: {error}"
    return None


def pages_described(pages: KeptPages) -> str:
    """Return how many pages there are and how much they take, in one line."""
    homes = [path.parent for path, _ in pages.all()]
    most = limit() / MEGABYTE
    size = f"{size_of(pages) / MEGABYTE:.1f} of {most:g} MB"
    aside = len(listed(pages.folder / DAMAGED, f"*{SUFFIX}"))
    damaged = f", {aside} set aside as damaged" if aside else ""
    return f"{len(homes)} versions of {len(set(homes))} pages, {size}{damaged}"
