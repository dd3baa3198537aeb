"""What was read of a long text whose analysis is not finished, so that it can go on later.

It is no analysis and is never taken for one: the engine's rules and linking go through it anew.
"""

from __future__ import annotations

import hashlib
import struct
from contextlib import suppress
from pathlib import Path

from inquit.errors import StoreWriteError
from inquit.model.article import Article
from inquit.store.cache_names import cache_name
from inquit.store.durability.files import (
    Disk,
    describe_error,
    list_files,
    make_private,
    refuse_link,
)

MOST_FILES = 8
"""Texts of which readings are kept at most; the ones that were written longest ago go first."""
MOST_BYTES = 64_000_000
"""Bytes kept at most in all."""

_MARK = b"\x89inquit\n"
_HEAD = struct.Struct(">8sII32s")
"""Mark, number of the window, bytes of its reading, SHA-256 of name, number and reading."""


class WindowReadings:
    """One file for each text, engine version and model; windows are added at its end.

    What was cut off when a process was killed is passed over, and so is what is damaged.
    """

    def __init__(
        self,
        folder: Path,
        article: Article,
        engine_version: str,
        model_name: str,
        *,
        disk: Disk | None = None,
    ) -> None:
        """Take whose readings to keep; nothing is made until there is one.

        Args:
            folder: the user's cache folder.
            article: the text.
            engine_version: of the engine that reads.
            model_name: the spaCy pipeline's name or folder.
            disk: the file operations used.
        """
        self._folder = folder / "readings"
        self._name = cache_name(article, engine_version, model_name)
        self._path = self._folder / f"{article.text_digest}.{self._name}.windows"
        self._disk = disk or Disk()
        self._begun = False

    def get(self) -> dict[int, bytes]:
        """Return the readings kept, by the number of their window."""
        try:
            data = self._disk.read(self._path, MOST_BYTES)
        except OSError:
            return {}
        found: dict[int, bytes] = {}
        at = data.find(_MARK)
        while at >= 0 and at + _HEAD.size <= len(data):
            _, number, size, digest = _HEAD.unpack_from(data, at)
            start = at + _HEAD.size
            reading = data[start : start + size]
            whole = len(reading) == size and digest == self._digest(number, reading)
            if whole:
                found.setdefault(number, reading)
            # After what is damaged another one may follow.
            at = data.find(_MARK, start + size if whole else at + 1)
        return found

    def add(self, number: int, reading: bytes) -> None:
        """Keep the reading of another window.

        Raises:
            StoreWriteError: where it could not be written.
        """
        head = _HEAD.pack(_MARK, number, len(reading), self._digest(number, reading))
        try:
            if not self._begun:
                make_private(self._folder.parent)
                make_private(self._folder)
                refuse_link(self._path)
                self._make_room()
                self._begun = True
            descriptor = self._disk.open_to_append(self._path)
            try:
                self._disk.write(descriptor, head + reading)
            finally:
                self._disk.close(descriptor)
        except OSError as error:
            raise StoreWriteError(
                f"What was analysed so far was not kept: {describe_error(error)}"
            ) from error

    def drop(self) -> None:
        """Forget them: the analysis is whole, or they are of no use."""
        with suppress(OSError):  # the oldest are dropped anyway
            self._disk.remove(self._path)
        self._begun = False

    def _digest(self, number: int, reading: bytes) -> bytes:
        return hashlib.sha256(f"{self._name} {number} ".encode() + reading).digest()

    def _make_room(self) -> None:
        """Drop the oldest files of other texts where there are too many or they are too large."""
        entries = []
        for path in self._folder.glob("*.windows"):
            with suppress(FileNotFoundError):  # another process makes room, too
                status = path.lstat()
                entries.append((status.st_mtime_ns, status.st_size, path))
        entries.sort(reverse=True)
        total = 0
        for count, (_, size, path) in enumerate(entries, start=2):
            total += size
            if path != self._path and (count > MOST_FILES or total > MOST_BYTES):
                self._disk.remove(path)


def forget_readings(folder: Path, text_digest: str, disk: Disk) -> None:
    """Remove what was read of a text, by whatever engine.

    Args:
        folder: the user's cache folder.
        text_digest: of the text.
        disk: the file operations used.

    Raises:
        OSError: where a file could not be removed.
    """
    for path in list_files(folder / "readings", f"{text_digest}.*.windows"):
        disk.remove(path)
