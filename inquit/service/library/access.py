"""The library of one user: where it is, and its index opened, made anew where it is damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from inquit.library.settings import LibrarySettings, read_library_settings
from inquit.model.engine import AnalysisSetup
from inquit.service.analysis import USUAL_SETUP, version_of
from inquit.service.library.analyses import LibraryAnalyses
from inquit.service.pages import KeptPages
from inquit.store.folders import cache_dir, config_path, data_path

if TYPE_CHECKING:
    from sqlite3 import Connection

_T = TypeVar("_T")

_DAMAGED = "The index of the library was damaged, and is made anew from what is kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What is remembered, and where.

    Attributes:
        pages: the kept pages and texts, of which the index is made.
        cache: the folder of the index and of analyses.
        setup: what its articles are analysed with.
        settings: what is remembered.
        tell: takes a line about what had to be mended.
    """

    pages: KeptPages
    cache: Path
    setup: AnalysisSetup = USUAL_SETUP
    settings: LibrarySettings = field(default_factory=LibrarySettings)
    tell: Callable[[str], None] = lambda _: None

    @property
    def analyses(self) -> LibraryAnalyses:
        """The analyses of what is remembered."""
        return LibraryAnalyses(self.cache, self.setup)

    @property
    def engine_version(self) -> str:
        """The version of the engine whose analyses are indexed; others are outdated."""
        return version_of(self.setup.engine)

    def use(self, work: Callable[[Connection], _T]) -> _T:
        """Do some work on the index and return its result.

        Where the index turns out to be damaged, it is made anew, and the work is done again.

        Args:
            work: takes the open index.

        Raises:
            StoreError: the index cannot be opened, read or written.
        """
        from inquit.library.index.files import DamagedIndexError, opened_index, remove_index

        try:
            with opened_index(self.cache) as index:
                return work(index)
        except DamagedIndexError:
            self.tell(_DAMAGED)
            remove_index(self.cache)
            with opened_index(self.cache) as index:
                return work(index)


def user_library(
    setup: AnalysisSetup = USUAL_SETUP, tell: Callable[[str], None] = lambda _: None
) -> Library:
    """Return the library in the user's own folders; nothing is made before it is used.

    Args:
        setup: what its articles are analysed with.
        tell: takes a line about what had to be mended.
    """
    return Library(
        pages=KeptPages(data_path()),
        cache=cache_dir(),
        setup=setup,
        settings=read_library_settings(config_path()),
        tell=tell,
    )
