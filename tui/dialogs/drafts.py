"""Offers the drafts that were left when a window ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from inquit.model.annotation import Note
from inquit.model.passage import passage_of
from tui.dialogs.bookmark_editor import parse_draft
from tui.dialogs.dialog import Dialog
from tui.reader.commands.dialogs import DRAFTS
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList, shorten

if TYPE_CHECKING:
    from inquit.service.records import LeftDraft

_MOST_ROWS = 10
_PASSAGE = 32
"""Cells that the passage of a bookmark takes at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to do with a draft: take it up, or discard it for good."""

    draft: LeftDraft
    give_up: bool = False


class DraftsDialog(Dialog[Choice | None]):
    """Lists drafts; ends with what to do with one, or None to leave all as they are."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(DRAFTS)
    CSS = """
    DraftsDialog #title { text-style: bold; height: 1; margin-bottom: 1; }
    DraftsDialog RowList { margin: 0 0 1 0; }
    """

    def __init__(self, left: Sequence[LeftDraft]) -> None:
        """Take the drafts, of which there is at least one."""
        super().__init__()
        self._left = {draft.key: draft for draft in left}
        self._list = RowList()

    def compose(self) -> ComposeResult:
        """Yield a title, the drafts and the keys."""
        with Vertical():
            yield Static("Not saved when a window ended", id="title", markup=False)
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the drafts."""
        self._list.styles.height = min(_MOST_ROWS, len(self._left))
        self._list.set_rows([_row(draft) for draft in self._left.values()])
        self._list.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Take up the chosen draft."""
        message.stop()
        self.dismiss(Choice(draft=self._left[message.key]))

    def action_take_up(self) -> None:
        """Take up the draft under the cursor."""
        self._list.action_choose()

    def action_later(self) -> None:
        """Leave all drafts as they are."""
        self.dismiss(None)

    def action_give_up(self) -> None:
        """Discard the draft under the cursor."""
        if self._list.cursor is not None:
            self.dismiss(Choice(draft=self._left[self._list.cursor], give_up=True))


def _row(draft: LeftDraft) -> ListRow:
    record = draft.record
    if isinstance(record, Note):
        text = f"Note on {record.about_name}: {draft.text}"
    else:
        typed = " — ".join(filter(None, parse_draft(draft.text) or (draft.text,)))
        text = f"Bookmark on {shorten(passage_of(record.target), _PASSAGE)}: {typed[:200]}"
    kept = draft.kept.astimezone()
    return ListRow(key=draft.key, text=text, sign="✎", tail=f"{kept:%d %b %H:%M}")
