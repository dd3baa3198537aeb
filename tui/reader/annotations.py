"""What the reader added to an article: fetched from the store, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from inquit.model.annotation import Bookmark, Note
from inquit.model.article import Article, ArticleId
from inquit.model.correction import PlacedCorrection
from inquit.service.corrections import place_corrections
from inquit.store.records.moved_files import find_former_ids
from widgets.sidebar_rows import PlacedBookmark

if TYPE_CHECKING:
    from inquit.store.reading_state import ReadingState
    from inquit.store.records.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """What there is of an article.

    Attributes:
        bookmarks: those on it, with where they are now.
        notes: all notes.
        corrections: those of it, with where they are now; oldest first.
        former: what its file was known by before it was moved, as far as anything was written then.
    """

    bookmarks: tuple[PlacedBookmark, ...]
    notes: tuple[Note, ...]
    corrections: tuple[PlacedCorrection, ...]
    former: tuple[ArticleId, ...]


def annotations_of(store: Repository, article: Article, state: ReadingState) -> Annotations:
    """Return what was written in an article, also before its file was moved.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.store.records.relocation import list_annotated_texts

    store.refresh()
    former = find_former_ids(article, chain(list_annotated_texts(store), state.marked_texts()))
    ids = (article.id, *former)
    marks = (mark for each in ids for mark in store.bookmarks(each))
    corrections = (made for each in ids for made in store.corrections(each))
    return Annotations(
        bookmarks=tuple(_placed(mark, article) for mark in marks),
        notes=store.notes(),
        corrections=place_corrections(article, sorted(corrections, key=lambda made: made.created)),
        former=former,
    )


def _placed(bookmark: Bookmark, article: Article) -> PlacedBookmark:
    from inquit.store.anchors.anchoring import locate

    found = locate(bookmark.target, article)
    if found is None:
        return PlacedBookmark(bookmark=bookmark, span=None)
    return PlacedBookmark(bookmark=bookmark, span=found.span, changed=not found.sure)
