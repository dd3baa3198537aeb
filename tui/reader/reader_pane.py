"""The article's pane as the reader has it: with the keys of visual mode and of a search."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.reader.commands.table import PANE
from widgets.article_pane import ArticlePane
from widgets.command import bindings


class ReaderPane(ArticlePane, inherit_bindings=False):
    """Its keys go before the screen's, which lets them through in that mode or search alone."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PANE)

    searching = False
    """Whether hits are marked, so that there is one to go to."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ask the screen, which runs what the keys name."""
        return self.screen.check_action(action, parameters)

    async def action_run(self, action: str, argument: object) -> None:
        """Let the screen run it."""
        await self.screen.run_action(f"run({action!r}, {argument!r})")
