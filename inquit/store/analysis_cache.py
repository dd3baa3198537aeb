"""Analyses cached on the disk, so that an article opened again shows its quotes at once."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import replace
from math import inf
from pathlib import Path

from inquit.errors import DocumentError, StoreWriteError
from inquit.model.article import Article
from inquit.model.quotation import Analysis
from inquit.store.analysis_codec import decode_analysis, encode_analysis
from inquit.store.cache_names import cache_name
from inquit.store.durability.files import (
    Disk,
    describe_error,
    list_files,
    make_private,
    write_whole,
)
from inquit.store.window_readings import WindowReadings, forget_readings

MOST_ENTRIES = 300
"""Analyses kept at most; the ones that were written longest ago go first."""

MOST_BYTES = 100_000_000
"""Bytes kept at most in all."""

_HEAD = 16_384
"""Bytes of an entry within which its text's digest stands."""


class AnalysisCache:
    """One file for each text, engine version and model; a file that is damaged is as good as none.

    Wherever a text lies, it is the same text: a copy, a moved file and what a pipe brings share
    their analysis. An entry is a line with the SHA-256 of what follows, then JSON.
    """

    def __init__(
        self,
        folder: Path,
        *,
        most_entries: int | None = MOST_ENTRIES,
        most_bytes: int | None = MOST_BYTES,
        disk: Disk | None = None,
    ) -> None:
        """Take a folder; it is made when something is first put in it.

        Args:
            folder: the folder that holds the folder of analyses.
            most_entries: analyses kept at most; None for any number.
            most_bytes: bytes kept at most; None for any number.
            disk: the file operations used.
        """
        self._root = folder
        self._folder = folder / "analyses"
        self._most_entries = most_entries
        self._most_bytes = most_bytes
        self._disk = disk or Disk()

    def get(self, article: Article, engine_version: str, model_name: str) -> Analysis | None:
        """Return the analysis of an article's text by this engine and model, or None."""
        key = (article.text_digest, engine_version, model_name)
        try:
            data = self._disk.read(self._path(article, key))
        except OSError:
            return None
        digest, _, body = data.partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return None
        try:
            analysis = decode_analysis(json.loads(body))
        except (DocumentError, ValueError):
            return None
        return replace(analysis, article_id=article.id) if _key_of(analysis) == key else None

    def has(self, article: Article, engine_version: str, model_name: str) -> bool:
        """Tell whether there is a file for an article's text; it may be damaged."""
        return self._path(article, (article.text_digest, engine_version, model_name)).is_file()

    def readings(self, article: Article, engine_version: str, model_name: str) -> WindowReadings:
        """Return what is kept of an article's text while its analysis is not finished."""
        return WindowReadings(self._root, article, engine_version, model_name, disk=self._disk)

    def put(self, article: Article, analysis: Analysis) -> None:
        """Keep the analysis of an article, and drop the oldest where there are too many.

        Raises:
            StoreWriteError: where it could not be written.
        """
        body = json.dumps(encode_analysis(analysis), separators=(",", ":")).encode()
        digest = hashlib.sha256(body).hexdigest().encode()
        try:
            make_private(self._folder.parent)
            make_private(self._folder)
            path = self._path(article, _key_of(analysis))
            write_whole(self._disk, path, [digest, b"\n", body], durable=False)
            self._make_room()
        except OSError as error:
            raise StoreWriteError(
                f"The analysis was not cached: {describe_error(error)}"
            ) from error

    def forget(self, text_digest: str) -> int:
        """Remove all analyses of a text, by any engine and model, and return how many.

        Raises:
            StoreWriteError: where one could not be removed.
        """
        count = 0
        try:
            forget_readings(self._root, text_digest, self._disk)
            for path in list_files(self._folder, "*.json"):
                # What it is of comes first in a file; an analysis is much longer.
                if text_digest.encode() in self._disk.read(path, _HEAD):
                    self._disk.remove(path)
                    count += 1
        except OSError as error:
            raise StoreWriteError(
                f"An analysis could not be removed: {describe_error(error)}"
            ) from error
        return count

    def _path(self, article: Article, key: tuple[str, str, str]) -> Path:
        _, engine_version, model_name = key
        return self._folder / f"{cache_name(article, engine_version, model_name)}.json"

    def _make_room(self) -> None:
        if self._most_entries is None and self._most_bytes is None:
            return
        most_entries, most_bytes = self._most_entries or inf, self._most_bytes or inf
        entries = []
        for path in self._folder.glob("*.json"):
            with suppress(FileNotFoundError):  # another process makes room, too
                status = path.lstat()
                entries.append((status.st_mtime_ns, status.st_size, path))
        entries.sort(reverse=True)
        total = 0
        for count, (_, size, path) in enumerate(entries, start=1):
            total += size
            # The newest always stays, however large it is.
            if count > 1 and (count > most_entries or total > most_bytes):
                self._disk.remove(path)


def _key_of(analysis: Analysis) -> tuple[str, str, str]:
    return analysis.text_digest, analysis.engine_version, analysis.model_name
