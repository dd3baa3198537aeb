"""The article's pane as the reader has it: with the keys of visual mode."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.visual_bindings import VISUAL
from widgets.article_pane import ArticlePane


class ReaderPane(ArticlePane, inherit_bindings=False):
    """Its keys go before the screen's, which lets them through in visual mode alone."""

    BINDINGS: ClassVar[list[BindingType]] = VISUAL
