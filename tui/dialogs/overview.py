"""Shows how much each source says, in which way, and where in the article."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from inquit.model.article import Article
from inquit.model.printable import reveal_hidden
from inquit.model.quotation import SourceKind
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import OVERVIEW
from widgets.attributed_quotes import AttributedQuotes
from widgets.command import bindings
from widgets.row import ListRow
from widgets.row_list import RowList, shorten
from widgets.sidebar_rows import UNATTRIBUTED, source_row_key
from widgets.source_colours import SourceColours
from widgets.source_shares import Share, draw_bar, draw_places, measure_shares

_WIDE, _MIDDLE, _NARROW = (24, 20, 24), (20, 14, 14), (12, 6, 0)
"""Cells of a source's name, bar and places, on a wide, a middling and a narrow screen."""


class OverviewScreen(Dialog[str | None]):
    """Shows a row for each source; ends with the key of the chosen one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(OVERVIEW)
    DEFAULT_CSS = """
    OverviewScreen > Vertical { width: 96; max-height: 90%; }
    OverviewScreen RowList { height: auto; max-height: 30; margin: 0; }
    OverviewScreen Static { color: $text-muted; margin-top: 1; }
    """

    def __init__(
        self, article: Article, findings: AttributedQuotes, colours: SourceColours
    ) -> None:
        """Take the article, its quotes, and the colours of the sources."""
        super().__init__()
        self._findings, self._colours = findings, colours
        self._shares = measure_shares(article, findings)
        self._list = RowList(empty="No quotes found yet.")

    def compose(self) -> ComposeResult:
        """Yield the rows and what their signs mean."""
        with Vertical() as box:
            box.border_title = "Who says how much"
            yield self._list
            yield Static(
                Content("█ quoted  ▒ reported   ▪ where in the article   Enter goes there"),
                markup=False,
            )

    def on_mount(self) -> None:
        """Show the rows."""
        width = self.app.size.width
        cells = _WIDE if width >= 96 else _MIDDLE if width >= 76 else _NARROW
        self._list.set_rows([self._row(share, *cells) for share in self._shares])
        self._list.styles.height = max(2, len(self._shares))
        self._list.focus()

    def _row(self, share: Share, name_cells: int, bar_cells: int, place_cells: int) -> ListRow:
        source = share.source
        name = UNATTRIBUTED if source is None else reveal_hidden(source.name)
        unnamed = source is None or source.kind is SourceKind.UNNAMED
        greatest = self._shares[0].share
        parts = [
            set_cell_size(shorten(name, name_cells), name_cells),
            draw_bar(share, greatest, bar_cells),
            f"{share.share:4.0%}",
            f" {draw_places(share, place_cells)}" if place_cells else "",
        ]
        return ListRow(
            key=source_row_key(source),
            text=" ".join(parts),
            aligned=True,
            tail=f"{share.quotes} quotes" if share.quotes != 1 else "1 quote",
            style=self._colours.name(self._findings.index(source), unnamed=unnamed),
        )

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen source."""
        message.stop()
        self.dismiss(message.key)

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)
