"""The article's structure: its headings to jump by, its links to follow."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from inquit.model.structure import Block, BlockKind
from widgets.excerpt import excerpt
from widgets.row import ListRow

if TYPE_CHECKING:
    from tui.dialogs.links import LinkChoice
    from tui.dialogs.picker import Picked
    from tui.reader.controllers.addresses import Addresses
    from tui.reader.controllers.articles import Articles
    from tui.reader.controllers.navigation import Navigation
    from tui.reader.reader_pane import ReaderPane
    from tui.reader.view import ReaderView


class OutlineAndLinks:
    """What the reader's screen makes of headings and links."""

    def __init__(
        self,
        view: ReaderView,
        pane: ReaderPane,
        navigation: Navigation,
        articles: Articles,
        addresses: Addresses,
    ) -> None:
        """Take the screen, the pane of the text, and what goes to places and opens addresses."""
        self._view = view
        self._pane = pane
        self._navigation = navigation
        self._articles = articles
        self._addresses = addresses

    def show_outline(self) -> None:
        """Show the headings; go to the one that is chosen."""
        from tui.dialogs.picker import Picker

        article = self._view.reading.article
        headings = [block for block in article.blocks if block.kind is BlockKind.HEADING]
        if not headings:
            self._view.say("This article has no headings")
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
        at = _heading_at(headings, self._pane.top)
        self._view.open_dialog(Picker("Outline", rows, at=at), self._go_to_heading)

    def show_links(self) -> None:
        """List the links; each is shown whole before it is opened."""
        from tui.dialogs.links import LinksScreen

        article = self._view.reading.article
        if not article.links and article.retrieved is None:
            self._view.say("This article has no links")
            return
        screen = LinksScreen(article, near=self._pane.top)
        self._view.open_dialog(screen, self._follow)

    def _go_to_heading(self, picked: Picked | None) -> None:
        if picked is not None and picked.key is not None:
            self._navigation.jump_to_offset(int(picked.key))

    def _follow(self, deed: LinkChoice | None) -> None:
        if deed is None:
            return
        if deed.what == "show":
            self._navigation.go_to(deed.link.span)
        elif deed.what == "open":
            self._articles.load(deed.address)
        else:
            self._addresses.use(deed.what, deed.address)


def _heading_at(headings: list[Block], offset: int) -> str:
    """Return the key of the heading that a place is under."""
    starts = [block.span.start for block in headings]
    return str(starts[max(0, bisect_right(starts, offset) - 1)])
