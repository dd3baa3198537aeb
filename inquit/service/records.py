"""The user's bookmarks, notes and corrections: opened, made, changed.

Importing this imports TinyDB; what is asked before the article is drawn does without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain

from inquit.errors import InputError, UnknownRecordError
from inquit.model.annotation import Bookmark, Correction, Note, NoteId
from inquit.model.article import Article
from inquit.service.pages import user_pages
from inquit.store.anchors.anchoring import occurrences
from inquit.store.folders import data_dir, data_path
from inquit.store.pages.kept_texts import keep_text
from inquit.store.records.bin import Removed, Undone
from inquit.store.records.moved_files import find_former_ids
from inquit.store.records.record_factory import (
    change_body,
    new_bookmark,
    new_correction,
    new_note,
    new_search,
)
from inquit.store.records.repository import Repository
from inquit.store.records.window_drafts import Annotation, KeptDrafts, LeftDraft

__all__ = [
    "Annotation",
    "KeptDrafts",
    "LeftDraft",
    "Removed",
    "Repository",
    "Undone",
    "add_bookmark",
    "corrections_by_article",
    "new_bookmark",
    "new_correction",
    "new_note",
    "new_search",
    "open_drafts",
    "open_store",
    "rewrite_note",
    "tags_in_use",
]


def open_store(*, make: bool = True) -> Repository:
    """Open the user's store.

    Args:
        make: whether its folder is made where there is none.

    Raises:
        StoreError: the store cannot be read.
    """
    return Repository.open(data_dir() if make else data_path())


def open_drafts() -> KeptDrafts:
    """Open what is being typed in this window, and what ended windows left."""
    return KeptDrafts(data_dir())


def bookmark_words(
    article: Article, exact: str, *, label: str, comment: str, tags: tuple[str, ...] = ()
) -> tuple[Bookmark, int]:
    """Return a new bookmark on the first place where an article has some words.

    Args:
        article: the article.
        exact: the words, as they stand in it.
        label: what the bookmark is called.
        comment: what is said of it.
        tags: its tags.

    Returns:
        The bookmark, and how many places have the words.

    Raises:
        InputError: the article does not have them.
    """
    places = occurrences(article.text, exact)
    if not places:
        raise InputError(f"the article does not have these words: {exact[:80]}")
    made = new_bookmark(article, places[0], label=label, comment=comment, tags=tags)
    return made, len(places)


def add_bookmark(store: Repository, article: Article, bookmark: Bookmark) -> str | None:
    """Keep an article's text, and then a bookmark in it.

    Returns:
        What was removed to make room for the text, in one line, or None.

    Raises:
        StoreError: one of them could not be kept.
    """
    told = keep_text(article, user_pages())
    store.add_bookmark(bookmark)
    return told


def tags_in_use(store: Repository) -> tuple[str, ...]:
    """Return the tags of bookmarks and notes, those first that most have.

    Raises:
        StoreError: the store cannot be read.
    """
    held = [each.tags for each in store.bookmarks()] + [each.tags for each in store.notes()]
    return tuple(tag for tag, _ in Counter(chain.from_iterable(held)).most_common())


def rewrite_note(store: Repository, note_id: NoteId, text: str) -> None:
    """Put a new text in a note.

    Raises:
        StoreError: it could not be written.
        UnknownRecordError: there is no such note.
    """

    def edit(note: Note | None) -> Note:
        if note is None:
            raise UnknownRecordError(f"There is no note with the id {note_id}")
        return change_body(note, text)

    store.edit_note(note_id, edit)


def corrections_by_article(store: Repository) -> Callable[[Article], tuple[Correction, ...]]:
    """Return what tells the corrections of an article, oldest first.

    Those that were made before its file was moved are among them.

    Raises:
        StoreError: the store cannot be read.
    """
    held = store.corrections()
    texts = [(each.target.article_id, each.target.text_digest) for each in held]

    def of(article: Article) -> tuple[Correction, ...]:
        ids = (article.id, *find_former_ids(article, texts))
        return tuple(each for each in held if each.target.article_id in ids)

    return of
