"""What the reader wrote, as far as it shows in the library; a picture of one moment."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inquit.model.annotation import Bookmark, Correction, Note
from inquit.model.article import Article
from inquit.model.folding import fold_text
from inquit.model.identity import Identity
from inquit.model.saved_search import SavedSearch

if TYPE_CHECKING:
    from inquit.store.records.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWork:
    """Corrections, notes, bookmarks, who is who, and saved searches.

    Attributes:
        corrections: all corrections, oldest first.
        corrections_of: returns those of an article.
        notes: all notes.
        bookmarks: all bookmarks.
        identities: what the reader said of who is who, oldest first.
        searches: the saved searches.
    """

    corrections: tuple[Correction, ...] = ()
    corrections_of: Callable[[Article], tuple[Correction, ...]] = lambda _: ()
    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    identities: tuple[Identity, ...] = ()
    searches: tuple[SavedSearch, ...] = ()


def searches_called(name: str, searches: Iterable[SavedSearch]) -> tuple[SavedSearch, ...]:
    """Return the searches that were saved under a name, however that is typed.

    The last of them took the place of the others.
    """
    wanted = fold_text(name)
    return tuple(each for each in searches if fold_text(each.name) == wanted)


def take_own_work(store: Repository) -> OwnWork:
    """Return what the reader wrote, as it is now.

    Raises:
        StoreError: the store cannot be read.
    """
    from inquit.service.records import corrections_by_article

    return OwnWork(
        corrections=store.corrections(),
        corrections_of=corrections_by_article(store),
        notes=store.notes(),
        bookmarks=store.bookmarks(),
        identities=store.identities(),
        searches=store.searches(),
    )


def digest_corrections(corrections: Iterable[Correction]) -> str:
    """Return a digest by which a change of corrections shows; empty for none."""
    said = [(each.id, each.action, each.values, each.target) for each in corrections]
    return hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest() if said else ""
