"""What was written in a file before it was moved, made the file's that is there now."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from inquit.loaders import file_id
from inquit.model.article import Article, ArticleId
from inquit.store.pages.kept_pages import KeptPages
from inquit.store.pages.kept_texts import keep_text
from inquit.store.reading_state import ReadingState
from inquit.store.records.moved_files import find_former_ids
from inquit.store.records.relocation import list_annotated_texts
from inquit.store.records.repository import Repository


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
    written = [*list_annotated_texts(store), *state.texts()]
    if old is None:
        return find_former_ids(article, written)
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
            if pages.shows_whole(each):
                pages.show_whole(article.id, whole=True)
        keep_text(article, pages)
    records = "1 record is" if count == 1 else f"{count} records are"
    return f"{records} this file's now, and so are the place and the marks"
