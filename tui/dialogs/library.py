"""Searches all that was read; before anything is typed, it shows what there is to begin with."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from inquit.errors import InquitError
from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.dialogs.prompt import Prompt
from tui.reader.commands.dialogs import LIBRARY
from tui.reader.library_rows import SAVED, Place, result_rows
from widgets.command import bindings
from widgets.row import ListRow
from widgets.row_list import RowList

if TYPE_CHECKING:
    from inquit.service.library.searching import Found

_PAUSE = 0.12
"""Seconds without a key after which what is typed is searched for."""

_HINT = 'words "a phrase" pre* -not said: by: role: in: after: newer: kind: is:unnamed has:note'

Search = Callable[[str, bool], Awaitable["Found"]]
"""Searches for what is typed, the newest first or what fits best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen: a place that a search found, or a row of what there is to begin with.

    Attributes:
        typed: what was searched for, to be shown the next time.
        place: the place, or None.
        key: the row's key, or None.
    """

    typed: str
    place: Place | None = None
    key: str | None = None


class LibraryScreen(Dialog[Chosen | None]):
    """A field above what it finds, grouped by article; ends with what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LIBRARY)
    DEFAULT_CSS = """
    LibraryScreen > Vertical { width: 132; height: 100%; }
    LibraryScreen RowList { height: 1fr; margin: 0; }
    LibraryScreen #told { height: 1; color: $text-muted; }
    """

    def __init__(
        self,
        search: Search,
        keep: Callable[[str, str], None],
        remove: Callable[[str], Awaitable[bool]],
        beginning: Sequence[ListRow],
        typed: str = "",
    ) -> None:
        """Take what searches and what is shown before.

        Args:
            search: searches; raises InquitError.
            keep: keeps a search under a name, which comes first.
            remove: moves what is kept under a name to the bin; tells whether that was done.
            beginning: the rows while nothing is typed.
            typed: what is searched for at first.
        """
        super().__init__()
        self._search = search
        self._keep = keep
        self._remove_kept = remove
        self._beginning = list(beginning)
        self._typed = typed
        self._newest = False
        self._waiting = 0
        self._places: dict[str, Place] = {}
        self._list = RowList(empty="Nothing was found.")
        self._list.can_focus = False
        self._told = Static(id="told", markup=False)

    def compose(self) -> ComposeResult:
        """Yield the field, the rows, a line on them and the keys."""
        with Vertical() as box:
            box.border_title = "All that you have read"
            yield Input(value=self._typed, placeholder=_HINT)
            yield self._list
            yield self._told
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Focus the field; show what there is to begin with, or what is searched for."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._look(self._typed)

    def show_beginning(self, rows: Sequence[ListRow]) -> None:
        """Show other rows while nothing is typed."""
        self._beginning = list(rows)
        if self.is_attached and not self._value:
            self._list.set_rows(self._beginning)

    def search_again(self) -> None:
        """Search again for what is typed: more was indexed."""
        if self.is_attached and self._value:
            self._run(self._value, 0.0)

    def tell_waiting(self, count: int) -> None:
        """Tell how many articles are found by their words only, as they are not analysed yet."""
        self._waiting = count
        self.tell("")

    def tell(self, line: str) -> None:
        """Show a line below the rows."""
        waiting = f"{self._waiting:,} still to be analysed" if self._waiting else ""
        self._told.update(Content(clean_line(" · ".join(filter(None, (line, waiting))))))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed now."""
        event.stop()
        self._look(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with the row under the cursor."""
        event.stop()
        self._list.action_choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen row."""
        message.stop()
        if message.key.startswith(SAVED):
            self.query_one(Input).value = message.key.removeprefix(SAVED)
            return
        place = self._places.get(message.key)
        key = message.key if place is None else None
        self.dismiss(Chosen(typed=self._value, place=place, key=key))

    def action_cursor(self, by: int) -> None:
        """Move the cursor over the rows."""
        self._list.action_cursor(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by screenfuls."""
        self._list.action_cursor_page(by)

    def action_keep(self) -> None:
        """Ask for a name, and keep what is searched for under it."""
        typed = self._value

        def keep(name: str | None) -> None:
            if name:
                self._keep(name, typed)
                self.tell(f"Kept as {name}; it stands here before anything is typed")

        if typed:
            hint = "It is offered where a search begins, and is @NAME in 'inquit search'."
            self.app.push_screen(Prompt("Keep this search as", "", hint=hint), keep)
        else:
            self.tell("Type what to search for first")

    @work(group="remove")
    async def action_remove_kept(self) -> None:
        """Move the kept search under the cursor to the bin."""
        chosen = next((row for row in self._list.rows if row.key == self._list.cursor), None)
        if chosen is None or not chosen.key.startswith(SAVED):
            self.tell("Empty the search, and go to one that is kept")
        elif await self._remove_kept(chosen.text):
            rows = [row for row in self._beginning if row.key != chosen.key]
            self.show_beginning(rows)
            self.tell(f"{chosen.text} is in the bin")

    def action_newest(self) -> None:
        """Show the newest first, or what fits best."""
        self._newest = not self._newest
        self.search_again()

    def action_close(self) -> None:
        """Empty the field, or end with None where it is empty."""
        if self._value:
            self.query_one(Input).value = ""
        else:
            self.dismiss(None)

    @property
    def _value(self) -> str:
        fields = self.query(Input)  # none is left once the screen is taken away
        return fields.first().value.strip() if fields else ""

    def _look(self, typed: str) -> None:
        if typed.strip():
            self._run(typed, _PAUSE)
        else:
            self.workers.cancel_group(self, "search")
            self._places = {}
            self._list.set_rows(self._beginning)
            self.tell("")

    @work(group="search", exclusive=True)
    async def _run(self, typed: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            found = await self._search(typed, self._newest)
        except InquitError as error:
            self.tell(str(error))
            return
        pairs = result_rows(found.results)
        self._places = {row.key: place for row, place in pairs}
        self._list.set_rows([row for row, _ in pairs])
        self._list.action_cursor_to(0)
        total, shown = found.results.total, len(found.results.articles)
        counted = f"{total:,} articles" if total != 1 else "1 article"
        first = f", the first {shown} shown" if shown < total else ""
        order = ", newest first" if self._newest else ""
        self.tell("; ".join((f"{counted}{first}{order}", *found.query.faults)))
