"""What was written in a file before it was moved, made the file's that is there now."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from inquit.model.article import Article, ArticleId
from inquit.service.articles import file_id
from inquit.store.pages.kept_texts import keep_text
from inquit.store.records.moved_files import former_ids

if TYPE_CHECKING:
    from inquit.store.pages.kept_pages import KeptPages
    from inquit.store.reading_state import ReadingState
    from inquit.store.records.repository import Repository


def offer(former: Collection[ArticleId]) -> str:
    """Return what tells that marks of another place are shown, and how to keep them."""
    return f"What was written in {_named(former)} is shown here; = makes it this file's"


def question(former: Collection[ArticleId]) -> tuple[str, str]:
    """Return what is asked before that is done, and what the answer leads to."""
    return (
        f"Was this {_named(former)} before?",
        "It is not there now. Its bookmarks, notes, corrections and marks become this file's.",
    )


def known_before(
    article: Article, store: Repository, state: ReadingState, old: Path | None
) -> tuple[ArticleId, ...]:
    """Return what a file was known by before it was moved, as far as anything was written then.

    Args:
        article: what is in the file now.
        store: bookmarks, notes, corrections.
        state: positions and named marks.
        old: where the user says that it was, or None to go by the text.
    """
    from inquit.store.records.relocation import texts_of

    written = [*texts_of(store), *state.texts()]
    if old is None:
        return former_ids(article, written)
    named = file_id(old)
    return (named,) if any(each == named for each, _ in written) else ()


def adopt(
    article: Article,
    former: Collection[ArticleId],
    store: Repository,
    pages: KeptPages | None,
) -> str:
    """Let all that was written in other files be in an article's, and return what was done.

    Place and named marks follow by `ReadingState.relocate`.

    Args:
        article: what is in the file now.
        former: what it was known by.
        store: bookmarks, notes, corrections.
        pages: where its text is kept, or None where nothing is.

    Raises:
        StoreError: it could not be written.
    """
    count = store.relocate(former, article.id)
    if pages is not None:
        for each in former:
            if pages.shown_whole(each):
                pages.show_whole(article.id, whole=True)
        keep_text(article, pages)
    records = "1 record is" if count == 1 else f"{count} records are"
    return f"{records} this file's now, and so are the place and the marks"


def _named(former: Collection[ArticleId]) -> str:
    first = next(iter(former), "")
    return first if len(former) == 1 else f"{first} and {len(former) - 1} other files"
