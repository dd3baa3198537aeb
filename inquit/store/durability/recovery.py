"""Puts together again what a damaged or missing file held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from inquit.store.codec import SCHEMA_VERSION
from inquit.store.durability.backups import Backups, keep_copy
from inquit.store.durability.file_layout import StoreContents, Tables, salvage
from inquit.store.durability.files import Disk, make_private
from inquit.store.durability.journal import Journal
from inquit.store.durability.migrations import migrate
from inquit.store.durability.write_days import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What could be put together, and of what, in words."""

    tables: Tables
    generation: int
    origin: str
    days: Days

    @property
    def count(self) -> int:
        """How many records there are, those in the bin among them."""
        return sum(len(table) for table in self.tables.values())


def rebuild(damaged: bytes, backups: Backups, journal: Journal, memory: StoreContents) -> Rebuilt:
    """Return the store from its newest good backup and what was written since.

    Args:
        damaged: what is left of the file; used where there is no good backup.
        backups: the dated copies.
        journal: the changes of the last writes.
        memory: what this process last read or wrote; used where it is newer than all else.
    """
    base, origin = _newest(backups)
    days = memory.days if base is None else max(base.days, memory.days, key=_count)
    if base is None:
        tables, _ = salvage(damaged)
        generation, origin = 0, "what was readable in the file" if tables else "no backup"
    else:
        tables, generation = migrate(base.tables, base.schema_version), base.generation
    latest = journal.replay(tables, generation)
    if latest > generation:
        origin += " and what was written since"
    if memory.generation > latest:
        tables, latest, origin = memory.tables, memory.generation, "memory"
    return Rebuilt(tables=tables, generation=latest, origin=origin, days=days)


def set_aside(disk: Disk, file: Path) -> Path:
    """Keep a damaged file, or what stands in its place, under a dated name; return that.

    One that was set aside before, by a write that then failed, is not set aside again.

    Raises:
        OSError: where that fails.
    """
    folder = file.parent / "damaged"
    make_private(folder)
    if (known := _find_copy(disk, file, folder)) is not None:
        return known
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    path = folder / f"{file.stem}-{moment}{file.suffix}"
    if file.is_dir():
        disk.replace(file, path)
    else:
        keep_copy(disk, file, path)
    return path


def _find_copy(disk: Disk, file: Path, folder: Path) -> Path | None:
    """Return the copy of a file in a folder, or None."""
    if not file.is_file() or file.is_symlink():
        return None
    data = disk.read(file)
    for path in sorted(folder.glob(f"{file.stem}-*{file.suffix}")):
        if path.is_file() and path.stat().st_size == len(data) and disk.read(path) == data:
            return path
    return None


def forget_damaged(disk: Disk, file: Path) -> int:
    """Remove for good what was set aside of a file, and return how many files that were.

    Raises:
        OSError: where one cannot be removed.
    """
    aside = [path for path in (file.parent / "damaged").glob("*") if path.is_file()]
    for path in aside:
        disk.remove(path)
    return len(aside)


def _count(days: Days) -> int:
    return days.count


def _newest(backups: Backups) -> tuple[StoreContents | None, str]:
    for backup, contents in backups.good():
        if contents.schema_version <= SCHEMA_VERSION:
            return contents, f"the backup of {backup.made:%Y-%m-%d %H:%M:%S} UTC"
    return None, ""
