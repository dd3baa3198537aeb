"""The user's own store, for commands; importing this opens nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.model.printable import printable

if TYPE_CHECKING:
    from inquit.model.annotation import Correction
    from inquit.model.article import ArticleId
    from inquit.store.repository import Repository
    from inquit.store.subscriptions import Subscriptions


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
    from inquit.store.subscriptions import Subscriptions

    with Subscriptions(data_dir()) as feeds:
        tell(feeds.recovery)
        yield feeds
        tell(feeds.warning)


@contextmanager
def _opened(folder: Path) -> Iterator[Repository]:
    from inquit.store.repository import Repository

    with Repository.open(folder) as repository:
        tell(repository.recovery)
        yield repository
        tell(repository.warning)


def tell(line: str | None) -> None:
    """Write a line on standard error, where there is one to tell."""
    if line and sys.stderr is not None:
        sys.stderr.write(f"inquit: {printable(line)}\n")


def corrections_by_article() -> dict[ArticleId, tuple[Correction, ...]]:
    """Return all corrections by the article they are of, oldest first; nothing is made for it.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.store.folders import data_place

    found: dict[ArticleId, tuple[Correction, ...]] = {}
    with _opened(data_place()) as store:
        for correction in store.corrections():
            article_id = correction.target.article_id
            found[article_id] = (*found.get(article_id, ()), correction)
    return found
