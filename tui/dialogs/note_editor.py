"""The editor of a note: closing it saves, and what cannot be saved stays in it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.dialogs.draft_autosave import DraftAutosave, Drafting
from tui.reader.commands.dialogs import NOTE_EDITOR
from widgets.command import bindings
from widgets.key_line import KeyLine

Keep = Callable[[str], Awaitable[bool]]

_LONGEST_WRAPPED = 10_000
"""Characters in the longest line that is wrapped."""


class NoteEditor(Dialog[bool]):
    """Edits the text of a note; ends with True if something was saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(NOTE_EDITOR)
    CSS = """
    NoteEditor > Vertical { height: 18; }
    NoteEditor #title { text-style: bold; height: 1; margin-bottom: 1; }
    NoteEditor TextArea, NoteEditor TextArea:focus {
        height: 1fr; border: none; background: $background; padding: 0 1;
    }
    """

    def __init__(
        self, title: str, body: str, keep: Keep, drafting: Drafting, *, typed: str | None = None
    ) -> None:
        """Take what to edit.

        Args:
            title: what the note is about.
            body: the text as it is stored.
            keep: saves the text; returns whether that worked, after a notice if it did not.
            drafting: where the draft goes.
            typed: the text of a draft that is taken up in place of body.
        """
        super().__init__()
        self._draft = DraftAutosave(self, drafting, self._text)
        self._title = title
        self._body = body
        self._keep = keep
        self._typed = body if typed is None else typed

    def compose(self) -> ComposeResult:
        """Yield title, text area and keys."""
        with Vertical():
            yield Static(Content(clean_line(self._title)), id="title", markup=False)
            yield TextArea(self._typed, soft_wrap=can_wrap(self._typed), tab_behavior="focus")
            yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor at the end of the text and begin to keep drafts."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        area.focus()
        self._draft.start()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Wrap the lines, unless one of them is too long for that."""
        event.stop()
        event.text_area.soft_wrap = can_wrap(event.text_area.text)

    async def keep_draft(self) -> bool:
        """Keep what is typed now as a draft; return whether nothing is left to keep."""
        return await self._draft.keep()

    @work(exclusive=True, group="closing")
    async def action_discard(self) -> None:
        """Close without saving."""
        await self._draft.discard()

    @work(exclusive=True, group="closing")
    async def action_save(self) -> None:
        """Save and close; if saving fails the editor stays open."""
        body = self._text()
        if body == self._body:
            await self._draft.finish(saved=False)
        else:
            await self._draft.save_with(lambda: self._keep(body))

    def _text(self) -> str:
        return self.query_one(TextArea).text


def can_wrap(text: str) -> bool:
    """Tell whether lines can be wrapped quickly: each row is drawn from its whole line.

    A paste of 100,000 characters without a line break would make every key take a second.
    """
    return all(len(line) <= _LONGEST_WRAPPED for line in text.split("\n"))
