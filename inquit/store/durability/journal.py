"""What the last writes changed, a line each: so that damage to the file costs not even the last.

The newest backup is always one write behind the file. The journal holds what came after it. It is
a second copy only, so it is not synced; a line whose check does not fit counts as not there.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from inquit.store.codec import SCHEMA_VERSION, Document
from inquit.store.durability.file_layout import Tables
from inquit.store.durability.files import Disk, make_private, write_whole
from inquit.store.durability.migrations import migrate_document

LIMIT = 524_288
"""Bytes from which on only the newest lines are kept; one line may be longer by itself."""

JournalChange = tuple[str, str, Document | None]
"""Table, number, and the document that is there now, or None where it was removed."""


class Journal:
    """The changes of the last writes in one file."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk

    def append(self, generation: int, changes: list[JournalChange]) -> None:
        """Add what one write changes.

        Raises:
            OSError: where that fails.
        """
        make_private(self._path.parent)
        entry = {"schema_version": SCHEMA_VERSION, "generation": generation, "changes": changes}
        body = json.dumps(entry).encode()
        # The line feed comes first, so that one cut short spoils no other.
        line = b"\n%s %s" % (_check(body), body)
        if self._size() + len(line) > LIMIT:
            # Half of the room is left for lines to come. Backups hold what the dropped ones say.
            parts = [*self._newest(LIMIT // 2 - len(line)), line]
            write_whole(self._disk, self._path, parts, durable=False)
            return
        descriptor = self._disk.open_to_append(self._path)
        try:
            self._disk.write(descriptor, line)
        finally:
            self._disk.close(descriptor)

    def replay(self, tables: Tables, after: int) -> int:
        """Make in tables what was written after a generation; return the last generation then."""
        generation = after
        for entry in self._entries():
            if entry["generation"] <= after:
                continue
            generation = max(generation, entry["generation"])
            for name, number, document in entry["changes"]:
                table = tables.setdefault(name, {})
                if document is None:
                    table.pop(number, None)
                else:
                    table[number] = migrate_document(name, document)
        return generation

    def last(self) -> int:
        """Return the last generation in it, or -1 where nothing of use is in it."""
        generations = (
            entry["generation"] for entry in map(_entry, reversed(self._lines())) if entry
        )
        return next(generations, -1)

    def _entries(self) -> list[dict[str, Any]]:
        return [entry for entry in map(_entry, self._lines()) if entry is not None]

    def _lines(self) -> list[bytes]:
        try:
            return self._disk.read(self._path).split(b"\n")
        except OSError:
            return []

    def _size(self) -> int:
        try:
            return self._disk.status(self._path).st_size
        except FileNotFoundError:
            return 0

    def _newest(self, room: int) -> list[bytes]:
        """Return the last lines that take no more than so many bytes, each with its line feed."""
        kept: list[bytes] = []
        for line in reversed(self._lines() if room > 0 else []):
            room -= len(line) + 1
            if room < 0:
                break
            kept.append(b"\n" + line)
        return kept[::-1]


def _entry(line: bytes) -> dict[str, Any] | None:
    """Return what a line holds; None for one that is damaged or of a newer schema."""
    check, _, body = line.partition(b" ")
    if not body or check != _check(body):
        return None
    entry: dict[str, Any] = json.loads(body)
    return entry if entry["schema_version"] <= SCHEMA_VERSION else None


def _check(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:32].encode()
