"""The article's pane as the reader has it: with the keys of visual mode and of a search."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.reader_bindings import HITS
from tui.visual_bindings import VISUAL
from widgets.article_pane import ArticlePane


class ReaderPane(ArticlePane, inherit_bindings=False):
    """Its keys go before the screen's, which lets them through in that mode or search alone."""

    BINDINGS: ClassVar[list[BindingType]] = [*VISUAL, *HITS]
