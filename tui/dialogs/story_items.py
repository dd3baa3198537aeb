"""Lists what is in a story; items are moved, annotated, removed and put back here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from inquit.model.printable import clean_line
from inquit.model.story import Story, StoryItem, StoryItemKind
from tui.dialogs.dialog import Dialog
from tui.dialogs.prompt import Prompt
from tui.reader.commands.dialogs import STORY
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

if TYPE_CHECKING:
    from inquit.service.records import Repository

Change = Callable[[Callable[["Repository"], object]], Awaitable[Sequence[StoryItem] | None]]
"""Changes the store and returns the items as they are then; None where that cannot be told."""

_SIGNS = {
    StoryItemKind.QUOTE: "“",
    StoryItemKind.PASSAGE: "¶",
    StoryItemKind.BOOKMARK: "◆",
    StoryItemKind.NOTE: "✎",
    StoryItemKind.SOURCE: "●",
}
_ROWS_BELOW = 6  # rows that what is told of an item takes at most, as a rule
_LONGEST, _LONGEST_TOLD = 200, 400  # code points of an item's words, in its row and below


class StoryItemsDialog(Dialog[StoryItem | None]):
    """Shows a row for each item, in the story's order; ends with the one to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(STORY)
    DEFAULT_CSS = """
    StoryItemsDialog > Vertical { width: 96; }
    StoryItemsDialog #told { height: auto; max-height: 8; padding: 0 1; overflow-y: auto; }
    """

    def __init__(self, story: Story, items: Sequence[StoryItem], change: Change) -> None:
        """Take the story, what is in it, and what changes it."""
        super().__init__()
        self._story = story
        self._items = items
        self._change = change
        self._list = RowList(empty="Nothing yet. z puts what is current into this story.")

    def compose(self) -> ComposeResult:
        """Yield the items and the keys."""
        with Vertical() as box:
            box.border_title = Content(clean_line(self._story.name))
            yield self._list
            yield Static(id="told", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the items."""
        self._show()
        self._list.focus()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Tell all of the item under the cursor."""
        message.stop()
        self._tell()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen one."""
        message.stop()
        self.dismiss(self._under_cursor())

    @work(exclusive=True, group="changing")
    async def action_move(self, by: int) -> None:
        """Move the item under the cursor by some places."""
        if (item := self._under_cursor()) is not None:
            await self._alter(lambda store: store.stories.move_item(item.id, by))

    @work(exclusive=True, group="changing")
    async def action_annotate(self) -> None:
        """Ask what to write to the item under the cursor."""
        from inquit.service.stories import rewrite_note

        if (item := self._under_cursor()) is None:
            return
        typed = await self.app.push_screen_wait(Prompt("Your note to it", item.note))
        if typed is not None and typed != item.note:
            await self._alter(lambda store: rewrite_note(store, item, typed))

    @work(exclusive=True, group="changing")
    async def action_remove(self) -> None:
        """Move the item under the cursor to the bin."""
        if (item := self._under_cursor()) is not None:
            await self._alter(lambda store: store.stories.remove_item(item.id))

    @work(exclusive=True, group="changing")
    async def action_undo(self) -> None:
        """Put back what was removed last."""
        await self._alter(lambda store: store.undo())

    def action_close(self) -> None:
        """End with None."""
        self.dismiss(None)

    async def _alter(self, alter: Callable[[Repository], object]) -> None:
        changed = await self._change(alter)
        if changed is not None:
            self._items = changed
            self._show()

    def _under_cursor(self) -> StoryItem | None:
        wanted = self._list.cursor
        return next((item for item in self._items if item.id == wanted), None)

    def _show(self) -> None:
        self.fit(self._list, max(2, len(self._items)), below=_ROWS_BELOW)
        self._list.set_rows([_row(item) for item in self._items])
        self._tell()

    def _tell(self) -> None:
        item = self._under_cursor()
        lines = _lines(item) if item is not None else ()
        self.query_one("#told", Static).update(Content("\n".join(lines)))


def _row(item: StoryItem) -> ListRow:
    words = item.words[:_LONGEST]
    who = f"{item.speaker}: " if item.speaker and words else item.speaker
    note = f" — {item.note}" if item.note else ""
    return ListRow(
        key=item.id,
        text=f"{who}{words}{note}",
        sign=_SIGNS[item.kind],
        tail=clean_line(item.publication.site or item.publication.title)[:24],
    )


def _lines(item: StoryItem) -> Iterator[str]:
    """Yield what there is to say of an item, each on one line."""
    from inquit.service.stories import describe_publication, describe_speaker

    words = (clean_line(item.words[:_LONGEST_TOLD]), describe_speaker(item))
    yield " — ".join(each for each in words if each)
    if published := describe_publication(item):
        yield f"→ {published}"
    if item.note:
        yield f"✎ {clean_line(item.note)}"
