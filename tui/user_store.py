"""The user's own store, for commands; importing this opens nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inquit.model.printable import printable

if TYPE_CHECKING:
    from inquit.model.annotation import Correction
    from inquit.model.article import ArticleId
    from inquit.store.repository import Repository


@contextmanager
def user_store() -> Iterator[Repository]:
    """Open the user's store; what had to be recovered is told on standard error.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.store.folders import data_dir
    from inquit.store.repository import Repository

    with Repository.open(data_dir()) as repository:
        tell(repository.recovery)
        yield repository
        tell(repository.warning)


def tell(line: str | None) -> None:
    """Write a line on standard error, where there is one to tell."""
    if line and sys.stderr is not None:
        sys.stderr.write(f"inquit: {printable(line)}\n")


def corrections_by_article() -> dict[ArticleId, tuple[Correction, ...]]:
    """Return all corrections by the article they are of, oldest first.

    Raises:
        StoreError: the store cannot be read.
    """
    found: dict[ArticleId, tuple[Correction, ...]] = {}
    with user_store() as store:
        for correction in store.corrections():
            article_id = correction.target.article_id
            found[article_id] = (*found.get(article_id, ()), correction)
    return found
