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
from inquit.store.files import Disk, make_private, write_whole
from inquit.store.layout import Tables
from inquit.store.migrations import carry

_LAST = 20
_LIMIT = 262_144

Change = tuple[str, str, Document | None]
"""Table, number, and the document that is there now, or None where it was removed."""


class Journal:
    """The changes of the last writes in one file."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._limit = _LIMIT

    def append(self, generation: int, changes: list[Change]) -> None:
        """Add what one write changes.

        Raises:
            OSError: where that fails.
        """
        make_private(self._path.parent)
        self._trim()
        entry = {"schema_version": SCHEMA_VERSION, "generation": generation, "changes": changes}
        body = json.dumps(entry).encode()
        descriptor = self._disk.open_to_append(self._path)
        try:
            # The line feed comes first, so that one cut short spoils no other.
            self._disk.write(descriptor, b"\n%s %s" % (_check(body), body))
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
                    table[number] = carry(name, document)
        return generation

    def last(self) -> int:
        """Return the last generation in it, or -1 where nothing of use is in it."""
        return max((entry["generation"] for entry in self._entries()), default=-1)

    def _entries(self) -> list[dict[str, Any]]:
        try:
            lines = self._disk.read(self._path).split(b"\n")
        except OSError:
            return []
        entries = []
        for line in lines:
            check, _, body = line.partition(b" ")
            if body and check == _check(body):
                entry = json.loads(body)
                if entry["schema_version"] <= SCHEMA_VERSION:
                    entries.append(entry)
        return entries

    def _trim(self) -> None:
        try:
            size = self._path.lstat().st_size
        except FileNotFoundError:
            return
        if size > self._limit:
            lines = self._disk.read(self._path).split(b"\n")[-_LAST:]
            kept = b"\n".join([b"", *lines])
            write_whole(self._disk, self._path, [kept], durable=False)
            self._limit = max(_LIMIT, 2 * len(kept))


def _check(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:32].encode()
