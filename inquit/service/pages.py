"""What is kept of pages and other texts, so that they open again as they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inquit.errors import InputError, StoreError
from inquit.library.web_pages import open_url, open_version, versions_of
from inquit.loaders import load_document
from inquit.loaders.net.address import display_url, is_web
from inquit.model.annotation import Target
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.model.progress import ProgressToken
from inquit.store.folders import data_path
from inquit.store.pages.kept_pages import KeptPage, KeptPages

__all__ = [
    "KEPT",
    "KeptPage",
    "KeptPages",
    "KeptText",
    "can_be_opened_again",
    "keep_article",
    "kept_versions",
    "open_again",
    "open_kept_version",
    "open_marked",
    "open_remembered",
    "user_pages",
]

KEPT = ("sha256:", "entry:")
"""What the ids of texts begin with that have no place; they name what is kept of them."""

_PLACES = ("/", "seed:", "http://", "https://")


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


def can_be_opened_again(article: Article, pages: KeptPages | None) -> bool:
    """Tell whether an article's id is a reference to it: to a place, or to what is kept."""
    if article.id.startswith(_PLACES):
        return True
    return article.id.startswith(KEPT) and pages is not None and bool(pages.versions(article.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """Whether an article's text is kept now, or does not need to be; and what there is to tell."""

    kept: bool = False
    lines: tuple[str, ...] = ()


def keep_article(article: Article, pages: KeptPages | None) -> KeptText:
    """Keep the text of an article, where nothing else does."""
    from inquit.store.pages.kept_texts import keep_text

    if pages is None:
        return KeptText()
    try:
        told = keep_text(article, pages)
    except StoreError as error:
        return KeptText(lines=(str(error),))
    return KeptText(kept=True, lines=(told,) if told else ())


def open_marked(
    target: Target, pages: KeptPages | None, open_article: Callable[[str], Article]
) -> Article:
    """Return the article that a passage was marked in; may block.

    Where its id names no place, it is had from what is kept: the text in which it was marked.

    Args:
        target: the passage.
        pages: where texts are kept, or None where none are.
        open_article: returns the article that a reference names, or raises InputError.

    Raises:
        InputError: it cannot be had.
    """
    return open_remembered(target.article_id, target.text_digest, pages, open_article)


def open_remembered(
    article_id: ArticleId,
    text_digest: str,
    pages: KeptPages | None,
    open_article: Callable[[str], Article],
) -> Article:
    """Return an article by its id; may block.

    Args:
        article_id: the id; where it names no place, the article is had from what is kept.
        text_digest: of the text that is wanted before another, where it is had from there.
        pages: where texts are kept, or None where none are.
        open_article: as for `open_marked`.

    Raises:
        InputError: it cannot be had.
    """
    from inquit.store.pages.kept_texts import load_text

    if pages is not None and not article_id.startswith(_PLACES):
        try:
            kept = load_text(article_id, pages, text_digest)
        except StoreError as error:
            raise InputError(str(error)) from error
        if kept is not None:
            return kept
    return open_article(article_id)
