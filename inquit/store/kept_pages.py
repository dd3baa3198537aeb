"""Pages as they were fetched, kept with what the reader wrote: a bookmark's article opens offline.

A page has a folder of its own, named by the digest of its address, and in it a file for each
version of its text: one line of JSON, then the page's bytes, compressed. Other addresses that led
to it have a file that names it. Nothing is thinned out.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from inquit.errors import StoreError, StoreWriteError
from inquit.store.files import Disk, make_private, reason, write_whole

PAGES = "pages"
"""The folder within the data folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """One version of a page.

    Attributes:
        address: what the page is known by, and its article's id.
        url: where the bytes came from in the end.
        fetched: when it came, or was last found unchanged; ISO 8601 in UTC.
        text_digest: the digest of the article's text.
        charset: the character set that the server named.
        content_type: what the server said it is.
        etag: to ask whether it has changed.
        last_modified: the same.
        digest: of the bytes, so that damage shows.
        number: of the version, from 1.
    """

    address: str
    url: str
    text_digest: str
    fetched: str = ""
    charset: str | None = None
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    digest: str = ""
    number: int = 1


class KeptPages:
    """The pages in one folder; what is damaged is as good as not there."""

    def __init__(self, folder: Path, *, disk: Disk | None = None) -> None:
        """Take the data folder; nothing is made before something is kept."""
        self._folder = folder / PAGES
        self._disk = disk or Disk()

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        """Return the versions of the page that an address leads to, the oldest first."""
        found = (self._head(path) for path in sorted(self._home(address).glob("*.page")))
        return tuple(page for page in found if page is not None)

    def newest(self, address: str) -> KeptPage | None:
        """Return the newest version of the page that an address leads to, or None."""
        return next(reversed(self.versions(address)), None)

    def data(self, page: KeptPage) -> bytes:
        """Return the bytes of a version.

        Raises:
            StoreError: they cannot be read or are damaged.
        """
        path = self._file(page)
        try:
            data = zlib.decompress(self._disk.read(path).partition(b"\n")[2])
        except (OSError, zlib.error) as error:
            raise StoreError("The kept page cannot be read") from error
        if hashlib.sha256(data).hexdigest() != page.digest:
            raise StoreError("The kept page is damaged")
        return data

    def keep(self, page: KeptPage, data: bytes, names: Iterable[str] = ()) -> KeptPage:
        """Keep a page, as a new version where its text has changed.

        Args:
            page: what is known of it; date, digest and number are filled in.
            data: its bytes.
            names: other addresses that led to it.

        Raises:
            StoreWriteError: it could not be written.
        """
        before = self.newest(page.address)
        number = 1
        if before is not None:
            number = before.number + (before.text_digest != page.text_digest)
        digest = hashlib.sha256(data).hexdigest()
        kept = replace(page, fetched=_now(), digest=digest, number=number)
        home = self._folder / _name(page.address)
        try:
            self._make(home)
            self._write(self._file(kept), _packed(kept, data))
            for name in set(names) - {page.address}:
                self._write(self._folder / f"{_name(name)}.name", [page.address.encode()])
        except OSError as error:
            raise StoreWriteError(f"The page was not kept: {reason(error)}") from error
        return kept

    def confirm(self, page: KeptPage) -> KeptPage:
        """Note that a version was found unchanged just now; raises as `keep` and `data`."""
        return self.keep(page, self.data(page))

    def shown_whole(self, address: str) -> bool:
        """Tell whether the reader wants all of the page's text and not only the article."""
        return (self._home(address) / "whole").exists()

    def show_whole(self, address: str, *, whole: bool) -> None:
        """Remember what the reader wants of a page, be it kept here or a file elsewhere.

        Args:
            address: of the page, or the id of the article in the file.
            whole: whether all of its text.

        Raises:
            StoreWriteError: it could not be written.
        """
        mark = self._home(address) / "whole"
        try:
            if whole and not mark.exists():
                self._make(mark.parent)
                self._write(mark, [b""])
            elif not whole and mark.exists():
                self._disk.remove(mark)
        except OSError as error:
            raise StoreWriteError(f"The choice was not kept: {reason(error)}") from error

    def _make(self, home: Path) -> None:
        for folder in (self._folder.parent, self._folder, home):
            make_private(folder)

    def _write(self, path: Path, parts: list[bytes]) -> None:
        write_whole(self._disk, path, parts)

    def _file(self, page: KeptPage) -> Path:
        return self._folder / _name(page.address) / f"{page.number:06}.page"

    def _home(self, address: str) -> Path:
        home = self._folder / _name(address)
        if home.is_dir():
            return home
        try:
            named = self._disk.read(home.with_suffix(".name")).decode("utf-8", "replace")
        except OSError:
            return home
        return self._folder / _name(named)

    def _head(self, path: Path) -> KeptPage | None:
        try:
            with path.open("rb") as stream:
                return KeptPage(**json.loads(stream.readline()))
        except (OSError, ValueError, TypeError):
            return None


def _packed(page: KeptPage, data: bytes) -> list[bytes]:
    return [json.dumps(asdict(page)).encode(), b"\n", zlib.compress(data)]


def _name(address: str) -> str:
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
