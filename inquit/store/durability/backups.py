"""Dated copies of the store's file: the last ten writes, then one an hour, a day and a week.

Every write replaces the file by a new one, so a copy of the old one costs no more than a second
name for it. The copies carry the digest that the file itself carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inquit.store.durability.file_layout import DamagedError, StoreContents, parse
from inquit.store.durability.file_signature import read_first_line
from inquit.store.durability.files import Disk, make_private, write_whole

LAST = 10
"""The newest copies, of which all are kept."""

HOURS, DAYS, WEEKS = 24, 7, 8
"""How many hours, days and weeks back one copy of each is kept."""

_NAME = re.compile(r"inquit-(\d{8}T\d{6}\.\d{6})Z-(\d+)(-kept|-before-schema-\d+)?\.json")
_TIME = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Backup:
    """One copy; for_good where it is exempt from thinning."""

    generation: int
    made: datetime
    path: Path
    for_good: bool


class Backups:
    """The copies in one folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self.spare = folder / ".spare"
        """A copy that is not wanted any more: the next write turns it into the new file."""

    def keep(self, file: Path, generation: int, *, suffix: str = "") -> Path:
        """Keep what a file holds now under a dated name.

        Args:
            file: the store's file.
            generation: the write that it came from.
            suffix: "-kept" or "-before-schema-N" for one that is never thinned out.

        Raises:
            OSError: where that fails.
        """
        path = self._new_path(generation, suffix)
        keep_copy(self._disk, file, path)
        return path

    def keep_apart(self, file: Path, generation: int, *, suffix: str = "") -> Path:
        """Keep a true copy of a file, sharing no bytes on the disk with it; otherwise as `keep`."""
        path = self._new_path(generation, suffix)
        write_whole(self._disk, path, [self._disk.read(file)])
        return path

    def _new_path(self, generation: int, suffix: str) -> Path:
        make_private(self._folder)
        moment = datetime.now(UTC).strftime(_TIME)
        return self._folder / f"inquit-{moment}Z-{generation}{suffix}.json"

    def all(self) -> list[Backup]:
        """Return the copies, newest first; none where the folder is missing.

        Raises:
            OSError: where the folder cannot be read.
        """
        try:
            paths = list(self._folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(filter(None, map(_parse_name, paths)), reverse=True)

    def has(self, head: bytes, generation: int, *, suffix: str = "") -> bool:
        """Tell whether there is a backup of a write.

        Args:
            head: the first line of the store's file.
            generation: the write's number.
            suffix: as in `keep`.

        Raises:
            OSError: where the folder cannot be read.
        """
        return any(
            backup.generation == generation
            and backup.path.name.endswith(f"-{generation}{suffix}.json")
            and self.is_of(backup, head)
            for backup in self.all()
        )

    def is_of(self, backup: Backup, head: bytes) -> bool:
        """Tell whether a backup holds the write whose file begins with a line."""
        return bool(head) and read_first_line(self._disk, backup.path) == head

    def has_apart(self, file: Path, generation: int) -> bool:
        """Tell whether there is a true copy of a generation, or of a later one.

        Raises:
            OSError: where the folder cannot be read.
        """
        return any(
            backup.generation >= generation and not backup.path.samefile(file)
            for backup in self.all()
        )

    def good(self) -> Iterator[tuple[Backup, StoreContents]]:
        """Yield the copies whose digest fits, newest first."""
        for backup in self.all():
            try:
                yield backup, parse(self._disk.read(backup.path))
            except (OSError, DamagedError):
                continue

    def thin(self, now: datetime | None = None) -> None:
        """Remove the copies that are neither among the last nor the newest of their time.

        Raises:
            OSError: where one cannot be removed.
        """
        backups = [backup for backup in self.all() if not backup.for_good]
        kept = select_kept([backup.made for backup in backups], now or datetime.now(UTC))
        for backup in backups:
            if backup.made not in kept:
                self._disk.replace(backup.path, self.spare)

    def forget_others(self, kept: Path) -> int:
        """Remove all that is in the folder but one copy and copies of pages; return how many.

        Raises:
            OSError: where one cannot be removed.
        """
        others = [path for path in self._folder.iterdir() if path != kept and path.is_file()]
        for path in others:
            self._disk.remove(path)
        return len(others)


def select_kept(made: list[datetime], now: datetime) -> set[datetime]:
    """Return those of the given moments, newest first, whose copies are kept."""
    kept, seen = set(made[:LAST]), set()
    for moment in made:
        age = now - moment
        slots = (
            (age < timedelta(hours=HOURS), moment.strftime("%Y%m%d%H")),
            (age < timedelta(days=DAYS), moment.strftime("%Y%m%d")),
            (age < timedelta(weeks=WEEKS), moment.strftime("%GW%V")),
        )
        for recent, slot in slots:
            if recent and slot not in seen:
                seen.add(slot)
                kept.add(moment)
    return kept


def keep_copy(disk: Disk, source: Path, target: Path) -> None:
    """Give a file a second name; where the file system has no such thing, copy it.

    Raises:
        OSError: where neither works.
    """
    try:
        disk.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        write_whole(disk, target, [disk.read(source)])


def _parse_name(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(generation=int(match[2]), made=made, path=path, for_good=bool(match[3]))
