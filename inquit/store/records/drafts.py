"""Keeps what is being typed: a crash loses only what came after the last `keep`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from inquit.errors import StoreWriteError
from inquit.store.durability.files import (
    Disk,
    describe_error,
    list_files,
    make_private,
    write_whole,
)
from inquit.store.durability.json_text import read_json
from inquit.store.durability.store_identity import describe_place, is_at_place
from inquit.store.field_codec import decode_time
from inquit.store.folders import default_rescue_folders

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text that was not saved as a record; kept is aware and in UTC."""

    key: str
    text: str
    kept: datetime


class Drafts:
    """The drafts of one folder, a file each; in another folder if it cannot be written."""

    def __init__(
        self, folders: Sequence[Path], *, store: Path | None = None, disk: Disk | None = None
    ) -> None:
        """Take the folders of the drafts.

        Args:
            folders: the folders, the best first.
            store: the resolved path of the store that they belong to, where it has one.
            disk: the file operations used.
        """
        self._folders = folders
        self._store = store
        self._disk = disk or Disk()

    @classmethod
    def open(cls, folder: Path, *, disk: Disk | None = None) -> Self:
        """Open the drafts that belong to the store of a folder."""
        store = folder.resolve()
        mine = hashlib.sha256(str(store).encode("utf-8", "surrogatepass")).hexdigest()
        places = [
            folder / "drafts",
            *(path / f"drafts-{mine[:16]}" for path in default_rescue_folders()),
        ]
        return cls(places, store=store, disk=disk)

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
        document: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "key": key,
            "text": text,
            "kept": kept,
        }
        failure: OSError | None = None
        for folder in self._folders:
            if self._store is not None:
                document["store"] = describe_place(self._store, folder)
            data = json.dumps(document).encode()
            try:
                make_private(folder.parent)
                make_private(folder)
                write_whole(self._disk, folder / _name(key), [data])
            except OSError as error:
                failure = failure or error
            else:
                return
        why = describe_error(failure) if failure else "there is no folder for it"
        raise StoreWriteError(f"The draft is kept in memory only: {why}")

    def pending(self) -> tuple[Draft, ...]:
        """Return the drafts that were neither saved nor discarded, the last kept first."""
        newest: dict[str, Draft] = {}
        for draft in self._read_all():
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
            for folder in (*self._folders, *self._moved_folders()):
                if folder.is_dir():
                    self._disk.remove(folder / _name(key))
        except OSError as error:
            raise StoreWriteError(
                f"The draft cannot be removed: {describe_error(error)}"
            ) from error

    def _read_all(self) -> Iterator[Draft]:
        for folder in (*self._folders, *self._moved_folders()):
            for document in self._documents(folder):
                with suppress(ValueError, KeyError, TypeError, OverflowError):
                    yield Draft(
                        key=str(document["key"]),
                        text=str(document["text"]),
                        kept=decode_time(document["kept"]),
                    )

    def _documents(self, folder: Path) -> Iterator[dict[str, Any]]:
        """Yield what can be read in a folder; `inquit store check` counts what cannot."""
        for path in list_files(folder, "*.json"):
            try:
                document = read_json(self._disk.read(path))
            except (OSError, ValueError):
                continue
            if isinstance(document, dict):
                yield document

    def _moved_folders(self) -> Iterator[Path]:
        """Yield the folders with drafts that were kept elsewhere before the store was moved."""
        if self._store is None:
            return
        for refuge in {folder.parent for folder in self._folders[1:]}:
            for folder in list_files(refuge, "drafts-*"):
                places = (held.get("store") for held in self._documents(folder))
                if folder not in self._folders and any(
                    is_at_place(place, folder, self._store) for place in places
                ):
                    yield folder


def _name(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40] + ".json"
