"""Lists the corrections of an article, the newest first; each can be taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from inquit.model.annotation import Correction, CorrectionId
from inquit.model.correction import PlacedCorrection
from inquit.model.passage import passage_of
from inquit.service.corrections import describe_correction
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import CORRECTIONS
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList
from widgets.sidebar_rows import CORRECTED, TO_CHECK


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCorrections:
    """The corrections of an article.

    Attributes:
        placed: the corrections, oldest first.
        orphaned: which of them are orphaned.
        to_check: which of them wait to be confirmed, each with the words now in its place.
    """

    placed: Sequence[PlacedCorrection]
    orphaned: Set[CorrectionId]
    to_check: Mapping[CorrectionId, str]


Change = Callable[[CorrectionId], Awaitable[ListedCorrections]]
"""Changes a correction and returns the corrections as they are then."""

_FAINT = Style(italic=True)


class CorrectionsList(Dialog[CorrectionId | None]):
    """Shows a row for each correction; ends with the one to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CORRECTIONS)

    def __init__(self, held: ListedCorrections, take_back: Change, confirm: Change) -> None:
        """Take the corrections, and the functions that take one back and confirm one."""
        super().__init__()
        self._held = held
        self._take_back, self._confirm = take_back, confirm
        self._list = RowList(empty="Nothing was corrected here.")

    def compose(self) -> ComposeResult:
        """Yield the corrections and the keys."""
        with Vertical() as box:
            box.border_title = "Corrections of this article"
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the corrections."""
        self.fit(self._list, max(2, len(self._held.placed)))
        self._show()
        self._list.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen one."""
        message.stop()
        self.dismiss(CorrectionId(message.key))

    def action_take_back(self) -> None:
        """Take back the correction under the cursor."""
        self._change(self._take_back)

    def action_confirm(self) -> None:
        """Confirm the correction under the cursor for the article as it is now."""
        self._change(self._confirm)

    @work(exclusive=True, group="changing")
    async def _change(self, change: Change) -> None:
        if self._list.rows and self._list.cursor is not None:
            self._held = await change(CorrectionId(self._list.cursor))
            self._show()

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)

    def _show(self) -> None:
        held = self._held
        self._list.set_rows([_row(each.correction, held) for each in reversed(held.placed)])


def _row(correction: Correction, held: ListedCorrections) -> ListRow:
    made = correction.created.astimezone()
    lost, now = correction.id in held.orphaned, held.to_check.get(correction.id)
    words = passage_of(correction.target)
    changed = f" → {now[:120]}" if now is not None and now != words else ""
    tail = "orphaned" if lost else f"{made:%d %b %H:%M}" if now is None else "to check"
    return ListRow(
        key=correction.id,
        text=f"{describe_correction(correction)} — {words[:120]}{changed}",
        sign=CORRECTED if not lost and now is None else TO_CHECK,
        tail=tail,
        style=_FAINT if lost or now is not None else Style.null(),
    )
