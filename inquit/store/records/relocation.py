"""Finds the articles that something is written in, and moves it to another article."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from inquit.model.article import ArticleId
from inquit.store.codec import Document

if TYPE_CHECKING:
    from inquit.store.records.repository import Repository

_UNNAMED = "unnamed:"


def parse_source_place(about: str) -> tuple[str, str] | None:
    """Return article and source that the key of a note names; None where it is a name's key."""
    article_id, mark, source = about.removeprefix(_UNNAMED).rpartition("#")
    return (article_id, source) if mark and about.startswith(_UNNAMED) else None


def list_annotated_texts(store: Repository) -> Iterator[tuple[ArticleId, str]]:
    """Yield the articles that something is written in, each with the digest of its text then."""
    for bookmark in store.bookmarks():
        yield bookmark.target.article_id, bookmark.target.text_digest
    for correction in store.corrections():
        yield correction.target.article_id, correction.target.text_digest
    for item in store.stories.items():
        if item.target is not None:
            yield item.target.article_id, item.target.text_digest
    for note in store.notes():
        if (place := parse_source_place(note.about)) is not None:
            # The id of a source begins with the digest of the text that it speaks in.
            yield ArticleId(place[0]), place[1].partition(":")[0]


def relocate_document(document: Document, old: Collection[str], new: str) -> Document:
    """Return a document moved to the new id of the article that it was written in.

    Args:
        document: of a record, or of the bin; it is not changed.
        old: the ids that the article was known by.
        new: the one that it is known by now.
    """
    changed: dict[str, Any] = {}
    target, about, held = (document.get(name) for name in ("target", "about", "document"))
    if isinstance(target, dict) and target.get("article_id") in old:
        changed["target"] = {**target, "article_id": new}
    place = parse_source_place(about) if isinstance(about, str) else None
    if place is not None and place[0] in old:
        changed["about"] = f"{_UNNAMED}{new}#{place[1]}"
    articles = document.get("articles")
    if isinstance(articles, list) and not set(old).isdisjoint(map(str, articles)):
        changed["articles"] = list(dict.fromkeys(new if it in old else it for it in articles))
    if isinstance(held, dict) and (inner := relocate_document(held, old, new)) is not held:
        changed["document"] = inner
    return {**document, **changed} if changed else document
