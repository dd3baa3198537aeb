"""Forgets an article: what is kept of it, its place in the index, its analyses, its position."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.loaders import file_id
from inquit.loaders.local_path import expand_home
from inquit.loaders.net.address import address_of, is_web
from inquit.model.article import ArticleId
from inquit.service.library.access import Library
from inquit.service.pages import KEPT
from inquit.store.pages import forgetting
from inquit.store.pages.forgetting import Forgettable
from inquit.store.reading_state import ReadingState

__all__ = ["Forgettable", "Forgotten", "find_forgettable", "forget"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten of an article: versions of its text, and analyses."""

    versions: int
    analyses: int


def find_forgettable(reference: str, library: Library) -> Forgettable:
    """Return what is kept of a page, a file's text, or a kept text by its id.

    Raises:
        InputError: the reference is an address, and none of a page.
        UnknownRecordError: nothing is kept of it.
    """
    return forgetting.find_forgettable(library.pages, _kept_as(reference))


def forget(found: Forgettable, library: Library, state: ReadingState) -> Forgotten:
    """Remove all that is kept of an article; what the reader wrote on it stays.

    The index goes last, so that what an end in between leaves is found again and can be forgotten
    again.

    Args:
        found: what is kept of it.
        library: the library.
        state: positions, and the articles that were opened last.

    Raises:
        StoreError: not all of it could be removed.
    """
    from inquit.library.index.reading import find_digest
    from inquit.library.index.writing import purge, remove_article

    digests = {page.text_digest for page in library.pages.versions(found.address)}
    if library.settings.enabled:
        # Of all the text of a page no version has the digest.
        digests |= {library.use(lambda index: find_digest(index, found.address))} - {""}
    count = sum(library.analyses.forget(digest) for digest in digests)
    state.forget(ArticleId(found.address))
    forgetting.forget(library.pages, found)
    if library.settings.enabled:
        removed = library.use(lambda index: remove_article(index, found.address))
        if removed:
            library.use(purge)
    return Forgotten(versions=found.versions, analyses=count)


def _kept_as(reference: str) -> str:
    if is_web(reference):
        return address_of(reference)
    return reference if reference.startswith(KEPT) else file_id(expand_home(reference))
