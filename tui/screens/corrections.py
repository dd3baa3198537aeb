"""The corrections of an article, the last one first; each can be taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence, Set
from typing import ClassVar

from rich.style import Style
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Footer

from inquit.correcting import told
from inquit.model.annotation import CorrectionId
from inquit.model.correction import PlacedCorrection
from inquit.model.passage import passage_of
from tui.dialog_bindings import CORRECTIONS
from tui.screens.dialog import Dialog
from widgets.row import Row
from widgets.row_list import RowList

Held = tuple[Sequence[PlacedCorrection], Set[CorrectionId]]
"""The corrections, oldest first, and which of them are orphaned."""

TakeBack = Callable[[CorrectionId], Awaitable[Held]]
"""Takes a correction back and returns what is left."""

_FAINT = Style(italic=True)


class CorrectionsList(Dialog[CorrectionId | None]):
    """A row for each correction; ends with the one to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = CORRECTIONS

    def __init__(self, held: Held, take_back: TakeBack) -> None:
        """Take the corrections and what takes one back."""
        super().__init__()
        self._held = held
        self._take_back = take_back
        self._list = RowList(empty="Nothing was corrected here.")

    def compose(self) -> ComposeResult:
        """Yield the corrections and the keys."""
        with Vertical() as box:
            box.border_title = "Corrections of this article"
            yield self._list
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the corrections."""
        self.fit(self._list, max(2, len(self._held[0])))
        self._show()
        self._list.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen one."""
        message.stop()
        self.dismiss(CorrectionId(message.key))

    @work(exclusive=True, group="taking-back")
    async def action_take_back(self) -> None:
        """Take back the correction that the cursor is on."""
        if self._list.rows and self._list.cursor is not None:
            self._held = await self._take_back(CorrectionId(self._list.cursor))
            self._show()

    def action_close(self) -> None:
        """End with none."""
        self.dismiss(None)

    def _show(self) -> None:
        placed, orphaned = self._held
        self._list.set_rows([_row(each, orphaned) for each in reversed(placed)])


def _row(placed: PlacedCorrection, orphaned: Set[CorrectionId]) -> Row:
    correction = placed.correction
    lost = correction.id in orphaned
    made = correction.created.astimezone()
    return Row(
        key=correction.id,
        text=f"{told(correction)} — {passage_of(correction.target)[:120]}",
        sign="✓?" if lost else "✓",
        tail="orphaned" if lost else f"{made:%d %b %H:%M}",
        style=_FAINT if lost else Style.null(),
    )
