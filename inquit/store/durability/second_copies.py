"""The second copies of a store's file: its backups, and the journal of what came after them."""

from __future__ import annotations

from pathlib import Path

from inquit.store.codec import SCHEMA_VERSION
from inquit.store.durability.backups import Backups
from inquit.store.durability.file_signature import Signature
from inquit.store.durability.files import Disk, describe_error
from inquit.store.durability.journal import Journal, JournalChange

BACKUPS = "backups"
"""The folder beside the file that holds its dated copies."""


class SecondCopies:
    """The backups and the journal of one file; a generation is the number of a write of it.

    Attributes:
        backups: the dated copies.
        journal: the changes of the last writes.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        """Take the file and the file operations used."""
        folder = path.parent / BACKUPS
        self._path = path
        self.backups = Backups(folder, disk)
        self.journal = Journal(folder / "journal.jsonl", disk)
        self._backed_up: Signature | None = None

    def are_none(self) -> bool:
        """Tell whether there is no copy of anything; raises OSError."""
        return self.journal.last() < 0 and not self.backups.all()

    def number_from(self, generation: int, signature: Signature | None) -> int:
        """Return the number that a file has from now on: an older one may have been put in place.

        Args:
            generation: the number that it says.
            signature: its signature.
        """
        try:
            newest = self.backups.all()[:1]
        except OSError:
            return generation
        if not newest or newest[0].generation < generation:
            return generation
        same = signature is not None and self.backups.is_of(newest[0], signature.head)
        return newest[0].generation + (not same)

    def keep(self, generation: int, signature: Signature, *, migrating: bool) -> None:
        """Keep the file as it is before it is written, unless that was done.

        Args:
            generation: its number.
            signature: its signature.
            migrating: whether it is of an earlier schema, so that the copy stays for good.

        Raises:
            OSError: where that fails.
        """
        if signature == self._backed_up:
            return
        suffix = f"-before-schema-{SCHEMA_VERSION}" if migrating else ""
        # Where an earlier write failed, the file has its backup already.
        if not self.backups.has(signature.head, generation, suffix=suffix):
            self.backups.keep(self._path, generation, suffix=suffix)
        self._backed_up = signature

    def add(self, generation: int, changes: list[JournalChange]) -> str | None:
        """Note what a write changed, and drop backups that are too many; return what went wrong."""
        try:
            # Only now: a change that was not made must not come back with a recovery.
            self.journal.append(generation, changes)
            self.backups.thin()
        except OSError as error:
            return f"The backups cannot be written: {describe_error(error)}"
        return None

    def cover(self, generation: int) -> None:
        """Copy the file where no copy of this generation is apart from it; raises OSError."""
        if not self.backups.has_apart(self._path, generation):
            self.backups.keep_apart(self._path, generation)

    def keep_for_good(self, generation: int) -> Path:
        """Keep a copy that is never thinned out, and return its path; raises OSError."""
        return self.backups.keep_apart(self._path, generation, suffix="-kept")

    def forget_others(self, generation: int) -> int:
        """Replace all backups by one copy; return how many files were removed; raises OSError."""
        return self.backups.forget_others(self.backups.keep_apart(self._path, generation))
