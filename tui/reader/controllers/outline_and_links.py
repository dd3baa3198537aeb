"""The article's structure: its headings to jump by, its links to follow."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported

from inquit.errors import UserError
from inquit.model.span import Span
from inquit.model.structure import Block, BlockKind
from tui.reader.controllers.articles import Visiting
from tui.reader.controllers.copying import Copying
from widgets.excerpt import excerpt
from widgets.row import ListRow

if TYPE_CHECKING:
    from tui.dialogs.links import Deed, LinkDeed
    from tui.dialogs.picker import Picked
    from tui.services.browser import BrowserCommand


class Outlining(Visiting, Copying):
    """What the reader's screen makes of headings and links."""

    def action_outline(self) -> None:
        """Show the headings; go to the one that is chosen."""
        from tui.dialogs.picker import Picker

        reading = self.reading
        if reading is None:
            return
        article = reading.article
        headings = [block for block in article.blocks if block.kind is BlockKind.HEADING]
        if not headings:
            self.say("This article has no headings")
            return
        top = min(block.level for block in headings)
        rows = [
            ListRow(
                key=str(block.span.start),
                text=excerpt(article.text, block.span),
                depth=block.level - top,
            )
            for block in headings
        ]
        at = _heading_at(headings, self.pane.top)
        self._open(Picker("Outline", rows, at=at), self._go_to_heading)

    def action_links(self) -> None:
        """List the links; each is shown whole before it is opened."""
        from tui.dialogs.links import LinksScreen

        reading = self.reading
        if reading is None:
            return
        if not reading.article.links and reading.article.retrieved is None:
            self.say("This article has no links")
            return
        screen = LinksScreen(reading.article, near=self.pane.top)
        self._open(screen, self._follow)

    def go_to(self, span: Span) -> None:
        """Go to a passage and remember where one was; the screen says how."""
        raise NotImplementedError

    def jump_to_offset(self, offset: int) -> None:
        """Put a place of the text at the top; the screen says how."""
        raise NotImplementedError

    def _go_to_heading(self, picked: Picked | None) -> None:
        if picked is not None and picked.key is not None:
            self.jump_to_offset(int(picked.key))

    def _follow(self, deed: LinkDeed | None) -> None:
        if deed is None:
            return
        if deed.what == "show":
            self.go_to(deed.link.span)
        elif deed.what == "open":
            self.fetch_article(deed.address)
        else:
            self.use_address(deed.what, deed.address)

    def use_address(self, what: Deed, address: str) -> None:
        """Copy an address of the web, or hand it to the browser."""
        if what == "copy":
            self.copy_out(address, "The address")
        else:
            self._browse(address)

    @work(thread=True, group="browsing")
    def _browse(self, address: str) -> None:
        from tui.services.browser import browser_command, start_quietly

        try:
            command = browser_command(address)
            if command.foreground:
                self.app.call_from_thread(self._browse_here, command)
                return
            start_quietly(command)
        except UserError as error:
            self.app.call_from_thread(self.complain, str(error))
        else:
            self.app.call_from_thread(self.say, "Handed to the browser")

    def _browse_here(self, command: BrowserCommand) -> None:
        """Give the terminal to a browser that draws in it."""
        from tui.services.browser import run_here

        try:
            with self.app.suspend():
                run_here(command)
        except SuspendNotSupported:
            self.complain("This terminal cannot be lent to a browser")
        except UserError as error:
            self.complain(str(error))


def _heading_at(headings: list[Block], offset: int) -> str:
    """Return the key of the heading that a place is under."""
    starts = [block.span.start for block in headings]
    return str(starts[max(0, bisect_right(starts, offset) - 1)])
