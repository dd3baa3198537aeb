"""What is remembered of articles, also from before a file was moved."""

from __future__ import annotations

from inquit.model.annotation import Target
from inquit.model.article import Article, ArticleId
from inquit.store.folders import config_dir
from inquit.store.reading_state import ReadingState, Recent
from inquit.store.records.moved_files import find_former_ids

__all__ = [
    "ReadingState",
    "Recent",
    "keep_named_mark",
    "last_position",
    "named_marks",
    "user_state",
]


def user_state() -> ReadingState:
    """Return the positions and preferences in the user's configuration folder."""
    return ReadingState.open(config_dir())


def last_position(article: Article, state: ReadingState) -> int:
    """Return where one last was in an article, in code points, or 0."""
    places = (state.position(each) for each in _ids(article, state))
    return next((place for place in places if place is not None), 0)


def named_marks(article: Article, state: ReadingState) -> dict[str, Target]:
    """Return the named marks in an article; of two with one letter, the one made since."""
    found: dict[str, Target] = {}
    for each in reversed(_ids(article, state)):
        found |= state.marks(each)
    return found


def keep_named_mark(
    article: Article, letter: str, target: Target | None, state: ReadingState
) -> None:
    """Remember a named mark in the place of those with its letter that `named_marks` returns.

    Args:
        article: the article.
        letter: the mark's name.
        target: the passage that it is on; None forgets it.
        state: where it is remembered.

    Raises:
        StoreWriteError: it could not be written.
    """
    for each in _ids(article, state)[1:]:
        if letter in state.marks(each):
            state.keep_mark(each, letter, None)
    state.keep_mark(article.id, letter, target)


def _ids(article: Article, state: ReadingState) -> tuple[ArticleId, ...]:
    return article.id, *find_former_ids(article, state.texts())
