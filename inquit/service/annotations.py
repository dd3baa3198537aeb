"""What the reader wrote, told in words, and where it stands in an article now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inquit.model.annotation import Note, Target
from inquit.model.article import Article, ArticleId
from inquit.store.codec import Record
from inquit.store.records.bin import Undone, describe_record
from inquit.store.records.relocation import parse_source_place

if TYPE_CHECKING:
    from inquit.store.anchors.anchoring import FoundPassage as FoundPassage

__all__ = ["Record", "Undone", "article_of", "describe_record", "locate"]


def locate(target: Target, article: Article) -> FoundPassage | None:
    """Return where a marked passage is in an article now; None where it is not found."""
    from inquit.store.anchors import anchoring

    return anchoring.locate(target, article)


def article_of(record: Record) -> ArticleId | None:
    """Return the article that a record belongs to; a note on a named source belongs to none."""
    if not isinstance(record, Note):
        return record.target.article_id
    place = parse_source_place(record.about)
    return None if place is None else ArticleId(place[0])
