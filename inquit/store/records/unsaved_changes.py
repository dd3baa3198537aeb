"""Keeps changes that could not be written in a file elsewhere, until they can be.

Each process has a file of its own. The next process that can write the store takes in what it
finds and removes the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from inquit.store.codec import SCHEMA_VERSION, Document
from inquit.store.durability.file_layout import FILE_TABLE
from inquit.store.durability.files import Disk, make_private, write_whole
from inquit.store.durability.json_text import read_json
from inquit.store.durability.migrations import migrate_document
from inquit.store.durability.store_identity import describe_place, is_at_place
from inquit.store.records.bin import BIN
from inquit.store.records.pending_changes import Pending, PendingChange

_NAME = "rescue-"


class UnsavedChanges:
    """The rescue files of one store."""

    def __init__(self, store: Path, folders: Sequence[Path], disk: Disk) -> None:
        """Take nothing yet.

        Args:
            store: the store's file.
            folders: where a rescue file may go, the best first; created when needed.
            disk: the file operations used.
        """
        self._folders = folders
        self._disk = disk
        self._store = store.resolve()
        self._prefix = f"{_NAME}{hashlib.sha256(os.fsencode(self._store)).hexdigest()[:16]}-"
        self._name = f"{self._prefix}{os.getpid()}-{uuid.uuid4().hex}.json"
        self.kept: Path | None = None
        """The file that holds what this process could not save, or None."""
        self.kept_changes: Pending = {}
        """What that file holds."""

    def keep(self, unsaved: Pending, taken: Iterable[Path] = ()) -> Path | None:
        """Keep changes in the place of those kept before.

        Args:
            unsaved: the changes.
            taken: the files of earlier sessions whose changes are among them.

        Returns:
            The file, or None if all folders fail.
        """
        changes = [[*key, change.document, change.base] for key, change in unsaved.items()]
        document = {
            "schema_version": SCHEMA_VERSION,
            "changes": changes,
            "taken": [path.name for path in taken],
        }
        for folder in self._folders:
            path = folder / self._name
            data = json.dumps({**document, "store": describe_place(self._store, folder)}).encode()
            try:
                make_private(folder)
                _refuse_shared(folder)
                write_whole(self._disk, path, [data])
            except OSError:
                continue
            if self.kept not in (None, path):
                self.clear()
            self.kept, self.kept_changes = path, dict(unsaved)
            return path
        return None

    def clear(self) -> None:
        """Remove this process's file, if there is one."""
        if self.kept is not None:
            self.remove(self.kept)
            self.kept, self.kept_changes = None, {}

    def remove(self, path: Path) -> None:
        """Remove a rescue file that was taken in.

        One that cannot be removed is taken in again next time, to no effect.
        """
        try:
            self._disk.remove(path)
        except OSError:
            return

    def was_taken_in(self) -> bool:
        """Tell whether another process has taken in what this one could not save."""
        return self.kept is not None and not self.kept.exists()

    def left_behind(self) -> Iterator[tuple[Path, Pending]]:
        """Yield the readable rescue files of other processes, oldest first, and what they hold.

        One whose changes a later one has taken over counts as empty.
        """
        found: list[tuple[Path, Pending]] = []
        taken: set[str] = set()
        for path in sorted(self.files(), key=_age):
            try:
                document = read_json(self._disk.read(path))
                found.append((path, _pending(document)))
                taken.update(map(str, document.get("taken", ())))
            except (OSError, ValueError, KeyError, TypeError):
                continue
        yield from ((path, {} if path.name in taken else unsaved) for path, unsaved in found)

    def files(self) -> Iterator[Path]:
        """Yield the rescue files of other processes, in no order."""
        for folder in self._folders:
            try:
                _refuse_shared(folder)
                paths = sorted(folder.glob(f"{_NAME}*.json"))
            except OSError:
                continue
            yield from (path for path in paths if path != self.kept and self._is_ours(path))

    def _is_ours(self, path: Path) -> bool:
        """Tell whether a file is of this store, also where both were moved since."""
        if path.name.startswith(self._prefix):
            return True
        try:
            place = read_json(self._disk.read(path))["store"]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return is_at_place(place, path.parent, self._store)


def _pending(document: dict[str, Any]) -> Pending:
    """Return what a rescue file holds; in schema 2 changes do not say what they were made from."""
    if document["schema_version"] > SCHEMA_VERSION:
        raise ValueError("from a newer version")
    pending: Pending = {}
    for name, record_id, held, *rest in document["changes"]:
        if name == FILE_TABLE:
            raise ValueError("no table of records")
        base = _document(name, rest[0]) if rest else {}
        pending[str(name), str(record_id)] = PendingChange(
            base=base, document=_document(name, held)
        )
    return pending | _removals(pending)


def _removals(pending: Pending) -> Pending:
    """Return removals of an unknown base, based on what was put in the bin with them."""
    return {
        (table, record_id): PendingChange(base=binned.document["document"], document=None)
        for (table, record_id), change in pending.items()
        if change == PendingChange(base={}, document=None)
        and table != BIN
        and (binned := pending.get((BIN, record_id))) is not None
        and binned.document is not None
    }


def _document(name: object, held: object) -> Document | None:
    if held is not None and not isinstance(held, dict):
        raise TypeError("not a document")
    return None if held is None else migrate_document(str(name), held)


def _age(path: Path) -> int:
    try:
        return path.lstat().st_mtime_ns
    except OSError:
        return 0


def _refuse_shared(folder: Path) -> None:
    """Raise OSError where a folder is a link, another user's, or open to others."""
    status = folder.lstat()
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    if not (stat.S_ISDIR(status.st_mode) and mine) or stat.S_IMODE(status.st_mode) & 0o077:
        raise PermissionError(f"{folder} is not private")
