"""What articles are called where they are named in a line."""

from __future__ import annotations

from collections.abc import Iterable

from inquit.model.article import ArticleId
from inquit.model.printable import printable
from inquit.service.annotations import Undone, article_of, describe_record
from inquit.service.reading_state import Recent


def name_of_article(article_id: ArticleId, recent: Iterable[Recent]) -> str:
    """Return an article's title where it was opened lately, else the end of its id.

    Args:
        article_id: the article.
        recent: the articles that were opened lately.
    """
    titles = {item.reference: item.title for item in recent}
    return printable(titles.get(article_id) or article_id.rpartition("/")[2] or article_id)


def describe_undone(undone: Undone, here: ArticleId | None, recent: Iterable[Recent]) -> str:
    """Return what was put back, with its article where that is another, for the status line.

    Args:
        undone: what was put back.
        here: the article on the screen.
        recent: the articles that were opened lately.
    """
    article_id, told = article_of(undone.record), f"Put back: {describe_record(undone.record)}"
    if article_id is not None and article_id != here:
        told += f" in {name_of_article(article_id, recent)}"
    return told if undone.here else f"{told} (not removed in this window)"
