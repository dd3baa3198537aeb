"""The user's own store, for commands; importing this opens nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inquit.model.printable import printable

if TYPE_CHECKING:
    from inquit.model.annotation import Correction
    from inquit.model.article import Article
    from inquit.service.feeds import Subscriptions
    from inquit.service.records import Repository


@contextmanager
def user_store() -> Iterator[Repository]:
    """Open the user's store, made where there is none; what was recovered is told.

    Raises:
        StoreError: the store cannot be read.
    """
    with opened_store() as repository:
        yield repository


@contextmanager
def user_feeds() -> Iterator[Subscriptions]:
    """Open the feeds that the user follows; what was recovered is told.

    Raises:
        StoreError: they cannot be read.
    """
    from inquit.service.feeds import open_feeds

    with open_feeds() as feeds:
        tell(feeds.recovery)
        yield feeds
        tell(feeds.warning)


def tell_of_no_folder() -> None:
    """Say where the data folder is none, so that an empty list is not taken for all there is."""
    from inquit.service.folders import why_nothing_is_kept

    tell(why_nothing_is_kept())


@contextmanager
def opened_store(*, make: bool = True) -> Iterator[Repository]:
    """Open the user's store, made only where that is wanted; what was recovered is told.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.service.records import open_store

    with open_store(make=make) as repository:
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
    from inquit.service.records import corrections_by_article

    with opened_store(make=False) as store:
        return corrections_by_article(store)
