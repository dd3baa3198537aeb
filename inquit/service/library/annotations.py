"""Places what the reader wrote in the index, for searches that ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inquit.library.index.annotations import (
    AnnotatedSource,
    Annotations,
    MarkedPassage,
    touched_quotes,
)
from inquit.library.index.reading import fetch_text, find_article
from inquit.model.article import article_of
from inquit.model.folding import fold_text
from inquit.model.span import Span
from inquit.service.library.own_work import OwnWork

if TYPE_CHECKING:
    from sqlite3 import Connection

    from inquit.model.annotation import Bookmark, Target


def place_annotations(index: Connection, own: OwnWork) -> Annotations:
    """Return the sources with notes, and the bookmarks whose passages the index still has."""
    placed = (_place(index, each) for each in own.bookmarks)
    return Annotations(
        sources=tuple(AnnotatedSource(key=each.about, tags=_fold(each.tags)) for each in own.notes),
        passages=tuple(each for each in placed if each is not None),
    )


def _place(index: Connection, bookmark: Bookmark) -> MarkedPassage | None:
    target = bookmark.target
    article = find_article(index, target.article_id, target.text_digest)
    if article is None:
        return None
    same_text = article.text_digest == target.text_digest
    span = _position(target) if same_text else _find_again(index, article.number, target)
    if span is None:
        return None
    return MarkedPassage(
        article=article.number,
        span=span,
        quotes=touched_quotes(index, article.number, span),
        tags=_fold(bookmark.tags),
        has_comment=bool(bookmark.comment.strip()),
    )


def _position(target: Target) -> Span:
    return Span(target.position.start, target.position.end)


def _find_again(index: Connection, number: int, target: Target) -> Span | None:
    from inquit.store.anchors.anchoring import find

    article = article_of(fetch_text(index, number), article_id=target.article_id)
    return find(target, article)


def _fold(tags: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_text, tags))
