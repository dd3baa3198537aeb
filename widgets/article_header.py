"""One line over the article: title, site, byline, date, origin, length."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from inquit.model.article import Article
from inquit.model.printable import printable
from inquit.model.retrieval import Retrieval
from widgets.dates import format_day
from widgets.row_list import shorten
from widgets.titles import title_line

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert (2019)."""


_LEAST_FIRST = ("origin", "fetched", "words", "byline", "published", "site")


class ArticleHeader(Widget):
    """Shows what is being read."""

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
        self._parts: dict[str, str] = {}

    def show(self, article: Article, words: int | None = None) -> None:
        """Show an article's particulars.

        Args:
            article: the article.
            words: how many it has, where that is counted already.
        """
        title = article.display_title
        had = article.retrieved
        parts = {
            "site": article.site or (had.host if had is not None else None),
            "byline": article.byline,
            "published": article.published,
            "origin": article.origin if had is None and article.origin != title else None,
            "fetched": _fetched(had) if had is not None else None,
            "words": _length(article, words) if words is not None else None,
        }
        self._title = title_line(title)
        self._parts = {name: printable(part) for name, part in parts.items() if part}
        self.refresh()

    def tell_language(self, *, english: bool) -> None:
        """Show an article's language, if it is not the one that the engine reads."""
        if english is ("language" in self._parts):
            told = {} if english else {"language": "not English"}
            self._parts = told | {k: v for k, v in self._parts.items() if k != "language"}
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Draw the line: the title on the left, the rest on the right."""
        base, width = self.rich_style, self.size.width
        rest = self._fitting(max(width // 2, width - cell_len(self._title) - 2))
        room = max(0, width - cell_len(rest) - 2)
        title = shorten(self._title, room)
        space = " " * max(0, width - cell_len(title) - cell_len(rest))
        quiet = base + self.get_component_rich_style("article-header--rest", partial=True)
        bold = base + self.get_component_rich_style("article-header--title", partial=True)
        return Strip([Segment(title, bold), Segment(space, base), Segment(rest, quiet)])

    def _fitting(self, room: int) -> str:
        """Return what there is room for; the least important goes first."""
        kept = dict(self._parts)
        for name in _LEAST_FIRST:
            if cell_len(" · ".join(kept.values())) <= room or len(kept) == 1:
                break
            kept.pop(name, None)
        return shorten(" · ".join(kept.values()), max(0, room))


def _fetched(retrieved: Retrieval) -> str:
    version = retrieved.version
    kept = "not kept" if version is None else "kept" if version == 1 else f"version {version}"
    return f"fetched {format_day(retrieved.fetched)}, {kept}"


def _length(article: Article, words: int) -> str:
    """Return how long an article is, and its page where that has more or is shown whole."""
    minutes = max(1, round(words / WORDS_A_MINUTE))
    on_page = article.page_words
    if article.whole:
        return f"{words:,} words, the whole page, {minutes:,} min"
    if on_page is not None and on_page > words:
        return f"{words:,} of {on_page:,} words, {minutes:,} min"
    return f"{words:,} words, {minutes:,} min"
