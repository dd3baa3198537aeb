"""Backs the store up on request, and restores a backup."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inquit.errors import StoreError, StoreWriteError, UnknownRecordError
from inquit.store.codec import SCHEMA_VERSION
from inquit.store.durability.backups import keep_copy
from inquit.store.durability.file_layout import (
    FILE_TABLE,
    DamagedError,
    StoreContents,
    parse,
    salvage,
)
from inquit.store.durability.files import Disk, describe_error, make_private
from inquit.store.durability.json_text import read_json
from inquit.store.durability.migrations import migrate
from inquit.store.durability.second_copies import BACKUPS
from inquit.store.durability.storage import FileStorage
from inquit.store.folders import STORE_FILE
from inquit.store.inspection import problem_of
from inquit.store.pages.backup import back_up_pages, restore_pages
from inquit.store.pages.kept_pages import PAGES, KeptPages
from inquit.store.records.feed_codec import SUBSCRIPTIONS
from inquit.store.records.subscriptions import FEEDS

_STAMP = "inquit-%Y%m%dT%H%M%S.%fZ-0-kept"


def back_up(folder: Path, *, disk: Disk | None = None) -> tuple[Path, ...]:
    """Keep copies of a folder's store, feeds and pages that are never thinned out.

    Returns:
        What was made: the store's copy first; those of feeds and pages have names like it.

    Raises:
        UnknownRecordError: where there is nothing yet.
        StoreError: where a copy cannot be made.
    """
    disk = disk or Disk()
    pages = KeptPages(folder, disk=disk)
    stores = [path for path in (folder / STORE_FILE, folder / FEEDS / STORE_FILE) if _is_kept(path)]
    if not stores and not _is_kept(pages.folder):
        raise UnknownRecordError(f"There is no store in {folder} yet")
    made = {path.parent: FileStorage(path, disk=disk).keep_backup() for path in stores}
    name = made[folder].stem if folder in made else datetime.now(UTC).strftime(_STAMP)
    beside = folder / BACKUPS / name
    try:
        make_private(folder)
        make_private(beside.parent)
        if folder / FEEDS in made:
            made[folder / FEEDS] = _copy(disk, made[folder / FEEDS], f"{beside}-{FEEDS}.json")
        target = Path(f"{beside}-{PAGES}")
        count = back_up_pages(pages, target, disk)
    except OSError as error:
        raise StoreWriteError(f"No backup could be made: {describe_error(error)}") from error
    return (*made.values(), *([target] if count else []))


def restore(folder: Path, backup: str, *, disk: Disk | None = None) -> str:
    """Make a folder's store what a backup holds; what it held before is backed up first.

    With a store's copy go those of feeds and pages that were made with it. Pages are only added.

    Args:
        folder: the store's folder.
        backup: a file's path, or its name among the backups or the files set aside as damaged.
        disk: the file operations used.

    Returns:
        What was restored, in one line.

    Raises:
        UnknownRecordError: where there is no such backup or it is from a newer inquit.
        StoreError: where it cannot be read or the store cannot be written.
    """
    disk = disk or Disk()
    path = _find(folder, backup)
    if path.is_dir():
        return _restore_pages(folder, path, disk)
    lines = [_restore_store(folder, path, disk)]
    feeds, pages = (path.with_name(f"{path.stem}-{end}") for end in (f"{FEEDS}.json", PAGES))
    if feeds.is_file():
        lines.append(_restore_store(folder, feeds, disk))
    if pages.is_dir():
        lines.append(_restore_pages(folder, pages, disk))
    return "; ".join(lines)


def forget_backups(folder: Path, *, disk: Disk | None = None) -> int:
    """Remove all backups of a folder's store and feeds but one of what is there now.

    What was set aside as damaged goes, too; copies of pages stay.

    Returns:
        How many files were removed.

    Raises:
        StoreError: where that fails.
    """
    stores = (folder / STORE_FILE, folder / FEEDS / STORE_FILE)
    return sum(FileStorage(path, disk=disk).forget_backups() for path in stores)


def _restore_store(folder: Path, path: Path, disk: Disk) -> str:
    contents, doubt = _read(path, disk)
    if contents.schema_version > SCHEMA_VERSION:
        raise UnknownRecordError(f"{path.name} was written by a newer inquit")
    of_feeds = SUBSCRIPTIONS in contents.tables or path.name.endswith(f"-{FEEDS}.json")
    of_feeds = of_feeds or path.is_relative_to(folder / FEEDS)
    target = folder / FEEDS / STORE_FILE if of_feeds else folder / STORE_FILE
    storage = FileStorage(target, disk=disk)
    if target.exists():
        storage.keep_backup()
    tables = migrate(contents.tables, contents.schema_version)
    storage.write(tables)
    held = [(name, document) for name, table in tables.items() for document in table.values()]
    bad = sum(problem_of(name, document) is not None for name, document in held)
    what = "records of feeds" if of_feeds else "records"
    message = f"{len(held)} {what} were restored from {path.name}{doubt}"
    return (
        f"{message}; {bad} of them cannot be read, 'inquit store check' names them"
        if bad
        else message
    )


def _restore_pages(folder: Path, path: Path, disk: Disk) -> str:
    try:
        count = restore_pages(path, KeptPages(folder, disk=disk), disk)
    except OSError as error:
        raise StoreWriteError(f"The pages cannot be put back: {describe_error(error)}") from error
    return f"{count} files of pages were put back"


def _is_kept(path: Path) -> bool:
    """Tell whether there is something to back up; raise StoreError where that cannot be seen."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {describe_error(error)}") from error
    return True


def _copy(disk: Disk, source: Path, target: str) -> Path:
    keep_copy(disk, source, Path(target))
    return Path(target)


def _find(folder: Path, backup: str) -> Path:
    homes = [home / name for home in (folder, folder / FEEDS) for name in (BACKUPS, "damaged")]
    for path in (*(home / backup for home in homes), Path(backup)):
        is_pages = path.is_dir() and path.name.endswith(f"-{PAGES}")
        if path.is_file() or is_pages:
            return path
    raise UnknownRecordError(f"There is no backup {backup}")


def _read(path: Path, disk: Disk) -> tuple[StoreContents, str]:
    try:
        data = disk.read(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {describe_error(error)}") from error
    try:
        return parse(data), ""
    except DamagedError:
        tables, lost = salvage(data)
    if not any(tables.values()):
        raise UnknownRecordError(f"{path.name} holds nothing that reads as a record")
    version = _version(data)
    doubt = "; its digest does not fit"
    if lost:
        doubt += f"; {lost} cannot be read and {'is' if lost == 1 else 'are'} only in that file"
    return StoreContents(schema_version=version, tables=tables), doubt


def _version(data: bytes) -> int:
    """Return the schema that a damaged file says it has, or else the present one."""
    try:
        head = read_json(data.split(b"\n")[0].rstrip(b", ") + b"}")
        version = head[FILE_TABLE]["1"]["schema_version"]
    except (ValueError, KeyError, TypeError):
        return SCHEMA_VERSION
    known = isinstance(version, int) and 1 <= version <= SCHEMA_VERSION
    return version if known else SCHEMA_VERSION
