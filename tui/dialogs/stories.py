"""Lists the stories; one is opened, made, renamed, removed and put back here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from inquit.model.story import Story
from tui.dialogs.dialog import Dialog
from tui.dialogs.prompt import Prompt
from tui.reader.commands.dialogs import STORIES
from widgets.command import bindings
from widgets.key_line import KeyLine
from widgets.row import ListRow
from widgets.row_list import RowList

if TYPE_CHECKING:
    from inquit.service.records import Repository

Counted = Sequence[tuple[Story, int]]
"""The stories, each with how many items it has."""

Change = Callable[[Callable[["Repository"], object]], Awaitable[Counted | None]]
"""Changes the store and returns the stories as they are then; None where that cannot be told."""


class StoriesDialog(Dialog[Story | None]):
    """Shows a row for each story, the newest first; ends with the one to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(STORIES)

    def __init__(self, stories: Counted, change: Change) -> None:
        """Take the stories, and what changes them."""
        super().__init__()
        self._stories = stories
        self._change = change
        self._list = RowList(empty="No stories yet. a makes one, and z puts a quote into one.")

    def compose(self) -> ComposeResult:
        """Yield the stories and the keys."""
        with Vertical() as box:
            box.border_title = "Stories"
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the stories."""
        self._show()
        self._list.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """End with the chosen one."""
        message.stop()
        self.dismiss(self._under_cursor())

    @work(exclusive=True, group="changing")
    async def action_add(self) -> None:
        """Ask for a name and make a story."""
        from inquit.service.stories import new_story

        if name := await self.app.push_screen_wait(Prompt("New story", "", hint="Its name")):
            story = new_story(name)
            await self._alter(lambda store: store.stories.add(story))
            self._list.follow(story.id)

    @work(exclusive=True, group="changing")
    async def action_rename(self) -> None:
        """Ask for another name of the story under the cursor."""
        story = self._under_cursor()
        if story is None:
            return
        name = await self.app.push_screen_wait(Prompt("Rename the story", story.name))
        if name:
            await self._alter(
                lambda store: store.stories.edit(
                    story.id, lambda held: None if held is None else replace(held, name=name)
                )
            )

    @work(exclusive=True, group="changing")
    async def action_remove(self) -> None:
        """Move the story under the cursor to the bin, with all that is in it."""
        if (story := self._under_cursor()) is not None:
            await self._alter(lambda store: store.stories.remove(story.id))

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
            self._stories = changed
            self._show()

    def _under_cursor(self) -> Story | None:
        wanted = self._list.cursor
        return next((story for story, _ in self._stories if story.id == wanted), None)

    def _show(self) -> None:
        self.fit(self._list, max(2, len(self._stories)))
        self._list.set_rows([_row(story, count) for story, count in reversed(self._stories)])


def _row(story: Story, count: int) -> ListRow:
    return ListRow(
        key=story.id,
        text=story.name,
        sign="▤",
        tail=f"{count} · {story.created.astimezone():%d %b}",
    )
