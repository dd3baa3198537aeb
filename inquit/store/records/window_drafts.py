"""Drafts of this window and of those that ended: each is kept under what it is a draft of.

A key says which window writes the draft and the whole record as it was when its editor opened, so
that the draft can be taken up again in any article. A window holds a lock as long as it lives; the
system frees it however the window ends, and only then are its drafts offered to another one.
"""

from __future__ import annotations

import contextlib
import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from inquit.errors import DocumentError
from inquit.model.annotation import Bookmark, Note
from inquit.store.codec import decode, encode, table_of
from inquit.store.durability.files import FILE_MODE, make_private, refuse_link
from inquit.store.durability.json_text import read_json
from inquit.store.durability.migrations import migrate_document
from inquit.store.records.drafts import Draft, Drafts

Annotation = Bookmark | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftDraft:
    """A draft that a window left behind.

    Attributes:
        key: what it is kept under.
        record: what it is a draft of, as it was when its editor opened.
        text: what was typed.
        kept: when it was kept last; aware and in UTC.
    """

    key: str
    record: Annotation
    text: str
    kept: datetime


class KeptDrafts:
    """What is being typed, on the disk; blocks, so it belongs in a thread."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the store; nothing is made before the first draft."""
        self._drafts = Drafts.open(folder)
        self._folder = folder / "drafts"
        self._window = uuid.uuid4().hex
        self._lock: FileLock | None = None

    def keep(self, record: Annotation, text: str) -> None:
        """Keep what is typed for a record.

        Raises:
            StoreWriteError: no folder takes it.
        """
        self._hold()
        self._drafts.keep(_key(self._window, record), text)

    def discard(self, record: Annotation) -> None:
        """Forget what this window kept for a record.

        Raises:
            StoreWriteError: it cannot be removed.
        """
        self._drafts.discard(_key(self._window, record))

    def left(self) -> tuple[LeftDraft, ...]:
        """Return the drafts of windows that ended, the last kept first."""
        alive: dict[str, bool] = {self._window: True}
        found = []
        for draft in self._drafts.pending():
            window, left = _read(draft)
            if left is not None and not alive.setdefault(window, self._is_alive(window)):
                found.append(left)
        return tuple(found)

    def take_up(self, left: LeftDraft) -> None:
        """Make a draft that was left behind one of this window; at no moment is there none.

        Raises:
            StoreWriteError: it stays what it was.
        """
        self.keep(left.record, left.text)
        self._drafts.discard(left.key)

    def forget(self, left: LeftDraft) -> None:
        """Remove a draft that was left behind.

        Raises:
            StoreWriteError: it cannot be removed.
        """
        self._drafts.discard(left.key)

    def close(self) -> None:
        """Let other windows have what this one left."""
        if self._lock is not None:
            self._lock.release()
            self._remove(self._window)
            self._lock = None

    def _hold(self) -> None:
        """Show that this window lives; where that fails its drafts are offered too early."""
        if self._lock is None:
            lock = FileLock(self._path(self._window), mode=FILE_MODE, thread_local=False)
            with contextlib.suppress(OSError):
                make_private(self._folder.parent)
                make_private(self._folder)
                lock.acquire(timeout=0)
                self._lock = lock

    def _is_alive(self, window: str) -> bool:
        path = self._path(window)
        try:
            if not path.exists():
                return False
            refuse_link(path)
            with FileLock(path, timeout=0, mode=FILE_MODE, thread_local=False):
                pass
        except Timeout:
            return True
        except OSError:
            return False
        self._remove(window)
        return False

    def _remove(self, window: str) -> None:
        with contextlib.suppress(OSError):
            self._path(window).unlink(missing_ok=True)

    def _path(self, window: str) -> Path:
        return self._folder / f"window-{window}.lock"


def _key(window: str, record: Annotation) -> str:
    held = {"window": window, "table": table_of(record), "record": encode(record)}
    return json.dumps(held, sort_keys=True)


def _read(draft: Draft) -> tuple[str, LeftDraft | None]:
    """Return whose a draft is and what it is of; None for one that this version cannot read."""
    try:
        held = read_json(draft.key)
        window = str(uuid.UUID(held["window"]).hex)
        record = decode(held["table"], migrate_document(held["table"], held["record"]))
    except (ValueError, KeyError, TypeError, AttributeError, DocumentError):
        return "", None
    if not isinstance(record, Bookmark | Note):
        return window, None
    return window, LeftDraft(key=draft.key, record=record, text=draft.text, kept=draft.kept)
