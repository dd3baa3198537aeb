"""Forgets a kept page: all its versions, and every address that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inquit.errors import StoreError, StoreWriteError, UnknownRecordError
from inquit.model.annotation import Bookmark, Correction, Note
from inquit.model.identity import Identity
from inquit.model.saved_search import SavedSearch
from inquit.model.story import Story, StoryItem
from inquit.store.codec import Record
from inquit.store.durability.files import Disk, describe_error, is_there, list_files
from inquit.store.durability.lock import StoreLock
from inquit.store.durability.second_copies import BACKUPS
from inquit.store.pages.kept_pages import DAMAGED, PAGES, SUFFIX, KeptPages
from inquit.store.pages.page_paths import page_name
from inquit.store.records.bin import describe_record
from inquit.store.records.drafts import Drafts
from inquit.store.records.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgettable:
    """What is kept of a page.

    Attributes:
        address: what it is known by.
        files: its versions, also those that were set aside as damaged, and its settings.
        names: the files of other addresses that lead to it.
        pointing: what of the reader's own points at it, in a few words each.
        copies: the backups that hold copies of it.
    """

    address: str
    files: tuple[Path, ...]
    names: tuple[Path, ...]
    pointing: tuple[str, ...]
    copies: tuple[Path, ...]

    @property
    def versions(self) -> int:
        """How many versions there are."""
        return sum(path.suffix == SUFFIX for path in self.files)


def find_forgettable(pages: KeptPages, address: str) -> Forgettable:
    """Return what is kept of the page that an address leads to.

    Args:
        pages: the kept pages.
        address: one by which it is known.

    Raises:
        UnknownRecordError: nothing is kept of it.
        StoreError: what points at it cannot be read.
    """
    home = pages.home(address)
    newest = pages.newest(address)
    files = (*list_files(home, "*"), *list_files(pages.folder / DAMAGED, f"{home.name}-*"))
    known_as = address if newest is None else newest.address
    names = tuple(_names(pages, home))
    if not files and not names:
        raise UnknownRecordError(f"No page is kept of {address}")
    stems = {home.name, *(path.stem for path in names)}
    folder = pages.folder.parent
    copies = (path.parent for path in list_files(folder / BACKUPS, f"*-{PAGES}/{home.name}"))
    return Forgettable(
        address=known_as,
        files=files,
        names=names,
        pointing=tuple(_describe_references(folder, known_as, stems)),
        copies=tuple(copies),
    )


def forget(pages: KeptPages, found: Forgettable, *, disk: Disk | None = None) -> None:
    """Remove what is kept of a page; what the reader wrote and what backups hold stays.

    Raises:
        StoreError: not all of it could be removed.
    """
    disk = disk or Disk()
    home = pages.home(found.address)
    try:
        with StoreLock(pages.folder, disk=disk).hold():
            # The names first: one that leads nowhere would hide a page that is fetched anew.
            for path in (*found.names, *found.files):
                if is_there(path):
                    disk.remove(path)
            if is_there(home):
                home.rmdir()
    except OSError as error:
        raise StoreWriteError(
            f"Not all of the page could be forgotten: {describe_error(error)}"
        ) from error


def _names(pages: KeptPages, home: Path) -> Iterator[Path]:
    """Yield the files of the addresses that lead to a page."""
    for path in list_files(pages.folder, "*.name"):
        try:
            named = path.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            raise StoreError(
                f"What leads to the page cannot be read: {describe_error(error)}"
            ) from error
        if page_name(named) == home.name:
            yield path


def _describe_references(folder: Path, address: str, stems: set[str]) -> Iterator[str]:
    """Yield in words what points at a page: records, what is in the bin, and drafts."""
    with Repository.open(folder) as repository:
        own: Iterable[Record] = (
            *repository.bookmarks(), *repository.corrections(), *repository.notes(),
            *repository.stories.items(),
            *repository.identities(),
        )  # fmt: skip
        yield from (describe_record(record) for record in own if _refers_to(record, address, stems))
        for removed in repository.removed():
            if _refers_to(removed.record, address, stems):
                yield f"{describe_record(removed.record)}, in the bin"
    for draft in Drafts.open(folder).pending():
        if address in draft.key:
            yield f"draft of {draft.kept.date().isoformat()}"


def _refers_to(record: Record, address: str, stems: set[str]) -> bool:
    """Tell whether a record is of an article that is known by one of a page's names."""
    match record:
        case Note():
            return address in record.about
        case Story() | SavedSearch():
            return False
        case Identity():
            return any(page_name(each) in stems for each in record.articles)
        case StoryItem():
            held = record.target
            own = held is not None and page_name(held.article_id) in stems
            return own or address in (record.about or "")
        case Bookmark() | Correction():
            return page_name(record.target.article_id) in stems
