"""What is done with an address of the web: copied, or handed to the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from inquit.errors import UserError
from tui.services.web_address import web_address

if TYPE_CHECKING:
    from tui.dialogs.links import LinkAction
    from tui.reader.controllers.copying import Copying
    from tui.reader.view import ReaderView
    from tui.services.browser import BrowserCommand


class Addresses:
    """Uses addresses outside of the reader."""

    def __init__(self, view: ReaderView, copying: Copying) -> None:
        """Take the screen and what copies."""
        self._view = view
        self._copying = copying

    def copy_own(self) -> None:
        """Copy the address that the article was fetched from, where it was."""
        retrieved = self._view.reading.article.retrieved
        address = web_address(retrieved.url) if retrieved is not None else None
        if address is None:
            self._view.say("This article has no address of a web page")
        else:
            self.use("copy", address.whole)

    def use(self, what: LinkAction, address: str) -> None:
        """Copy an address, or hand it to the browser."""
        if what == "copy":
            self._copying.copy_out(address, "The address")
        else:
            self._view.in_thread(lambda: self._browse(address), group="browsing")

    def _browse(self, address: str) -> None:
        from tui.services.browser import browser_command, start_quietly

        try:
            command = browser_command(address)
            if command.foreground:
                self._view.from_thread(self._browse_here, command)
                return
            start_quietly(command)
        except UserError as error:
            self._view.from_thread(self._view.complain, str(error))
        else:
            self._view.from_thread(self._view.say, "Handed to the browser")

    def _browse_here(self, command: BrowserCommand) -> None:
        """Give the terminal to a browser that draws in it."""
        from tui.services.browser import run_here

        try:
            with self._view.app.suspend():
                run_here(command)
        except SuspendNotSupported:
            self._view.complain("This terminal cannot be lent to a browser")
        except UserError as error:
            self._view.complain(str(error))
