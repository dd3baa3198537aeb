"""What the library has, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from inquit.service.library.access import Library
from inquit.service.library.catching_up import list_waiting
from inquit.store.pages.inspection import summarize_pages
from inquit.store.pages.page_quota import MEGABYTE


def describe_library(library: Library) -> Iterator[str]:
    """Yield what is remembered, how much of it is analysed, and what it takes, a line each."""
    from inquit.library.index.files import size_of_index
    from inquit.library.index.reading import count_rows

    articles, quotes, sources = library.use(count_rows)
    waiting = library.use(lambda index: list_waiting(library, index))
    yield f"{articles} articles, {quotes} quotes, {sources} credited sources in them"
    if waiting:
        yield (
            f"{len(waiting)} articles are not analysed by this engine yet; that is done while the "
            "reader is idle, or by 'inquit library rebuild'"
        )
    size = size_of_index(library.cache) / MEGABYTE
    each = f", {size * 1000 / articles:.0f} kB an article" if articles else ""
    yield f"index: {size:.1f} MB{each}"
    yield f"kept: {summarize_pages(library.pages)}"
    files = "remembered too" if library.settings.files else "remembered only when written in"
    yield f"local files and pipes: {files}"


def remove_index(library: Library) -> None:
    """Remove the index, to be made anew from what is kept.

    Raises:
        StoreError: it cannot be removed.
    """
    from inquit.library.index import files

    files.remove_index(library.cache)
