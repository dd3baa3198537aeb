"""Pages as they were fetched, kept with what the reader wrote: a bookmark's article opens offline.

A page has a folder of its own, named by the digest of its address, and in it a file for each
version of its text. Other addresses that led to it have a file that names it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from inquit.errors import StoreError, StoreWriteError
from inquit.model.article import ArticleId
from inquit.store.durability.files import describe_error, list_files, write_whole
from inquit.store.pages.page_file import (
    HEAD_LIMIT,
    DamagedPageError,
    KeptPage,
    digest_of,
    pack_page,
    read_body,
    read_head,
)
from inquit.store.pages.page_paths import PAGES, PagePaths, page_name

__all__ = ["PAGES", "KeptPage", "KeptPages"]

DAMAGED = "damaged"
"""The folder within it of versions that were set aside."""

SUFFIX = ".page"


class KeptPages(PagePaths):
    """The pages in one folder."""

    def versions(self, address: str) -> tuple[KeptPage, ...]:
        """Return the versions of the page that an address leads to, the oldest first.

        One whose first line cannot be read is left out, and set aside where it is damaged.
        """
        return tuple(page for _, page in self._versions(self.home(address), mend=True))

    def newest(self, address: str) -> KeptPage | None:
        """Return the newest version of the page that an address leads to, or None."""
        return next(reversed(self.versions(address)), None)

    def titles(self, ids: Iterable[ArticleId]) -> dict[ArticleId, str]:
        """Return the titles of articles by their ids, as far as they are kept with one."""
        newest = ((each, self.newest(each)) for each in set(ids))
        return {each: page.title for each, page in newest if page is not None and page.title}

    def data(self, page: KeptPage) -> bytes:
        """Return the bytes of a version; a damaged one is set aside.

        Raises:
            StoreError: they cannot be read or are damaged, in one line.
        """
        path = self._file(page)
        try:
            return read_body(self._disk.read(path))
        except OSError as error:
            message = f"The page as it was kept cannot be read: {describe_error(error)}"
            raise StoreError(message) from error
        except DamagedPageError as error:
            self._set_aside(path)
            raise StoreError("The page as it was kept was damaged and is set aside") from error

    def newest_readable(self, address: str) -> tuple[KeptPage | None, bytes, str | None]:
        """Return the newest version that can be read, and what is wrong with those after it.

        Returns:
            The version, or None; its bytes; and a line on what is damaged or cannot be read, or
            None.
        """
        message = None
        for page in reversed(self.versions(address)):
            try:
                return page, self.data(page), message
            except StoreError as error:
                message = message or str(error)
        return None, b"", message

    def keep(self, page: KeptPage, data: bytes, names: Iterable[str] = ()) -> KeptPage:
        """Keep a page, as a new version where its text has changed.

        Args:
            page: what is known of it; date, digest and number are filled in.
            data: its bytes.
            names: other addresses that led to it.

        Raises:
            StoreError: it could not be written.
        """
        # Imported only here: what is kept is asked for before anything is on the screen.
        from inquit.store.durability.lock import StoreLock

        try:
            self.make(self.folder)
            with StoreLock(self.folder, disk=self._disk).hold():
                return self._keep(page, data, set(names) - {page.address})
        except OSError as error:
            raise StoreWriteError(f"The page was not kept: {describe_error(error)}") from error

    def all(self) -> Iterator[tuple[Path, KeptPage]]:
        """Yield the file and what is known of every version, of all pages; nothing is changed."""
        for home in list_files(self.folder, "*/"):
            if home.name != DAMAGED:
                yield from self._versions(home, mend=False)

    def homes(self) -> dict[str, int]:
        """Return the folders of pages by name, each with when it changed last, in nanoseconds.

        Whatever is kept or removed of a page changes its folder.
        """
        found = {}
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name != DAMAGED and entry.is_dir(follow_symlinks=False):
                    with suppress(FileNotFoundError):
                        found[entry.name] = entry.stat().st_mtime_ns
        return found

    def changed_at(self, home: str) -> int:
        """Return when the folder that has a name changed last, in nanoseconds; 0 for no folder."""
        try:
            return (self.folder / home).stat().st_mtime_ns
        except OSError:
            return 0

    def newest_at(self, home: str) -> KeptPage | None:
        """Return the newest version in the folder that has a name; None where there is none."""
        return max(
            (page for _, page in self._versions(self.folder / home, mend=False)),
            key=lambda page: page.number,
            default=None,
        )

    def _keep(self, page: KeptPage, data: bytes, names: set[str]) -> KeptPage:
        before = self.newest(page.address)
        number = 1
        if before is not None:
            number = before.number + (before.text_digest != page.text_digest)
        kept = replace(page, fetched=_now(), digest=digest_of(data), number=number)
        self.make(self.folder / page_name(page.address))
        write_whole(self._disk, self._file(kept), pack_page(kept, data))
        for name in names:
            path = self.folder / f"{page_name(name)}.name"
            write_whole(self._disk, path, [page.address.encode()])
        return kept

    def _versions(self, home: Path, *, mend: bool) -> Iterator[tuple[Path, KeptPage]]:
        for path in list_files(home, f"*{SUFFIX}"):
            try:
                yield path, read_head(self._disk.read(path, HEAD_LIMIT))
            except OSError:
                continue
            except DamagedPageError:
                if mend:
                    self._set_aside(path)

    def _set_aside(self, path: Path) -> None:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        # Where it cannot be moved, it will be passed over again.
        with suppress(OSError):
            self.make(self.folder / DAMAGED)
            aside = self.folder / DAMAGED / f"{path.parent.name}-{path.stem}-{moment}{SUFFIX}"
            self._disk.replace(path, aside)

    def _file(self, page: KeptPage) -> Path:
        return self.folder / page_name(page.address) / f"{page.number:06}{SUFFIX}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
