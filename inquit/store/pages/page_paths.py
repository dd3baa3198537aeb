"""The paths of a page's files, and whether the reader wants to see all of its text.

It is imported before anything is on the screen, so it imports little.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from inquit.errors import StoreWriteError
from inquit.store.durability.files import Disk, describe_error, is_there, make_private, write_whole

PAGES = "pages"
"""The folder within the data folder."""


class PagePaths:
    """The folders of pages within one folder."""

    def __init__(self, folder: Path, *, disk: Disk | None = None) -> None:
        """Take the data folder; nothing is made before something is kept."""
        self.folder = folder / PAGES
        self._disk = disk or Disk()

    def home(self, address: str) -> Path:
        """Return the folder of the page that an address leads to, whether it is there or not."""
        home = self.folder / page_name(address)
        if is_there(home):
            return home
        try:
            named = self._disk.read(home.with_suffix(".name")).decode("utf-8", "replace")
        except OSError:
            return home
        return self.folder / page_name(named)

    def make(self, home: Path) -> None:
        """Create a folder of a page, and those above it; raises OSError."""
        for folder in (self.folder.parent, self.folder, home):
            make_private(folder)

    def shows_whole(self, address: str) -> bool:
        """Tell whether the reader wants all of the page's text and not only the article."""
        return is_there(self.home(address) / "whole")

    def show_whole(self, address: str, *, whole: bool) -> None:
        """Remember how the reader wants to see a page that is kept, or a file elsewhere.

        Args:
            address: of the page, or the id of the article in the file.
            whole: whether all of its text.

        Raises:
            StoreWriteError: it could not be written.
        """
        mark = self.home(address) / "whole"
        try:
            if whole and not is_there(mark):
                self.make(mark.parent)
                write_whole(self._disk, mark, [b""])
            elif not whole and is_there(mark):
                self._disk.remove(mark)
        except OSError as error:
            raise StoreWriteError(f"The choice was not kept: {describe_error(error)}") from error


def page_name(address: str) -> str:
    """Return the name of the folder of a page, which reveals nothing of the address."""
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:40]
