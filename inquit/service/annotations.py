"""What the reader wrote, told in words, and where it stands in an article now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from inquit.model.annotation import Bookmark, Correction, Note, PlacedBookmark, Target
from inquit.model.article import Article, ArticleId
from inquit.model.correction import PlacedCorrection
from inquit.model.identity import Identity
from inquit.model.saved_search import SavedSearch
from inquit.model.span import Span
from inquit.model.story import Story, StoryItem
from inquit.service.corrections import place_corrections
from inquit.store.codec import Record
from inquit.store.records.bin import Undone, describe_record
from inquit.store.records.moved_files import find_former_ids
from inquit.store.records.relocation import list_annotated_texts, parse_source_place

if TYPE_CHECKING:
    from inquit.store.anchors.anchoring import FoundPassage as FoundPassage
    from inquit.store.reading_state import ReadingState
    from inquit.store.records.repository import Repository

__all__ = [
    "Annotations",
    "Record",
    "Undone",
    "annotations_of",
    "article_of",
    "describe_record",
    "find_place",
    "locate",
]


def locate(target: Target, article: Article) -> FoundPassage | None:
    """Return where a marked passage is in an article now; None where it is not found."""
    from inquit.store.anchors import anchoring

    return anchoring.locate(target, article)


def article_of(record: Record) -> ArticleId | None:
    """Return the article that a record belongs to; a note on a named source belongs to none."""
    match record:
        case Story() | Identity() | SavedSearch():
            return None
        case Note() | StoryItem(target=None):
            place = parse_source_place(record.about or "")
            return None if place is None else ArticleId(place[0])
        case Bookmark(target=target) | Correction(target=target) | StoryItem(target=target):
            return None if target is None else target.article_id


def find_place(target: Target, article: Article) -> Span | None:
    """Return the span of a marked passage in an article now; None where it is not found."""
    found = locate(target, article)
    return None if found is None else found.span


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
    found = locate(bookmark.target, article)
    if found is None:
        return PlacedBookmark(bookmark=bookmark, span=None)
    return PlacedBookmark(bookmark=bookmark, span=found.span, changed=not found.sure)
