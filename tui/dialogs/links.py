"""Lists the links of an article, and shows the full target before it is opened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from inquit.model.article import Article
from inquit.model.printable import printable
from inquit.model.span import Span
from inquit.model.structure import Link
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import LINKS
from tui.services.web_address import WebAddress, web_address
from widgets.command import bindings
from widgets.excerpt import excerpt
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

_THIS_PAGE = "≡ This page"

LinkAction = Literal["show", "open", "copy", "browse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChoice:
    """What to do with a link.

    Attributes:
        what: show its words in the text, or open or copy its address.
        link: the link.
        address: where it leads, in ASCII; empty if that is no web page.
    """

    what: LinkAction
    link: Link
    address: str


class LinksScreen(Dialog[LinkChoice | None]):
    """Shows a row for each link, and below the target of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LINKS)
    DEFAULT_CSS = """
    LinksScreen > Vertical { width: 96; }
    LinksScreen #target { height: auto; max-height: 8; background: $background; padding: 0 1; }
    LinksScreen #target Static { width: 1fr; height: auto; }
    """

    def __init__(self, article: Article, *, near: int) -> None:
        """Take what to list.

        Args:
            article: the article whose links are listed.
            near: an offset in its text; the cursor begins at the first link from there on.
        """
        super().__init__()
        self._links = (*_own_link(article), *article.links)
        self._addresses = [web_address(link.target) for link in self._links]
        self._rows = [
            _row(place, _words(article, link), address)
            for place, (link, address) in enumerate(zip(self._links, self._addresses, strict=True))
        ]
        own = len(self._links) - len(article.links)
        first = own + bisect_left([link.span.start for link in article.links], near)
        self._first = str(min(first, len(self._links) - 1))
        self._list = RowList()
        self._target = Static(markup=False)

    def compose(self) -> ComposeResult:
        """Yield the links, the target and the keys."""
        with Vertical() as box:
            box.border_title = "Links"
            yield self._list
            with VerticalScroll(id="target", can_focus=False):
                yield self._target
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the links."""
        most = max(2, self.app.size.height - 14)
        self._list.styles.height = min(most, max(1, len(self._rows)))
        self._list.set_rows(self._rows)
        self._list.mark(self._first)
        self._list.focus()
        self._show()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Show the target of the link under the cursor."""
        message.stop()
        self._show()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with showing the link in the text."""
        message.stop()
        self._end("show")

    def action_do(self, what: LinkAction) -> None:
        """End with something to do with the link under the cursor."""
        self._end(what)

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)

    def _place(self) -> int:
        return int(self._list.cursor or 0)

    def _end(self, what: LinkAction) -> None:
        place = self._place()
        address = self._addresses[place]
        if address is None and what != "show":
            self.notify("This is not the address of a web page", severity="warning", markup=False)
            return
        whole = address.whole if address is not None else ""
        self.dismiss(LinkChoice(what=what, link=self._links[place], address=whole))

    def _show(self) -> None:
        address = self._addresses[self._place()]
        if address is None:
            target = printable(self._links[self._place()].target)
            self._target.update(Content(f"Not the address of a web page: {target}"))
            return
        site = address.site
        if address.unicode_site is not None:
            site += f", written as {printable(address.unicode_site)}"
        self._target.update(Content.assemble((f"Site: {site}", "bold"), "\n", address.whole))


def _own_link(article: Article) -> Iterator[Link]:
    """Yield a link to the page itself, placed at the beginning of its text."""
    if article.retrieved is not None:
        yield Link(span=Span(0, 0), target=article.retrieved.url)


def _words(article: Article, link: Link) -> str:
    return excerpt(article.text, link.span) if link.span else _THIS_PAGE


def _row(place: int, words: str, address: WebAddress | None) -> ListRow:
    return ListRow(key=str(place), text=words, tail=address.site[-40:] if address else "")
