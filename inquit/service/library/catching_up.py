"""Brings the index up to what is kept, and to what the reader wrote since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from inquit.library.kept_articles import load_kept
from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.service.corrections import set_right
from inquit.service.library.access import Library
from inquit.service.library.own_work import OwnWork, digest_corrections

if TYPE_CHECKING:
    from sqlite3 import Connection

    from inquit.library.index.entries import IndexEntry

_AT_ONCE = 20
"""Articles that are put into the index in one transaction."""

_CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """What was done: articles that were put into the index, and such as were taken out of it."""

    put: int = 0
    removed: int = 0


def catch_up(
    library: Library,
    index: Connection,
    own: OwnWork,
    *,
    wanted: Callable[[], bool] = lambda: True,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> CaughtUp:
    """Put into the index what was kept or corrected since it was last brought up to date.

    It takes the analyses that there are, and makes none. What it has done by the time it is
    stopped stays done.

    Args:
        library: the library.
        index: its open index.
        own: what the reader wrote.
        wanted: asked between articles whether to go on.
        progress: told how many of how many are done.

    Raises:
        StoreError: the index cannot be written.
    """
    from inquit.library.index.reading import list_homes, read_value
    from inquit.library.index.writing import note_homes, note_value, put_entries, remove_homes

    present, known = library.pages.homes(), list_homes(index)
    removed = remove_homes(index, gone) if (gone := known.keys() - present.keys()) else 0
    digest = digest_corrections(own.corrections)
    corrected = _corrected(index, own) if digest != read_value(index, _CORRECTIONS) else ()
    changed = [home for home, seen in present.items() if known.get(home) != seen]
    homes = iter(dict.fromkeys((*changed, *(home for home in corrected if home in present))))
    total, done, put = len(changed) + len(corrected), 0, 0
    while (some := list(islice(homes, _AT_ONCE))) and wanted():
        entries = [entry for home in some if (entry := entry_of(library, own, home, present[home]))]
        put_entries(index, entries)
        # What cannot be read is not looked at again before it changes.
        note_homes(index, ((home, present[home]) for home in some))
        put, done = put + len(entries), done + len(some)
        progress(done, total)
    if not some:
        note_value(index, _CORRECTIONS, digest)
    return CaughtUp(put=put, removed=removed)


def entry_of(library: Library, own: OwnWork, home: str, seen: int) -> IndexEntry | None:
    """Return what the index is to have of a kept page; None where it cannot be read.

    Args:
        library: the library.
        own: what the reader wrote.
        home: the name of the page's folder.
        seen: when that changed last, in nanoseconds.
    """
    from inquit.library.index.entries import IndexEntry

    kept = load_kept(home, library.pages)
    if kept is None:
        return None
    article = kept.article
    analysis = library.analyses.get(article)
    corrections = own.corrections_of(article)
    if analysis is not None and corrections:
        analysis = set_right(article, analysis, corrections)
    return IndexEntry(
        article=article,
        analysis=analysis,
        remembered=kept.kept,
        home=home,
        home_seen=seen,
        corrections=digest_corrections(corrections),
    )


def analyse_outdated(
    library: Library,
    index: Connection,
    own: OwnWork,
    analyse: Callable[[Article], Analysis | None],
    *,
    wanted: Callable[[], bool] = lambda: True,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> int:
    """Analyse what this engine has not analysed yet, and return how many articles that were.

    Args:
        library: the library.
        index: its open index.
        own: what the reader wrote.
        analyse: returns the analysis of an article, or None where that is not wanted any more.
        wanted: asked between articles whether to go on.
        progress: told how many of how many are done.

    Raises:
        ModelError: the model is missing or cannot be used.
        StoreError: the index cannot be written.
    """
    homes = list_waiting(library, index)
    count = 0
    for done, home in enumerate(homes):
        if not wanted():
            break
        progress(done, len(homes))
        count += analyse_home(library, index, own, home, analyse)
    return count


def list_waiting(library: Library, index: Connection) -> tuple[str, ...]:
    """Return the folders of the articles that this engine has not analysed yet."""
    from inquit.library.index.reading import list_outdated

    return list_outdated(index, library.engine_version, library.setup.model)


def analyse_home(
    library: Library,
    index: Connection,
    own: OwnWork,
    home: str,
    analyse: Callable[[Article], Analysis | None],
) -> bool:
    """Analyse a kept page and put it into the index; tell whether that was done."""
    from inquit.library.index.writing import put_entries

    seen = library.pages.changed_at(home)
    kept = load_kept(home, library.pages)
    if kept is None:
        return False
    if library.analyses.get(kept.article) is None:
        analysis = analyse(kept.article)
        if analysis is None:
            return False
        if library.analyses.get(kept.article) is None:
            library.analyses.put(kept.article, analysis)
    entry = entry_of(library, own, home, seen)
    put_entries(index, [entry] if entry is not None else [])
    return entry is not None


def _corrected(index: Connection, own: OwnWork) -> tuple[str, ...]:
    """Return the folders of articles whose corrections may be others than when they were put in."""
    from inquit.library.index.reading import list_corrected

    ids = {each.target.article_id for each in own.corrections}
    digests = {each.target.text_digest for each in own.corrections}
    return list_corrected(index, ids, digests)
