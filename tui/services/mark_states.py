"""Whether marks still have their places, as lists tell it; no article is fetched for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.errors import InputError, StoreError
from inquit.model.annotation import Bookmark, BookmarkId
from inquit.model.article import Article, ArticleId
from inquit.service.annotations import locate
from inquit.service.articles import is_web
from inquit.service.pages import KEPT, kept_versions, open_marked
from tui.services.opening import SEED_PREFIX, open_article

if TYPE_CHECKING:
    from inquit.service.pages import KeptPages


class State(StrEnum):
    """What became of a bookmark or a correction."""

    HOLDS = "holds"
    CHANGED = "changed"
    """A bookmark whose passage, or what stands beside it, is not as it was."""
    TO_CHECK = "to check"
    ORPHANED = "orphaned"
    UNKNOWN = "article not at hand"


def bookmark_states(
    bookmarks: Iterable[Bookmark], pages: KeptPages | None
) -> Iterator[tuple[BookmarkId, State]]:
    """Yield what became of each bookmark; each article is opened once, and none is fetched.

    Args:
        bookmarks: the bookmarks.
        pages: where texts are kept, or None where none are.
    """
    opened = cache(article_at_hand)

    def known(article_id: str) -> Article:
        article = opened(ArticleId(article_id))
        if article is None:
            raise InputError(f"{article_id} is not at hand")
        return article

    for each in bookmarks:
        try:
            article = open_marked(each.target, pages, known)
        except (InputError, StoreError):
            yield each.id, State.UNKNOWN
        else:
            yield each.id, _state(each, article)


def article_at_hand(article_id: ArticleId) -> Article | None:
    """Return an article that can be opened without asking anybody, or None."""
    if is_web(article_id):
        known = bool(kept_versions(article_id))
    else:
        known = article_id.startswith((SEED_PREFIX, *KEPT)) or Path(article_id).is_absolute()
    try:
        return open_article(article_id) if known else None
    except InputError:
        return None


def _state(bookmark: Bookmark, article: Article) -> State:
    found = locate(bookmark.target, article)
    if found is None:
        return State.ORPHANED
    return State.HOLDS if found.sure else State.CHANGED
