"""Keeps texts that cannot be had again, as soon as something is written in them.

Text from a pipe, feed entries without a page, articles of a corpus; and a file's text as it was,
in case the file goes.
"""

from __future__ import annotations

import json

from inquit.errors import DocumentError, StoreError
from inquit.model.article import Article, ArticleId
from inquit.model.finishing import finish_article
from inquit.store.article_codec import decode_article, encode_article
from inquit.store.pages.kept_pages import KeptPage, KeptPages
from inquit.store.pages.page_quota import make_room

TEXT_TYPE = "application/vnd.inquit.article+json"
"""The content type of what is kept so, which no server sends."""

_LONGEST = 80
_ELSEWHERE = ("http://", "https://", "seed:")


def needs_keeping(article: Article) -> bool:
    """Tell whether nothing else keeps an article: it is no page of the web and no sample."""
    return not article.id.startswith(_ELSEWHERE)


def keep_text(article: Article, pages: KeptPages) -> str | None:
    """Keep an article's text where nothing else does and it is not kept yet.

    Returns:
        What was removed to make room, in one line, or None.

    Raises:
        StoreError: it could not be kept, or no room was made.
    """
    kept = store_text(article, pages)
    pruned = make_room(pages, kept) if kept is not None else None
    return f"To make room, {pruned.describe()}" if pruned else None


def store_text(article: Article, pages: KeptPages) -> KeptPage | None:
    """Do the same without making room, and return what is kept by it; None for nothing.

    Raises:
        StoreError: it could not be kept.
    """
    if not needs_keeping(article) or _version(article.id, pages, article.text_digest) is not None:
        return None
    page = KeptPage(
        address=article.id,
        url="",
        text_digest=article.text_digest,
        content_type=TEXT_TYPE,
        title=article.title or _beginning(article),
    )
    return pages.keep(page, json.dumps(encode_article(article)).encode())


def load_text(
    article_id: ArticleId, pages: KeptPages, text_digest: str | None = None
) -> Article | None:
    """Return an article as it was kept, with a notice that says when; None where it was not.

    Args:
        article_id: its id.
        pages: where it is kept.
        text_digest: of the text that is wanted before a newer one.

    Raises:
        StoreError: it is damaged or cannot be read.
    """
    page = _version(article_id, pages, text_digest) or _version(article_id, pages)
    if page is None:
        return None
    try:
        article = decode_article(json.loads(pages.data(page)))
    except (DocumentError, ValueError) as error:
        raise StoreError(f"The text as it was kept cannot be read: {error}") from error
    notice = f"This is the text as it was kept on {page.fetched[:10]}"
    return finish_article(article, first=(notice,))


def _beginning(article: Article) -> str | None:
    """Return how a text begins that has no title."""
    words = " ".join(article.block_spans[0].of(article.text).split()) if article.block_spans else ""
    return (words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…") or None


def _version(
    article_id: ArticleId, pages: KeptPages, text_digest: str | None = None
) -> KeptPage | None:
    """Return the newest version of a text, or with a digest the one that has it."""
    for page in reversed(pages.versions(article_id)):
        if page.content_type == TEXT_TYPE and text_digest in (None, page.text_digest):
            return page
    return None
