"""The rows of a list of articles to pick from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.style import Style

from widgets.row import ListRow

if TYPE_CHECKING:
    from inquit.model.article import ArticleId
    from tui.services.article_list import ArticleList, ListedArticle

_UNREAD = Style(bold=True)


def article_rows(
    article_list: ArticleList, position: Callable[[ArticleId], int | None]
) -> list[ListRow]:
    """Return a row for each article; unread ones have a sign and are bold.

    Args:
        article_list: the articles.
        position: returns the offset where the user left an article, or None if it was never read.
    """
    return list(_rows(article_list, position))


def _rows(
    article_list: ArticleList, position: Callable[[ArticleId], int | None]
) -> Iterator[ListRow]:
    for item in article_list.items:
        read = item.article_id is not None and position(item.article_id) is not None
        yield ListRow(
            key=item.reference,
            text=item.title,
            sign=" " if read else "●",
            tail=_tail(item),
            style=Style.null() if read else _UNREAD,
        )


def _tail(item: ListedArticle) -> str:
    return item.kind if item.size is None else f"{item.kind} {format_size(item.size)}"


def format_size(count: int) -> str:
    """Return a number of bytes or characters in short form."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB"
