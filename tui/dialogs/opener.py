"""Asks which article to open; completes paths and offers recent articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static
from textual.worker import get_current_worker

import seeds
from inquit.model.printable import printable
from inquit.service.reading_state import Recent
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import OPENER
from tui.services.path_completion import Completion, common_beginning, completions
from widgets.accent_folding import fold_accents
from widgets.command import bindings
from widgets.excerpt import reference_end
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

_FRAME = 11
"""Rows of the screen besides those of the list."""

_HINT = "A file or folder, a web address, or seed:NAME. Tab completes."


class Opener(Dialog[str | None]):
    """A field above its completions; ends with the reference of an article, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(OPENER)
    DEFAULT_CSS = """
    Opener RowList.-idle > .row-list--cursor { background: $surface; }
    """

    def __init__(self, recent: Sequence[Recent] = ()) -> None:
        """Take the recent articles, the last one first."""
        super().__init__()
        self._recent = recent
        self._offered: tuple[Completion, ...] = ()
        self._offered_for: str | None = None
        self._sent = False
        self._list = RowList(empty="Nothing begins with that.")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the field, its completions and the keys."""
        with Vertical() as box:
            box.border_title = "Open"
            yield Static(_HINT, classes="hint", markup=False)
            yield Input()
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Offer the recent articles and focus the field."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._list.styles.height = max(2, min(self.MOST_ROWS, self.app.size.height - _FRAME))
        self._offer("", ())
        self._complete("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer completions of what is typed."""
        event.stop()
        self._sent = False
        self._complete(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with the row under the cursor or the only one left, else with what was typed."""
        event.stop()
        # While the folder is still being read, the completions on the screen are out of date.
        self._sent = self._offered_for != event.value
        if not self._sent:
            self._open(event.value)

    def _open(self, value: str) -> None:
        typed = value.strip()
        if not self._list.has_class("-idle") or self._is_clear(typed):
            self._list.action_choose()
        elif typed:
            self.dismiss(typed)

    def _is_clear(self, typed: str) -> bool:
        """Tell whether what is typed begins one row only; an address is always typed in full."""
        whole = "://" in typed or typed in (row.key.rstrip("/") for row in self._list.rows)
        return bool(typed) and not whole and len(self._list.rows) == 1

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with a row, or go into a folder."""
        message.stop()
        if message.key.endswith("/") and any(item.path == message.key for item in self._offered):
            self._type(message.key)
        else:
            self.dismiss(message.key)

    def action_cursor(self, by: int) -> None:
        """Move the cursor to the rows, and over them."""
        if self._list.has_class("-idle"):
            self._list.remove_class("-idle")
            self._list.action_cursor_to(0 if by > 0 else -1)
        else:
            self._list.action_cursor(by)

    def action_complete(self) -> None:
        """Complete what is typed as far as that is unambiguous, or to the row under the cursor."""
        if not self._list.has_class("-idle") and self._list.cursor is not None:
            self._type(self._list.cursor)
            return
        typed = self.query_one(Input).value
        self._type(common_beginning(typed, self._offered))

    def action_cancel(self) -> None:
        """End with None."""
        self.dismiss(None)

    @work(thread=True, exclusive=True, group="completing")
    def _complete(self, typed: str) -> None:
        """Read the folder that is being typed, in a thread: it may be on a slow disk."""
        worker = get_current_worker()
        found = () if "://" in typed or typed.startswith("seed:") else completions(typed)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._offer, typed, found)

    def _offer(self, typed: str, found: tuple[Completion, ...]) -> None:
        if typed != self.query_one(Input).value:
            return
        self._offered, self._offered_for = found, typed
        rows = {row.key: row for row in (*self._found_rows(), *self._known_rows(typed))}
        if not typed:
            rows = {row.key: row for row in (*self._known_rows(typed), *self._found_rows())}
        self._list.add_class("-idle")
        self._list.set_rows(list(rows.values()))
        self._list.action_cursor_to(0)
        if self._sent:
            self._sent = False
            self._open(typed)

    def _known_rows(self, typed: str) -> Iterator[ListRow]:
        """Yield the recent articles that contain the typed words, and the samples."""
        words = fold_accents(typed).casefold().split()
        for item in self._recent:
            line = fold_accents(f"{item.reference} {item.title}").casefold()
            if all(word in line for word in words):
                yield ListRow(
                    key=item.reference,
                    text=printable(item.title),
                    sign="↺",
                    tail=reference_end(item.reference),
                )
        for name in seeds.names():
            if f"seed:{name}".startswith(typed):
                yield ListRow(key=f"seed:{name}", text=f"seed:{name}", sign="≡", tail="sample")

    def _found_rows(self) -> Iterator[ListRow]:
        for item in self._offered:
            sign, tail = ("▸", "folder") if item.is_folder else (" ", "")
            yield ListRow(key=item.path, text=printable(item.path), sign=sign, tail=tail)

    def _type(self, value: str) -> None:
        field = self.query_one(Input)
        field.value = value
        field.cursor_position = len(value)
