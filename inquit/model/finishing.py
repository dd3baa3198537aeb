"""The one place that changes an article after it was made; its text never changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from inquit.model.article import Article, ArticleId
from inquit.model.retrieval import Retrieval


class LateDetails(TypedDict, total=False):
    """What is known of an article only once its text is there; as the attributes of `Article`."""

    id: ArticleId
    origin: str
    title: str | None
    byline: str | None
    published: str | None
    page_words: int | None
    whole: bool
    retrieved: Retrieval | None
    suggested_id: ArticleId | None


def finish_article(
    article: Article,
    *,
    first: tuple[str, ...] = (),
    last: tuple[str, ...] = (),
    **found: Unpack[LateDetails],
) -> Article:
    """Return an article with what was found out about it after its text was laid out.

    Args:
        article: the article; its text, blocks and links stay as they are.
        first: notices that go before its own.
        last: notices that go after them.
        **found: attributes that take the place of its own.
    """
    return replace(article, notices=(*first, *article.notices, *last), **found)
