"""Where changes go that the store could not take: a file elsewhere, until it can.

Each process has a file of its own. The next process that can write the store takes in what it
finds and removes the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from inquit.store.codec import SCHEMA_VERSION, Document
from inquit.store.files import Disk, make_private, write_whole
from inquit.store.migrations import carry

Unsaved = dict[tuple[str, str], Document | None]
"""Documents by table and record id; None where the record is to go."""


class Rescue:
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
        self._prefix = f"rescue-{hashlib.sha256(os.fsencode(store.resolve())).hexdigest()[:16]}-"
        self._name = f"{self._prefix}{os.getpid()}-{uuid.uuid4().hex}.json"
        self.kept: Path | None = None
        """The file that holds what this process could not save, or None."""

    def keep(self, unsaved: Unsaved) -> Path | None:
        """Keep changes, in the place of those kept before; return the file, or None if all fail."""
        changes = [[name, record_id, held] for (name, record_id), held in unsaved.items()]
        document = {"schema_version": SCHEMA_VERSION, "changes": changes}
        data = json.dumps(document).encode()
        for folder in self._folders:
            path = folder / self._name
            try:
                make_private(folder)
                _refuse_shared(folder)
                write_whole(self._disk, path, [data])
            except OSError:
                continue
            if self.kept not in (None, path):
                self.clear()
            self.kept = path
            return path
        return None

    def clear(self) -> None:
        """Remove this process's file, if there is one."""
        if self.kept is not None:
            self.remove(self.kept)
            self.kept = None

    def remove(self, path: Path) -> None:
        """Remove a rescue file that was taken in.

        One that cannot be removed is taken in again next time, which changes nothing.
        """
        try:
            self._disk.remove(path)
        except OSError:
            return

    def was_taken_in(self) -> bool:
        """Tell whether another process has taken in what this one could not save."""
        return self.kept is not None and not self.kept.exists()

    def left_behind(self) -> Iterator[tuple[Path, Unsaved]]:
        """Yield the readable rescue files of other processes, oldest first, and what they hold."""
        for path in sorted(self.files(), key=_age):
            try:
                document = json.loads(self._disk.read(path))
                unsaved = _unsaved(document)
            except (OSError, ValueError, KeyError, TypeError):
                continue
            yield path, unsaved

    def files(self) -> Iterator[Path]:
        """Yield the rescue files of other processes, in no order."""
        for folder in self._folders:
            try:
                _refuse_shared(folder)
                paths = [p for p in folder.iterdir() if p.name.startswith(self._prefix)]
            except OSError:
                continue
            yield from (path for path in paths if path.suffix == ".json" and path != self.kept)


def _unsaved(document: dict[str, Any]) -> Unsaved:
    if document["schema_version"] > SCHEMA_VERSION:
        raise ValueError("from a newer version")
    unsaved: Unsaved = {}
    for name, record_id, held in document["changes"]:
        if held is not None and not isinstance(held, dict):
            raise TypeError("not a document")
        unsaved[str(name), str(record_id)] = None if held is None else carry(str(name), held)
    return unsaved


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
