"""Short names of articles, for messages of one line."""

from __future__ import annotations

from collections.abc import Iterable

from inquit.model.article import ArticleId
from inquit.model.printable import printable
from inquit.service.annotations import Undone, article_of, describe_record
from inquit.service.reading_state import Recent


def name_of_article(article_id: ArticleId, recent: Iterable[Recent]) -> str:
    """Return the title of a recent article, or the end of the id of any other.

    Args:
        article_id: the article.
        recent: the recent articles.
    """
    titles = {item.reference: item.title for item in recent}
    return printable(titles.get(article_id) or article_id.rpartition("/")[2] or article_id)


def describe_undone(undone: Undone, here: ArticleId | None, recent: Iterable[Recent]) -> str:
    """Describe what was put back, naming its article unless that is on the screen.

    Args:
        undone: what was put back.
        here: the article on the screen.
        recent: the recent articles.
    """
    article_id, words = article_of(undone.record), f"Put back: {describe_record(undone.record)}"
    if article_id is not None and article_id != here:
        words += f" in {name_of_article(article_id, recent)}"
    return words if undone.here else f"{words} (not removed in this window)"
