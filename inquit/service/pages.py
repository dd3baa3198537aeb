"""What is kept of pages and other texts, so that they open again as they were."""

from __future__ import annotations

from pathlib import Path

from inquit.errors import InputError, StoreError
from inquit.library.web_pages import open_url, open_version, versions_of
from inquit.loaders import load_document
from inquit.loaders.net.address import display_url, is_web
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.model.progress import ProgressToken
from inquit.store.folders import data_path
from inquit.store.pages.kept_pages import KeptPage, KeptPages

__all__ = [
    "KEPT",
    "KeptPage",
    "KeptPages",
    "kept_versions",
    "open_again",
    "open_kept_version",
    "user_pages",
]

KEPT = ("sha256:", "entry:")
"""What the ids of texts begin with that have no place; they name what is kept of them."""


def user_pages() -> KeptPages:
    """Return the pages kept in the user's data folder; nothing is made before one is kept."""
    return KeptPages(data_path())


def kept_versions(article_id: ArticleId, pages: KeptPages | None = None) -> tuple[KeptPage, ...]:
    """Return the kept versions of the page that an article is on, the oldest first.

    Args:
        article_id: the article; one that is no page has none.
        pages: where pages are kept; None for the user's own.
    """
    return versions_of(article_id, pages=pages) if is_web(article_id) else ()


def open_kept_version(page: KeptPage, pages: KeptPages) -> Article:
    """Return the article in a kept version of a page.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return open_version(page, pages=pages)
    except StoreError as error:
        raise InputError(f"cannot open version {page.number}: {error}") from error


def open_again(article: Article, pages: KeptPages, token: ProgressToken, *, whole: bool) -> Article:
    """Return an article anew from the same version of its page.

    Nothing is fetched but a page that could not be kept.

    Args:
        article: the article as it was opened.
        pages: where pages are kept.
        token: told what has come, where it is fetched.
        whole: whether to give all of the page's text and not only the article.

    Raises:
        InputError: it cannot be read, or had.
    """
    if not is_web(article.id):
        found = load_document(Path(article.id), whole=whole)
        return finish_article(found, origin=article.origin)
    wanted = article.retrieved.version if article.retrieved is not None else None
    versions = kept_versions(article.id, pages)
    page = next((each for each in versions if each.number == wanted), None)
    try:
        if page is None:
            return open_url(article.id, whole=whole, pages=pages, token=token)
        return open_version(page, whole=whole, pages=pages)
    except StoreError as error:
        raise InputError(f"cannot open {display_url(article.id)}: {error}") from error
