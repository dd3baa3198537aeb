"""What is being typed, kept while it is: a crash loses no more than came after the last `keep`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from inquit.errors import StoreWriteError
from inquit.store.files import Disk, listed, make_private, reason, write_whole
from inquit.store.folders import refuges

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text that was not saved as a record; kept is aware and in UTC."""

    key: str
    text: str
    kept: datetime


class Drafts:
    """The drafts of one folder, a file each; elsewhere where that cannot be written."""

    def __init__(self, folders: Sequence[Path], *, disk: Disk | None = None) -> None:
        """Take the folders that drafts may be in, the best first."""
        self._folders = folders
        self._disk = disk or Disk()

    @classmethod
    def open(cls, folder: Path, *, disk: Disk | None = None) -> Self:
        """Open the drafts that belong to the store of a folder."""
        mine = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        places = [folder / "drafts", *(path / f"drafts-{mine[:16]}" for path in refuges())]
        return cls(places, disk=disk)

    def keep(self, key: str, text: str) -> None:
        """Keep a text under a key, in the place of what was kept under it before.

        Returns once it is on the disk; meant to be called every second or two while typing.

        Args:
            key: what the text is for, such as a note's id or the key of its source.
            text: all of it.

        Raises:
            StoreWriteError: where no folder takes it.
        """
        kept = datetime.now(UTC).isoformat()
        document = {"schema_version": SCHEMA_VERSION, "key": key, "text": text, "kept": kept}
        data = json.dumps(document).encode()
        failure: OSError | None = None
        for folder in self._folders:
            try:
                make_private(folder.parent)
                make_private(folder)
                write_whole(self._disk, folder / _name(key), [data])
            except OSError as error:
                failure = failure or error
            else:
                return
        why = reason(failure) if failure else "there is no folder for it"
        raise StoreWriteError(f"The draft is kept in memory only: {why}")

    def pending(self) -> tuple[Draft, ...]:
        """Return the drafts that were neither saved nor discarded, the last kept first."""
        newest: dict[str, Draft] = {}
        for draft in self._found():
            known = newest.get(draft.key)
            if known is None or known.kept < draft.kept:
                newest[draft.key] = draft
        return tuple(sorted(newest.values(), key=lambda draft: draft.kept, reverse=True))

    def discard(self, key: str) -> None:
        """Forget the draft of a key, if there is one.

        Raises:
            StoreWriteError: where it cannot be removed.
        """
        try:
            for folder in self._folders:
                if folder.is_dir():
                    self._disk.remove(folder / _name(key))
        except OSError as error:
            raise StoreWriteError(f"The draft cannot be removed: {reason(error)}") from error

    def _found(self) -> Iterator[Draft]:
        for folder in self._folders:
            for path in listed(folder, "*.json"):
                try:
                    document = json.loads(self._disk.read(path))
                    yield Draft(
                        key=str(document["key"]),
                        text=str(document["text"]),
                        kept=datetime.fromisoformat(document["kept"]),
                    )
                except (OSError, ValueError, KeyError, TypeError):
                    # What cannot be read stays where it is; `inquit store check` counts it.
                    continue


def _name(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40] + ".json"
