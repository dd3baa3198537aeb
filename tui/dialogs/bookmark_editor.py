"""The editor of a bookmark: a label, a comment and tags."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from inquit.model.annotation import Bookmark
from inquit.model.passage import passage_of
from inquit.model.printable import clean_line
from inquit.model.tags import complete_tag, format_tags, parse_tags
from tui.dialogs.dialog import Dialog
from tui.dialogs.draft_autosave import DraftAutosave, Drafting
from tui.reader.commands.dialogs import BOOKMARK_EDITOR
from widgets.command import bindings
from widgets.key_line import KeyLine

Keep = Callable[[str, str, tuple[str, ...]], Awaitable[bool]]

Fields = tuple[str, str, str]
"""Label, comment and tags, as they are typed."""

_NAMES = ("label", "comment", "tags")


class BookmarkEditor(Dialog[bool]):
    """Edits a bookmark's label, comment and tags; ends with True if something was saved."""

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
        typed: Fields | None = None,
        known_tags: Sequence[str] = (),
    ) -> None:
        """Take what to edit.

        Args:
            bookmark: the bookmark as it is stored.
            keep: saves label, comment and tags; returns whether that worked.
            drafting: where the draft goes.
            typed: what a draft holds that is taken up.
            known_tags: what a tag is completed to.
        """
        super().__init__()
        self._draft = DraftAutosave(self, drafting, lambda: json.dumps(self._fields()))
        self._bookmark = bookmark
        self._keep = keep
        self._stored: Fields = (bookmark.label, bookmark.comment, format_tags(bookmark.tags))
        self._typed = typed or self._stored
        self._known_tags = known_tags

    def compose(self) -> ComposeResult:
        """Yield the passage, the fields and the keys."""
        with Vertical():
            passage = clean_line(passage_of(self._bookmark.target)[:300])
            yield Static(Content(passage), id="passage", markup=False)
            yield Static("Label", markup=False)
            yield Input(self._typed[0], id="label")
            yield Static("Comment", markup=False)
            yield Input(self._typed[1], id="comment")
            yield Static("Tags; → finishes one that is in use", markup=False)
            yield Input(self._typed[2], id="tags", suggester=KnownTags(self._known_tags))
            yield KeyLine()

    def on_mount(self) -> None:
        """Focus the label and begin to keep drafts."""
        for field in self.query(Input):
            field.cursor_blink = False
        self.query_one("#label").focus()
        self._draft.start()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, or save from the last one."""
        event.stop()
        if event.input.id == _NAMES[-1]:
            self.action_save()
        else:
            following = _NAMES[_NAMES.index(str(event.input.id)) + 1]
            self.query_one(f"#{following}").focus()

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
        label, comment, tags = self._fields()
        if (label, comment, tags) == self._stored:
            await self._draft.finish(saved=False)
        else:
            await self._draft.save_with(lambda: self._keep(label, comment, parse_tags(tags)))

    def _fields(self) -> Fields:
        label, comment, tags = (self.query_one(f"#{name}", Input).value for name in _NAMES)
        return label, comment, tags


class KnownTags(Suggester):
    """Completes the last tag that is typed; the right arrow accepts it."""

    def __init__(self, known: Sequence[str]) -> None:
        """Take the tags that are in use."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return what is typed with its last tag finished."""
        return complete_tag(value, self._known)


def parse_draft(draft: str) -> Fields | None:
    """Return what a draft's text holds, also one of before there were tags; None for no draft."""
    try:
        label, comment, *tags = json.loads(draft)
    except (ValueError, TypeError):
        return None
    return str(label), str(comment), str(tags[0]) if tags else ""
