"""What is kept of a page, as the reader's screens ask for it: its versions, all of its text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from inquit.errors import InputError, StoreError
from inquit.library.web_pages import open_url, open_version, versions_of
from inquit.model.article import Article
from inquit.service import articles
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from tui.services.load_task import Errand


def kept_versions(article: Article, pages: KeptPages) -> tuple[KeptPage, ...]:
    """Return the kept versions of the page that an article is on, the oldest first."""
    return versions_of(article.id, pages=pages) if articles.is_web(article.id) else ()


def version_text(page: KeptPage, pages: KeptPages) -> Article:
    """Return the article in a kept version.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return open_version(page, pages=pages)
    except StoreError as error:
        raise InputError(f"cannot open version {page.number}: {error}") from error


def same_page(article: Article, pages: KeptPages, errand: Errand, *, whole: bool) -> Article:
    """Return an article anew from the same version of its page.

    Nothing is fetched but a page that could not be kept.

    Args:
        article: what is on the screen.
        pages: where pages are kept.
        errand: told what has come, where it is fetched.
        whole: whether to give all of the page's text and not only the article.

    Raises:
        InputError: it cannot be read, or had.
    """
    if not articles.is_web(article.id):
        found = articles.open_file(Path(article.id), whole=whole)
        return replace(found, origin=article.origin)
    wanted = article.retrieved.version if article.retrieved is not None else None
    page = next((each for each in kept_versions(article, pages) if each.number == wanted), None)
    try:
        if page is None:
            return open_url(
                article.id,
                whole=whole,
                pages=pages,
                token=errand.token,
            )
        return open_version(page, whole=whole, pages=pages)
    except StoreError as error:
        raise InputError(f"cannot open {articles.shown(article.id)}: {error}") from error
