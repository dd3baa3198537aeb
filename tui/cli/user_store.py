"""The user's own store, for commands; importing this opens nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.model.printable import printable

if TYPE_CHECKING:
    from inquit.model.annotation import Correction
    from inquit.model.article import Article
    from inquit.store.records.repository import Repository
    from inquit.store.records.subscriptions import Subscriptions


@contextmanager
def user_store() -> Iterator[Repository]:
    """Open the user's store, made where there is none; what was recovered is told.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.store.folders import data_dir

    with _opened(data_dir()) as repository:
        yield repository


@contextmanager
def user_feeds() -> Iterator[Subscriptions]:
    """Open the feeds that the user follows; what was recovered is told.

    Raises:
        StoreError: they cannot be read.
    """
    from inquit.store.folders import data_dir
    from inquit.store.records.subscriptions import Subscriptions

    with Subscriptions(data_dir()) as feeds:
        tell(feeds.recovery)
        yield feeds
        tell(feeds.warning)


def tell_of_no_folder() -> None:
    """Say where the data folder is none, so that an empty list is not taken for all there is."""
    from inquit.store.folders import can_be_folder, data_place

    if not can_be_folder(folder := data_place()):
        tell(f"{folder} is no folder, so nothing is kept there; see INQUIT_DATA_DIR")


@contextmanager
def _opened(folder: Path) -> Iterator[Repository]:
    from inquit.store.records.repository import Repository

    with Repository.open(folder) as repository:
        tell(repository.recovery)
        yield repository
        tell(repository.warning)


def tell(line: str | None) -> None:
    """Write a line on standard error, where there is one to tell."""
    if line and sys.stderr is not None:
        sys.stderr.write(f"inquit: {printable(line)}\n")


def corrections_of_articles() -> Callable[[Article], tuple[Correction, ...]]:
    """Return what tells the corrections of an article, oldest first; nothing is made for it.

    Those that were made before its file was moved are among them.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.store.folders import data_place
    from inquit.store.records.moved_files import former_ids

    with _opened(data_place()) as store:
        held = store.corrections()
    texts = [(each.target.article_id, each.target.text_digest) for each in held]

    def of(article: Article) -> tuple[Correction, ...]:
        ids = (article.id, *former_ids(article, texts))
        return tuple(each for each in held if each.target.article_id in ids)

    return of
