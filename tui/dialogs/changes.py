"""Shows what changed in an article, paragraph by paragraph, by signs, lines and colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from inquit.model.article import Article
from inquit.model.printable import clean_line
from tui.dialogs.dialog import Dialog, scroll_pages
from tui.reader.commands.dialogs import CHANGES
from tui.reader.text_changes import Change, ChangeKind, word_changes
from widgets.command import bindings
from widgets.key_line import KeyLine

_MOST = 200
_SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "−", ChangeKind.CHANGED: "~"}
_STYLES = {
    ChangeKind.KEPT: "",
    ChangeKind.ADDED: "underline $success",
    ChangeKind.REMOVED: "strike $error",
}


class ChangesScreen(Dialog[None]):
    """Lists the changed paragraphs; removed words are struck through, added ones underlined."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CHANGES)
    DEFAULT_CSS = """
    ChangesScreen > Vertical { width: 96; height: 90%; }
    ChangesScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    ChangesScreen VerticalScroll Static { height: auto; margin-bottom: 1; }
    """

    def __init__(
        self,
        before: Article,
        after: Article,
        changes: Sequence[Change],
        *,
        title: str = "What changed",
    ) -> None:
        """Take both versions of the article, the changes between them, and a title."""
        super().__init__()
        self._title = title
        self._lines = list(_describe_changes(before, after, changes))

    def compose(self) -> ComposeResult:
        """Yield the changes and the keys."""
        with Vertical() as box:
            box.border_title = Content(clean_line(self._title))
            with VerticalScroll(can_focus=False):
                if not self._lines:
                    yield Static("Nothing but spaces changed, or nothing at all.", markup=False)
                for line in self._lines[:_MOST]:
                    yield Static(line, markup=False)
                if len(self._lines) > _MOST:
                    yield Static(f"… and {len(self._lines) - _MOST} more changes", markup=False)
            yield KeyLine()

    def action_scroll(self, rows: int) -> None:
        """Scroll the changes."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll the changes by pages."""
        scroll_pages(self.query_one(VerticalScroll), pages)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def _describe_changes(
    before: Article, after: Article, changes: Sequence[Change]
) -> Iterator[Content]:
    for change in changes:
        if change.kind is ChangeKind.KEPT:
            continue
        old = clean_line(change.before.of(before.text)) if change.before else ""
        new = clean_line(change.after.of(after.text)) if change.after else ""
        if change.kind is ChangeKind.CHANGED:
            parts = [(words, _STYLES[kind]) for kind, words in word_changes(old, new)]
        else:
            parts = [(old or new, _STYLES[change.kind])]
        spaced = [piece for part in parts for piece in (part, " ")]
        yield Content.assemble((f"{_SIGNS[change.kind]} ", "bold"), *spaced)
