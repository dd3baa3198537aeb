"""Finds what the reader's own work points at, so that no page is removed that it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inquit.errors import StoreError
from inquit.store.folders import config_dir
from inquit.store.pages.page_file import KeptPage
from inquit.store.reading_state import ReadingState
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReferences:
    """Pages and passages that the reader's work points at.

    Attributes:
        passages: id and text digest of the articles that passages are marked in.
        mentions: keys of notes and drafts that may name an article.
    """

    passages: frozenset[tuple[str, str]]
    mentions: tuple[str, ...]

    def select_needed(self, versions: Iterable[KeptPage]) -> frozenset[KeptPage]:
        """Return those of the versions of one page that something points at.

        A passage in all of a page's text has a digest that no version has; then all are needed.
        """
        versions = tuple(versions)
        address = versions[0].address if versions else ""
        wanted = {digest for article_id, digest in self.passages if article_id == address}
        known = {page.text_digest for page in versions}
        if not wanted <= known or any(address in mention for mention in self.mentions):
            return frozenset(versions)
        return frozenset(page for page in versions if page.text_digest in wanted)


def find_page_references(folder: Path) -> PageReferences:
    """Return what the bookmarks, notes, corrections, drafts and named marks point at.

    What is in the bin, could not be saved yet or cannot be read as a record counts, too.

    Raises:
        StoreError: they cannot be read for sure.
    """
    passages: set[tuple[str, str]] = set(ReadingState.open(config_dir()).marked_texts())
    mentions: list[str] = []
    with Repository.open(folder) as repository:
        if repository.recovery is not None:
            raise StoreError("what points at pages is not sure after a recovery")
        for held in _objects(list(repository.documents())):
            if "article_id" in held:
                passages.add((str(held["article_id"]), str(held.get("text_digest"))))
            mentions.append(str(held.get("about", "")))
    mentions += [draft.key for draft in Drafts.open(folder).pending()]
    return PageReferences(passages=frozenset(passages), mentions=tuple(mentions))


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Yield all JSON objects in a value."""
    inside: Iterable[object] = ()
    if isinstance(value, dict):
        yield value
        inside = value.values()
    elif isinstance(value, list):
        inside = value
    for each in inside:
        yield from _objects(each)
