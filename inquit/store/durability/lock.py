"""The lock between processes around every change to the store.

flock(2) through the filelock library: the system itself frees it when its holder dies, so a stale
lock never blocks. What the lock file says is only for the message about who holds it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from inquit.errors import StoreLockedError, StoreWriteError
from inquit.model.printable import printable
from inquit.store.durability.files import FILE_MODE, Disk, describe_error, make_private, refuse_link

WAIT = 10.0
"""Seconds that a change waits for another process at most."""

_POLL = 0.004
_SIGNATURE = 100  # bytes, enough for any process number


class StoreLock:
    """The lock of one folder; each thread and each process holds it alone."""

    def __init__(self, folder: Path, *, wait: float = WAIT, disk: Disk | None = None) -> None:
        """Take nothing yet.

        Args:
            folder: the folder that is locked; created when the lock is first taken.
            wait: seconds to wait at most.
            disk: the file operations used.
        """
        self._path = folder / "lock"
        self._wait = wait
        self._disk = disk or Disk()
        self._lock = FileLock(self._path, timeout=wait, mode=FILE_MODE, poll_interval=_POLL)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            StoreLockedError: where another process held it for the whole wait.
            StoreWriteError: where the lock file cannot be made.
        """
        self._acquire()
        try:
            yield
        finally:
            self._lock.release()

    def _acquire(self) -> None:
        try:
            make_private(self._path.parent)
            refuse_link(self._path)
            self._lock.acquire()
        except Timeout:
            raise StoreLockedError(
                f"{self._holder()} has kept the store locked for {self._wait:g} s"
            ) from None
        except OSError as error:
            folder = printable(str(self._path.parent))
            fault = f"The store in {folder} cannot be locked: {describe_error(error)}"
            raise StoreWriteError(fault) from error
        self._sign()

    def _sign(self) -> None:
        """Say in the lock file who holds it; it does not matter if that fails."""
        held = {"process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        try:
            # Without O_TRUNC: ext4 flushes a file that was cut short when it is closed.
            descriptor = os.open(self._path, os.O_WRONLY)
        except OSError:
            return
        try:
            os.write(descriptor, json.dumps(held).ljust(_SIGNATURE).encode())
        except OSError:
            return
        finally:
            os.close(descriptor)

    def _holder(self) -> str:
        try:
            held = json.loads(self._disk.read(self._path))
            return f"Another inquit (process {int(held['process'])}, since {held['since']!s:.25})"
        except (OSError, ValueError, KeyError, TypeError):
            return "Another process"
