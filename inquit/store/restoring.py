"""Back the store up by hand, and go back to a backup."""

from __future__ import annotations

import json
from pathlib import Path

from inquit.errors import StoreError, UnknownRecordError
from inquit.store.codec import SCHEMA_VERSION
from inquit.store.files import Disk, reason
from inquit.store.folders import STORE_FILE
from inquit.store.layout import FILE_TABLE, Contents, DamagedError, parse, salvage
from inquit.store.migrations import migrate
from inquit.store.storage import BACKUPS, FileStorage


def back_up(folder: Path, *, disk: Disk | None = None) -> Path:
    """Keep a copy of a folder's store that is never thinned out, and return its path.

    Raises:
        UnknownRecordError: where there is no store yet.
        StoreError: where the copy cannot be made.
    """
    if not (folder / STORE_FILE).exists():
        raise UnknownRecordError(f"There is no store in {folder} yet")
    return FileStorage(folder / STORE_FILE, disk=disk).keep_backup()


def restore(folder: Path, backup: str, *, disk: Disk | None = None) -> str:
    """Make a folder's store what a backup holds; what it held before is backed up first.

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
    path = _found(folder, backup)
    contents, doubt = _read(path, disk)
    if contents.schema_version > SCHEMA_VERSION:
        raise UnknownRecordError(f"{path.name} was written by a newer inquit")
    storage = FileStorage(folder / STORE_FILE, disk=disk)
    if (folder / STORE_FILE).exists():
        storage.keep_backup()
    storage.write(migrate(contents.tables, contents.schema_version))
    count = sum(map(len, contents.tables.values()))
    return f"{count} records were restored from {path.name}{doubt}"


def _found(folder: Path, backup: str) -> Path:
    for path in (folder / BACKUPS / backup, folder / "damaged" / backup, Path(backup)):
        if path.is_file():
            return path
    raise UnknownRecordError(f"There is no backup {backup}")


def _read(path: Path, disk: Disk) -> tuple[Contents, str]:
    try:
        data = disk.read(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {reason(error)}") from error
    try:
        return parse(data), ""
    except DamagedError:
        tables = salvage(data)
    if not tables:
        raise UnknownRecordError(f"{path.name} holds nothing that reads as a record")
    version = _version(data)
    return Contents(schema_version=version, tables=tables), "; its digest does not fit"


def _version(data: bytes) -> int:
    """Return the schema that a damaged file says it has, or else the present one."""
    try:
        head = json.loads(data.split(b"\n")[0].rstrip(b", ") + b"}")
        version = int(head[FILE_TABLE]["1"]["schema_version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return SCHEMA_VERSION
    return version if 1 <= version <= SCHEMA_VERSION else SCHEMA_VERSION
