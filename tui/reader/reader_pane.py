"""The article's pane as the reader has it: with the keys of visual mode and of a search."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.reader.commands.table import PANE
from widgets.article_pane import ArticlePane
from widgets.command import bindings


class ReaderPane(ArticlePane, inherit_bindings=False):
    """Its keys go before the screen's, which lets them through in that mode or search alone."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PANE)

    searching = False
    """Whether hits are marked, so that there is one to go to."""

    class HitWanted(Message):
        """Another hit of the search is wanted: `by` hits on, or back where it is negative."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys that go through hits work as long as a search lasts."""
        return self.searching if action == "hit" else super().check_action(action, parameters)

    def action_hit(self, by: int) -> None:
        """Ask for the next hit, or with -1 for the one before."""
        self.post_message(self.HitWanted(by))
