"""Kept pages and texts as the articles that they are; nothing is fetched."""

from __future__ import annotations

from dataclasses import dataclass

from inquit.errors import InputError, StoreError
from inquit.library.web_pages import open_version
from inquit.model.article import Article, ArticleId
from inquit.store.pages.kept_pages import KeptPages
from inquit.store.pages.kept_texts import TEXT_TYPE, load_text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptArticle:
    """An article as it is kept.

    Attributes:
        article: the article.
        kept: when that was, ISO 8601 in UTC.
    """

    article: Article
    kept: str


def load_kept(home: str, pages: KeptPages) -> KeptArticle | None:
    """Return the newest article that a folder of a page holds.

    Args:
        home: the folder's name.
        pages: the kept pages.

    Returns:
        The article; None where there is none that can be read.
    """
    page = pages.newest_at(home)
    if page is None:
        return None
    try:
        if page.content_type == TEXT_TYPE:
            article = load_text(ArticleId(page.address), pages, page.text_digest)
        else:
            article = open_version(page, pages=pages)
    except (InputError, StoreError):
        return None
    return None if article is None else KeptArticle(article=article, kept=page.fetched)
