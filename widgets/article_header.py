"""One line over the article: title, site, byline, date, origin, length."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from inquit.model.article import Article
from inquit.model.printable import printable
from widgets.row_list import shortened

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert (2019)."""


class ArticleHeader(Widget):
    """Tells what is being read."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"article-header--title", "article-header--rest"}
    DEFAULT_CSS = """
    ArticleHeader { height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    ArticleHeader > .article-header--title { text-style: bold; }
    ArticleHeader > .article-header--rest { color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._rest = ""

    def show(self, article: Article, words: int | None = None) -> None:
        """Tell of an article.

        Args:
            article: the article.
            words: how many it has, where that is counted already.
        """
        title = article.display_title
        parts = [article.site, article.byline, article.published]
        parts += [article.origin if article.origin != title else None]
        if words is not None:
            minutes = max(1, round(words / WORDS_A_MINUTE))
            parts.append(f"{words:,} words, {minutes:,} min")
        self._title = printable(title)
        self._rest = " · ".join(printable(part) for part in parts if part)
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Draw the line: the title on the left, what else there is on the right."""
        base, width = self.rich_style, self.size.width
        rest = shortened(self._rest, max(0, width // 2))
        room = max(0, width - cell_len(rest) - 2)
        title = shortened(self._title, room)
        space = " " * max(0, width - cell_len(title) - cell_len(rest))
        quiet = base + self.get_component_rich_style("article-header--rest", partial=True)
        bold = base + self.get_component_rich_style("article-header--title", partial=True)
        return Strip([Segment(title, bold), Segment(space, base), Segment(rest, quiet)])
