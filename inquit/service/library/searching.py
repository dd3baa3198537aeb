"""Searching what is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inquit.errors import InputError
from inquit.library.index.annotations import Annotations
from inquit.library.index.parsing import parse_query
from inquit.library.index.query import Query
from inquit.library.index.results import ArticleHits, Hit, SearchResults, Snippet
from inquit.library.index.searching import SearchLimits, search
from inquit.service.library.access import Library
from inquit.service.library.annotations import place_annotations
from inquit.service.library.own_work import OwnWork

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = [
    "ArticleHits",
    "Found",
    "Hit",
    "Query",
    "SearchLimits",
    "SearchResults",
    "Snippet",
    "search_library",
]

_OFF = "The library is switched off: config.toml has [library] enabled = false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found, and what of it was not understood."""

    results: SearchResults
    query: Query


def search_library(
    library: Library,
    typed: str,
    own: OwnWork,
    limits: SearchLimits = SearchLimits(),  # noqa: B008 - it is frozen
) -> Found:
    """Return what a search finds in the index as it is.

    Args:
        library: the library.
        typed: the search as the reader typed it.
        own: what the reader wrote, for notes, bookmarks and tags.
        limits: how much is wanted, and in which order.

    Raises:
        InputError: the library is switched off.
        StoreError: the index cannot be read.
    """
    require_enabled(library)
    query = parse_query(typed, datetime.now(UTC).astimezone().date())

    def run(index: Connection) -> SearchResults:
        asked = query.concerns_annotations
        annotations = place_annotations(index, own) if asked else Annotations()
        return search(
            index, query, engine=library.engine_version, annotations=annotations, limits=limits
        )

    return Found(results=library.use(run), query=query)


def require_enabled(library: Library) -> None:
    """Refuse what needs the library where it is switched off.

    Raises:
        InputError: it is switched off.
    """
    if not library.settings.enabled:
        raise InputError(_OFF)
