"""The editor of a bookmark: a label and a comment."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from inquit.model.annotation import Bookmark
from inquit.model.passage import passage_of
from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog
from tui.dialogs.draft_autosave import DraftAutosave, Drafting
from tui.reader.commands.dialogs import BOOKMARK_EDITOR
from widgets.command import bindings

Keep = Callable[[str, str], Awaitable[bool]]


class BookmarkEditor(Dialog[bool]):
    """Edits a bookmark's label and comment; ends with True if something was saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(BOOKMARK_EDITOR)
    CSS = """
    BookmarkEditor #passage { color: $text-muted; max-height: 3; margin-bottom: 1; }
    BookmarkEditor Input, BookmarkEditor Input:focus { margin-bottom: 1; }
    """

    def __init__(
        self,
        bookmark: Bookmark,
        keep: Keep,
        drafting: Drafting,
        *,
        typed: tuple[str, str] | None = None,
    ) -> None:
        """Take what to edit.

        Args:
            bookmark: the bookmark as it is stored.
            keep: saves label and comment; returns whether that worked.
            drafting: where the draft goes.
            typed: label and comment of a draft that is taken up.
        """
        super().__init__()
        self._draft = DraftAutosave(self, drafting, lambda: json.dumps(self._fields()))
        self._bookmark = bookmark
        self._keep = keep
        self._typed = typed or (bookmark.label, bookmark.comment)

    def compose(self) -> ComposeResult:
        """Yield the passage, the fields and the keys."""
        with Vertical():
            passage = clean_line(passage_of(self._bookmark.target)[:300])
            yield Static(Content(passage), id="passage", markup=False)
            yield Static("Label", markup=False)
            yield Input(self._typed[0], id="label")
            yield Static("Comment", markup=False)
            yield Input(self._typed[1], id="comment")
            yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Focus the label and begin to keep drafts."""
        for field in self.query(Input):
            field.cursor_blink = False
        self.query_one("#label").focus()
        self._draft.start()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the label to the comment, or save from there."""
        event.stop()
        if event.input.id == "label":
            self.query_one("#comment").focus()
        else:
            self.action_save()

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
        label, comment = self._fields()
        if (label, comment) == (self._bookmark.label, self._bookmark.comment):
            await self._draft.finish(saved=False)
        else:
            await self._draft.save_with(lambda: self._keep(label, comment))

    def _fields(self) -> tuple[str, str]:
        label, comment = (self.query_one(f"#{name}", Input).value for name in ("label", "comment"))
        return label, comment


def parse_draft(draft: str) -> tuple[str, str] | None:
    """Return the label and comment in a draft's text, or None if it holds something else."""
    try:
        label, comment = json.loads(draft)
    except (ValueError, TypeError):
        return None
    return str(label), str(comment)
